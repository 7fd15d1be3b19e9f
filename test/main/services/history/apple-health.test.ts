import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CallFailure } from '../../../../main/files/failures.ts'
import { JobCancelled } from '../../../../main/jobs/job.ts'
import { appleHealthReader } from '../../../../main/services/history/apple-health.ts'
import { openHistoryFiles } from '../../../../main/services/history/open-files.ts'
import type { Answers, Interpretation } from '../../../../shared/history/history.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { describeDraft, historyContext, readHistory, scanHistory } from '../../../support/read-history.ts'
import { makeZip } from '../../../support/zip.ts'

const SAMPLES = 'test/fixtures/history/apple-health'
const sample = (name: string) => join(SAMPLES, name)

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unknot-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const save = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const describeAll = ({ entries }: Interpretation) => entries.map(({ draft }) => describeDraft(draft))
const describeLeftOut = ({ leftOut }: Interpretation) =>
  leftOut.map(({ reason, what, when }) => `${when} ${what}: ${reason}`)
const questionIds = ({ questions }: Interpretation) => questions.map(({ id }) => id)

/** Each question answered with what is shown at first, and with these. */
async function readAnswered(path: string, answers: Answers) {
  const { reader, interpret } = await scanHistory([path])
  const { questions } = interpret({ zone: 'Europe/London' })
  const suggested = questions.flatMap(({ id, suggested: answer }) => (answer === null ? [] : [[id, answer]]))
  return { reader: reader.id, ...interpret({ ...Object.fromEntries(suggested), ...answers }) }
}

const LONDON = { zone: 'Europe/London' }
const WATER = { 'drink:Drinks': 'water', 'drink:Second app': 'water' }

describe('samples, as read by hand', () => {
  test('every oddity in one file', async () => {
    const read = await readAnswered(sample('quirks-SYNTHETIC.xml'), { ...LONDON, ...WATER, illness: 'yes' })
    expect(read.reader).toBe('apple-health')
    expect(describeAll(read)).toEqual([
      '2025-01-15 08:00 +0, fluid, drink water, volumeMl 250',
      '2025-07-15 08:00 +1, fluid, drink water, volumeMl 330, caffeineMg 80',
      '2025-07-15 22:30 +1, night, wakeAt 06:05',
      '2017-11-14 06:00 +0, activity, activity other, durationMinutes 30, Yoga',
      '2025-07-14 17:00 +1, activity, activity run, durationMinutes 41, exertion 7, distanceKm 7.242, climbM 42',
      '2025-07-15 12:00 +1, day, illnessWithFluidLoss yes, Diarrhoea',
    ])
    expect(describeLeftOut(read)).toEqual([
      '2025-07-15 00:00 Drink, 2100 ml (Second app): the total of several hours, not one drink',
      '2031-07-15 08:00 Drink, 200 ml (Drinks): in the future',
      '2025-07-15 08:00 Drink, 330 ml (Second app): the same drink from a second app',
      '2025-07-15 22:05 Sleep: the same night from a second source',
    ])
    expect(questionIds(read)).toEqual([
      'zone',
      'drink:Drinks',
      'drink:Second app',
      'sleep:sources',
      'activity:sources',
      'illness',
    ])
    expect(Object.fromEntries(read.ignored)).toEqual({
      'Abdominal cramps (of the belly)': 1,
      'Activity summary': 1,
      Fever: 1,
    })
    // A drink is written down by hand, a workout and a night are measured.
    const [winter, summer, night, , run] = read.entries
    expect((winter?.loggedAt ?? 0) - (winter?.draft.at ?? 0)).toBe(5000)
    expect((summer?.loggedAt ?? 0) - (summer?.draft.at ?? 0)).toBe(5000)
    expect([night, run].map(entry => entry?.loggedAt)).toEqual([night, run].map(entry => entry?.draft.at))
    expect(new Set(read.entries.map(({ key }) => key)).size).toBe(6)
  })

  test('a workout of 2016 with its totals as attributes and a zone of its own', async () => {
    const read = await readAnswered(sample('dogsheep-export.xml'), {})
    expect(describeAll(read)).toEqual([
      '2016-11-14 06:25 -8, activity, activity run, durationMinutes 5, distanceKm 0.8',
    ])
    expect(questionIds(read)).toEqual(['activity:short'])
    expect(read.ignored).toEqual(
      new Map([
        ['Body mass index', 1],
        ['Heart rate', 1],
        ['Activity summary', 2],
      ]),
    )
  })

  test('a document type inside the file, and a workout of no named kind', async () => {
    const read = await readAnswered(sample('tdda-export6s3sample.xml'), LONDON)
    expect(describeAll(read)).toEqual(['2016-04-02 10:40 +1, activity, activity other, durationMinutes 32'])
    expect(read.ignored).toEqual(
      new Map([
        ['Step count', 10],
        ['Distance walking running', 5],
        ['Activity summary', 2],
      ]),
    )
  })

  test('nights of two sources, and training of one in two spellings', async () => {
    const read = await readAnswered(sample('ruochen-multi-source-export.zip'), LONDON)
    expect(describeAll(read)).toEqual([
      '2026-01-10 23:00 +0, night, wakeAt 06:30',
      '2026-01-11 23:15 +0, night, wakeAt 06:54',
      '2026-01-12 23:05 +0, night, wakeAt 06:50',
      '2026-03-20 23:10 +0, night, wakeAt 07:34',
      '2026-03-21 23:20 +0, night, wakeAt 08:08',
      '2026-01-18 18:00 +0, activity, activity other, durationMinutes 45, Boxing',
      '2026-01-22 07:00 +0, activity, activity run, durationMinutes 30',
      '2026-03-11 18:00 +0, activity, activity other, durationMinutes 50, Boxing',
      '2026-03-18 18:00 +0, activity, activity strength, durationMinutes 42',
    ])
    expect(describeLeftOut(read)).toEqual(['2026-03-20 23:10 Sleep: the same night from a second source'])
    expect(questionIds(read)).toEqual(['zone', 'sleep:sources'])
    expect([...read.ignored.values()]).toEqual([4, 4, 2, 2, 2, 5, 4, 4])

    const watch = await readAnswered(sample('ruochen-multi-source-export.zip'), {
      ...LONDON,
      'sleep:sources': ["Riley's Watch"],
    })
    expect(describeAll(watch)[0]).toBe('2026-03-20 23:10 +0, night, wakeAt 06:20')
  })

  test('files without anything for a journal, whatever the name of the file', async () => {
    for (const [name, ignored] of [
      ['aleksi-testdata.xml', { Height: 1, 'Body mass': 1 }],
      ['ruochen-minimal-export.zip', { 'Body mass': 1 }],
    ] as const) {
      const { reader, entries, questions, leftOut, ...read } = await readHistory([sample(name)], {})
      expect({ reader, entries, questions, leftOut }).toEqual({
        ...{ reader: 'apple-health', entries: [], questions: [], leftOut: [] },
      })
      expect(Object.fromEntries(read.ignored)).toEqual(ignored)
    }
  })

  test.each([
    ['rinoshiyo-adversarial-x4-3-multi-empty-xml.zip', 'holds no health data'],
    ['rinoshiyo-adversarial-x4-4-zip-slip.zip', 'lead out of its folder'],
    ['rinoshiyo-adversarial-x4-7-broken-xml.zip', 'ends too early'],
  ])('%s is refused with a sentence', async (name, sentence) => {
    await expect(readHistory([sample(name)], LONDON)).rejects.toThrow(sentence)
  })
})

const expectRefusal = (error: unknown) => {
  expect(error).toBeInstanceOf(CallFailure)
  return null
}

const root = (content: string) => `<HealthData locale="en_GB">${content}</HealthData>`
const water = (fields: string) =>
  `<Record type="HKQuantityTypeIdentifierDietaryWater" sourceName="App" unit="mL" value="250" ${fields}/>`
const at = (time: string) => `startDate="2025-07-15 ${time} +0100" endDate="2025-07-15 ${time} +0100"`
const readXml = (content: string, answers: Answers = {}) =>
  readAnswered(save('export.xml', content), { ...LONDON, 'drink:App': 'water', ...answers })

describe('units and times', () => {
  test('equal drinks are kept, a record that is stored twice is not', async () => {
    const glass = water(at('08:00:00'))
    const written = water(`${at('09:00:00')} creationDate="2025-07-15 09:00:01 +0100"`)
    const later = water(`${at('09:00:00')} creationDate="2025-07-15 09:00:07 +0100"`)
    const read = await readXml(root(glass + glass + written + written + later))
    expect(describeAll(read).map(text => text.slice(11, 16))).toEqual(['08:00', '08:00', '09:00', '09:00'])
    expect(describeLeftOut(read)).toEqual(['2025-07-15 09:00 Drink (App): the same record twice in the file'])
    const reversed = await readXml(root(later + written + written + glass + glass))
    expect(reversed.entries).toEqual(read.entries)
  })

  test('two glasses in a minute that a second app mirrors are two, whichever app counts', async () => {
    const glasses = water(at('08:00:10')) + water(at('08:00:40'))
    const mirrored = root(
      glasses + glasses.replaceAll('"App"', '"Other"').replaceAll('value="250"', 'value="251"'),
    )
    const both = await readXml(mirrored, { 'drink:Other': 'tea' })
    expect(describeAll(both)).toEqual(Array(2).fill('2025-07-15 08:00 +1, fluid, drink water, volumeMl 250'))
    expect(both.leftOut.map(({ reason }) => reason)).toEqual(
      Array(2).fill('the same drink from a second app'),
    )
    const one = await readXml(mirrored, { 'drink:App': 'leave-out', 'drink:Other': 'tea' })
    expect(describeAll(one)).toEqual(Array(2).fill('2025-07-15 08:00 +1, fluid, drink tea, volumeMl 251'))
  })

  test('every unit of a volume; an unknown one is left out', async () => {
    const volumes = { mL: 100, cL: 10, dL: 1, L: 0.1, fl_oz_us: 3.3814, fl_oz_imp: 3.5195, cup_us: 0.42268 }
    const records = Object.entries({ ...volumes, hogshead: 1 }).map(([unit, value], index) =>
      water(at(`08:0${index}:00`))
        .replace('mL', unit)
        .replace('250', String(value)),
    )
    const read = await readXml(root(records.join('')))
    expect(read.entries.map(({ draft }) => draft.kind === 'fluid' && Math.round(draft.volumeMl))).toEqual(
      Array(7).fill(100),
    )
    expect(describeLeftOut(read)).toEqual(['2025-07-15 08:07 Drink (App): its amount or unit cannot be read'])
  })

  test('the offset of the export moves no record, and identities stay', async () => {
    const summer = await readXml(root(water(at('08:00:00'))))
    const winter = await readXml(root(water(at('08:00:00').replaceAll('08:00:00 +0100', '07:00:00 +0000'))))
    expect(winter.entries).toEqual(summer.entries)
    expect(describeAll(summer)[0]).toContain('2025-07-15 08:00 +1')
  })

  test('a swim with its temperature, and pauses where there is no duration', async () => {
    const times = 'startDate="2025-07-14 17:00:00 +0100" endDate="2025-07-14 17:45:00 +0100"'
    const temperature = (value: number, unit: string) =>
      `<Record type="HKQuantityTypeIdentifierWaterTemperature" sourceName="Watch" unit="${unit}" value="${value}" ${times}/>`
    const swim = `<Workout workoutActivityType="HKWorkoutActivityTypeSwimming" sourceName="Watch" ${times}>
      <WorkoutEvent type="HKWorkoutEventTypePause" date="2025-07-14 17:20:00 +0100"/>
      <WorkoutEvent type="HKWorkoutEventTypeResume" date="2025-07-14 17:25:00 +0100"/>
      <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceSwimming" startDate="2025-07-14 17:00:00 +0100" startDate="2025-07-14 17:00:00 +0100" sum="1000" unit="yd"/>
    </Workout>`
    const read = await readXml(root(temperature(20, 'degC') + temperature(70, 'degF') + swim))
    expect(describeAll(read)).toEqual([
      '2025-07-14 17:00 +1, activity, activity swim, durationMinutes 40, distanceKm 0.914, waterTemperatureC 20.6',
    ])
  })

  test('minerals of one tablet are one entry, if the app holds tablets only', async () => {
    const mineral = (type: string, value: string, unit = 'mg') =>
      `<Record type="HKQuantityTypeIdentifierDietary${type}" sourceName="Pills" unit="${unit}" value="${value}" ${at('20:00:00')}/>`
    const tablets = root(
      mineral('Magnesium', '0.3', 'g') +
        mineral('Calcium', '500') +
        mineral('Sodium', '9') +
        mineral('Potassium', '1', 'lb'),
    )
    const read = await readXml(tablets, { 'supplements:Pills': 'yes' })
    expect(describeAll(read)).toEqual([
      '2025-07-15 20:00 +1, food, magnesiumSupplementMg 300, calciumSupplementMg 500',
    ])
    expect(describeLeftOut(read)).toEqual(['2025-07-15 20:00 Dietary potassium: its unit is not known'])
    const meals = await readXml(tablets, { 'supplements:Pills': 'no' })
    expect([meals.entries, Object.fromEntries(meals.ignored)]).toEqual([
      [],
      { 'Minerals, of food or tablets': 1, 'Dietary sodium': 1 },
    ])
  })

  test('nothing is taken before the zone is answered, but everything is asked', async () => {
    const { interpret } = await scanHistory([sample('quirks-SYNTHETIC.xml')])
    const unanswered = interpret({})
    expect(unanswered.entries).toEqual([])
    expect(unanswered.questions.map(({ id, suggested }) => [id, suggested])).toEqual([
      ['zone', 'Europe/London'],
      ['drink:Drinks', null],
      ['drink:Second app', null],
      ['sleep:sources', ["Anna's Apple Watch", "Anna's iPhone"]],
      // By the first workout: the order must be the same for every newer export.
      ['activity:sources', ['Yoga', "Anna's Apple Watch"]],
      ['illness', null],
    ])
    // With the zone alone nothing is presumed: each record is left out for want of its answer.
    expect(
      describeLeftOut(interpret(LONDON)).filter(line => line.includes('you have not said')),
    ).toHaveLength(8)
    // An export is read by the clock of now: yesterday's future is today's past.
    const in2032 = { ...historyContext, now: momentAt('2032-01-01', '12:00', 'Europe/London') }
    expect(interpret({ ...LONDON, ...WATER }, in2032).entries).toHaveLength(3)
  })
})

describe('faults of real exports', () => {
  test('control characters, repeated attributes and a document type without an end', async () => {
    const faulty = `<?xml version="1.0"?><!DOCTYPE HealthData [ <!ELEMENT VisionPrescription (Prescription*)
<!ATTLIST VisionPrescription type CDATA #REQUIRED ]>${root(
      water(`${at('08:00:00')} device="a\u000Bb&#11;c" sourceVersion="1" sourceVersion="1"`) +
        '<Record type="HKQuantityTypeIdentifierStepCount" my key="1"/>',
    )}\n\0\0`
    expect(describeAll(await readXml(faulty))).toHaveLength(1)
  })

  test('a name in no readable encoding, and the folder that a zip unpacks to', async () => {
    const zip = makeZip([
      { name: 'apple_health_export/export_cda.xml', content: '<ClinicalDocument/><HealthData/>' },
      { name: 'apple_health_export/σ»╝σç║.xml', content: root(water(at('08:00:00'))) },
    ])
    const read = await readAnswered(save('导出.zip', zip), { ...LONDON, 'drink:App': 'tea' })
    expect(describeAll(read)).toEqual(['2025-07-15 08:00 +1, fluid, drink tea, volumeMl 250'])
  })

  test('the clinical document beside the export is named', async () => {
    const path = save('export_cda.xml', '<?xml version="1.0"?><ClinicalDocument/><ClinicalDocument/>')
    await expect(readHistory([path], LONDON)).rejects.toThrow('Choose “export.xml” beside it')
  })

  test('a file with a flipped, missing or added byte is read or refused, and nothing else', async () => {
    const bytes = readFileSync(sample('quirks-SYNTHETIC.xml'))
    const zipped = readFileSync(sample('ruochen-multi-source-export.zip'))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(bytes, zipped),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('flip', 'drop', 'add', 'cut'),
        fc.integer({ min: 1, max: 255 }),
        async (content, share, how, value) => {
          const place = Math.floor(share * (content.length - 1))
          const rest = content.subarray(how === 'add' ? place : place + 1)
          const middle = how === 'flip' ? [(content[place] ?? 0) ^ value] : how === 'add' ? [value] : []
          const spoiled =
            how === 'cut'
              ? content.subarray(0, place)
              : Buffer.concat([content.subarray(0, place), Buffer.from(middle), rest])
          const files = await openHistoryFiles([save('spoiled', spoiled)]).catch(expectRefusal)
          await files?.list
            .find(({ name }) => name.endsWith('export.xml') || name === 'spoiled')
            ?.open()
            .then(() => appleHealthReader.scan(files, () => {}))
            .then(scan => appleHealthReader.interpret(scan, LONDON, historyContext))
            .catch(expectRefusal)
          await files?.close()
        },
      ),
      { numRuns: 200 },
    )
  })

  const whole = readFileSync(sample('quirks-SYNTHETIC.xml'), 'utf8')
  const bomb = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
  const record = '<Record type="HKQuantityTypeIdentifierStepCount"/>'
  test.each([
    ['cut off in a tag', whole.slice(0, 3000), 'ends too early'],
    ['cut off between tags', whole.slice(0, whole.lastIndexOf('</HealthData>')), 'ends too early'],
    ['entities that expand', `<!DOCTYPE HealthData [<!ENTITY l0 "lol">${bomb}]>${root('&l9;')}`, 'damaged'],
    ['a huge attribute', root(`<Record type="${'x'.repeat(2_000_000)}"/>`), 'damaged'],
    ['a huge document type', `<!DOCTYPE HealthData [${' '.repeat(2_000_000)}]>${root('')}`, 'damaged'],
    ['a bare ampersand', root(`<Record type="a & b"/>${record}<Record type="&lt;"/>`), 'damaged'],
    ['elements without end', root('<a>'.repeat(60)), 'damaged'],
    ['tags that do not match', root('<Record></Workout>'), 'damaged'],
    ['two roots', root('') + root(''), 'damaged'],
    [
      'more sources than a person has',
      root(Array.from({ length: 10_002 }, (_, i) => record.replace('StepCount', `T${i}`)).join('')),
      'more sources',
    ],
  ])('%s is refused with a sentence', async (_, content, sentence) => {
    await expect(readXml(content)).rejects.toThrow(sentence)
  })

  test('it can be cancelled at each step', async () => {
    const files = await openHistoryFiles([save('long.xml', root(record.repeat(100_000)))])
    let steps = 0
    await expect(
      appleHealthReader.scan(files, (done, total) => {
        steps++
        expect(done).toBeLessThanOrEqual(total)
        if (steps === 2) throw new JobCancelled()
      }),
    ).rejects.toThrow(JobCancelled)
    expect(steps).toBe(2)
    await files.close()
  })
})

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CallFailure } from '../../../../main/files/failures.ts'
import { answerQuestions } from '../../../../shared/history/answering.ts'
import type { Answer } from '../../../../shared/history/history.ts'
import type { OwnFactor } from '../../../../shared/kinds/own-factor.ts'
import { answerHistory } from '../../../support/answer-history.ts'
import { describeDraft, historyContext, scanHistory } from '../../../support/read-history.ts'

const FIXTURES = 'test/fixtures/history'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unknot-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function save(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

const badSleep: OwnFactor = {
  ...{ id: 3, name: 'Bad sleep', archived: false, answer: 'yes-no', unit: null },
  ...{ window: 'same-night', direction: null, createdOn: '2021-01-01' },
}
const context = { ...historyContext, ownFactors: [badSleep] }

async function read(path: string, told: Readonly<Record<string, Answer>>) {
  const { reader, interpret } = await scanHistory([path])
  const read = answerHistory(answers => interpret(answers, context), told)
  // The import asks in as many rounds as it takes.
  const { interpretation } = answerQuestions(answers => interpret(answers, context), read.answers, {})
  expect(interpretation.entries).toEqual(read.entries)
  return {
    ...read,
    reader: reader.id,
    ignored: Object.fromEntries(read.ignored),
    lines: read.entries.map(({ draft }) =>
      describeDraft(draft).replace(
        '[object Object]',
        draft.kind === 'cramp' ? draft.sites.map(({ muscle, side }) => `${side} ${muscle}`).join() : '',
      ),
    ),
    open: read.questions.filter(({ id, isNeeded }) => isNeeded && !(id in read.answers)).map(({ id }) => id),
  }
}

describe('samples, as read by hand', () => {
  test('Bearable with the newer header', async () => {
    const { reader, lines, ignored, leftOut, open, notes } = await read(
      `${FIXTURES}/bearable/2024-new-header-SYNTHETIC.csv`,
      {
        ...{ zone: 'Europe/London', scale: 'four' },
        ...{ 'muscle:Leg cramps': 'calf', 'side:Leg cramps': 'left' },
        ...{ 'muscle:Muscle cramp': 'arch', 'side:Muscle cramp': 'both' },
      },
    )
    expect(lines).toEqual([
      '2024-03-01 21:00 +0, cramp, onsetPrecision evening, sites left calf, intensity 5, relief , symptoms , circumstances , left calf, after football',
      '2024-03-01 03:00 +0, cramp, onsetPrecision small-hours, sites both arch, intensity 7, relief , symptoms , circumstances ',
      '2024-02-29 23:00 +0, night, wakeAt 07:15',
    ])
    expect({ reader, leftOut, open }).toEqual({ reader: 'bearable', leftOut: [], open: [] })
    expect(ignored).toEqual({
      ...{ Mood: 1, 'Meds/Supplements': 1, 'Sleep quality': 1, Lifestyle: 1, 'Health measurements': 1 },
      'Stomach cramps': 1,
    })
    expect(notes).toHaveLength(1)
  })

  test('Bearable as it was until 2022: clock times, parts of the day, no strength unless agreed', async () => {
    const path = save(
      'bearable-2021.csv',
      [
        'date,weekday,time of day,category,rating/amount,detail,notes',
        '"22nd Sep 2020","Tuesday","03:00","Symptom","2","Charley horse (Moderate)",""',
        '"22nd Sep 2020","Tuesday","3:04","Symptom","2","Charley horse (Moderate)",""',
        '"23rd Sep 2020","Wednesday","am","Symptom","1","Charley horse (Mild)","woke ""early"""',
        '"23rd Sep 2020","Wednesday","mid","Symptom","1","Charley horse (Mild)",""',
        '"1st Oct 2020","Thursday","all day","Symptom","4","Charley horse (Unbearable)",""',
        '"1st Oct 2020","Thursday","","Symptom","4","Menstrual cramps (Unbearable)",""',
        '"2nd Oct 2020","Friday","late","Symptom","4","Charley horse (Unbearable)",""',
        '"25th Oct 2020","Sunday","","Sleep","8:30","Asleep 0:45 - 08:00. In bed 0:30 - 08:15. Nap 4h (mid)",""',
        '"26th Oct 2020","Monday","","Sleep","8:30","Nap 4h (mid)",""',
        '"27th Oct 2020","Tuesday","","Sleep","8:30","Asleep 11:10 PM - 7:00 AM. In bed 11:00 PM - 7:15 AM. Nap 4h (mid)",""',
      ].join('\n'),
    )
    const { lines, leftOut, ignored } = await read(path, {
      ...{ zone: 'Europe/Berlin', 'muscle:Charley horse': 'calf', 'side:Charley horse': 'right' },
    })
    const rest = 'sites right calf, relief , symptoms , circumstances '
    expect(lines).toEqual([
      `2020-09-22 03:00 +2, cramp, onsetPrecision about, ${rest}`,
      `2020-09-22 03:04 +2, cramp, onsetPrecision about, ${rest}`,
      `2020-09-23 09:00 +2, cramp, onsetPrecision morning, ${rest}, woke "early"`,
      `2020-09-23 15:00 +2, cramp, onsetPrecision afternoon, ${rest}`,
      `2020-10-01 12:00 +2, cramp, onsetPrecision date, ${rest}`,
      // The clock went back at 3:00: the end is nearly nine hours after the start.
      '2020-10-25 00:30 +2, night, wakeAt 09:15',
      '2020-10-26 23:00 +1, night, wakeAt 07:15',
    ])
    expect(leftOut).toEqual([
      { reason: 'no time of day that Unknot can read', what: 'Charley horse', when: '2nd Oct 2020 late' },
    ])
    expect(ignored).toEqual({ 'Menstrual cramps': 1, 'Sleep without the time in bed': 1 })
  })

  test('WaterMinder in ounces: the hour that the clock skips, and the volume of the cup', async () => {
    const { reader, lines, leftOut, open } = await read(`${FIXTURES}/waterminder/us-oz-SYNTHETIC.csv`, {
      ...{ zone: 'America/New_York', ounce: 'oz-us' },
    })
    expect(lines).toEqual([
      '2019-03-10 01:59 -5, fluid, drink water, volumeMl 236.59',
      '2019-03-10 03:05 -4, fluid, drink coffee, volumeMl 354.88',
      '2019-07-04 23:59 -4, fluid, drink beer, volumeMl 473.18',
    ])
    expect({ reader, leftOut, open }).toEqual({ reader: 'waterminder', leftOut: [], open: [] })
  })

  test('WaterMinder in Russian: the totals show that a point groups thousands', async () => {
    const { entries, lines, questions, notes } = await read(`${FIXTURES}/waterminder/ru-ml-SYNTHETIC.csv`, {
      zone: 'Europe/Moscow',
    })
    expect(lines).toEqual([
      '2026-09-18 23:44 +3, fluid, drink water, volumeMl 300',
      '2026-09-18 23:44 +3, fluid, drink water, volumeMl 300',
      '2026-09-19 00:05 +3, fluid, drink water, volumeMl 200',
      '2026-09-20 08:10 +3, fluid, drink coffee, volumeMl 300',
    ])
    expect(questions.map(({ id }) => id)).toEqual(['zone'])
    expect(notes).toHaveLength(1)
    expect(new Set(entries.map(({ key }) => key)).size).toBe(4)
  })

  test('WaterMinder in Turkish: a coffee that counts in part, an unknown drink, and one cell that no total settles', async () => {
    const header =
      'Drink Type,Cup Name,Hydration Value(ml),Water Value(ml),Date,Time,Daily Goal Reached in %,Day Total(ml),Daily Goal Amount(ml)'
    const rows = [
      'Coffee,Kupa,"1.000","900",9.04.2025,15:51,75%,"1.700","2.250"',
      'Water,Bardak,"800","800",9.04.2025,9:05,35%,"800","2.250"',
      'Ayran,Bardak,"250","250",8.04.2025,9:05,11%,"250","2.250"',
      'Water,Depo,"6.000","6.000",7.04.2025,9:05,266%,"6.000","2.250"',
    ]
    const whole = await read(save('tr.csv', [header, ...rows].join('\r\n')), {
      ...{ zone: 'Europe/Istanbul', 'drink:Ayran': 'milk' },
    })
    expect(whole.lines).toEqual([
      '2025-04-09 15:51 +3, fluid, drink coffee, volumeMl 1000',
      '2025-04-09 09:05 +3, fluid, drink water, volumeMl 800',
      '2025-04-08 09:05 +3, fluid, drink milk, volumeMl 250',
    ])
    expect(whole.leftOut).toEqual([{ reason: 'more than 5 l', what: 'Water, 6.000', when: '7.04.2025 9:05' }])
    const single = await read(save('tr-1.csv', [header, rows[3]].join('\n')), { zone: 'Europe/Istanbul' })
    expect(single.open).toEqual(['waterminder/decimal-sign:Hydration Value(ml)'])
    expect(single.entries).toEqual([])
  })

  test('Track & Graph of 2021: labels within the values, offsets of its own', async () => {
    const { reader, sourceName, lines, ignored, leftOut, questions } = await read(
      `${FIXTURES}/track-and-graph/legacy-header-SYNTHETIC.csv`,
      { onset: 'exact', 'unit:Water': 'l', 'time-is:Sleep': 'end' },
    )
    expect(lines.toSorted()).toEqual([
      '2021-03-02 03:15 +1, cramp, onsetPrecision exact, sites left calf, relief , symptoms , circumstances , woke me',
      '2021-03-02 08:00 +1, fluid, drink water, volumeMl 250',
      '2021-07-01 23:15 +2, night, wakeAt 07:00',
      '2021-07-02 08:00 +2, fluid, drink water, volumeMl 500, with "lemon", cold',
    ])
    expect({ reader, sourceName, ignored, leftOut }).toEqual({
      ...{ reader: 'table', sourceName: 'Track & Graph', ignored: { Negative: 1 }, leftOut: [] },
    })
    expect(questions.some(({ id }) => id === 'zone')).toBe(false)
  })

  test('Track & Graph since: labels of their own, times in UTC alone, and a value that is corrected later', async () => {
    const write = (value: string) =>
      save(
        `tg-${value}.csv`,
        [
          'FeatureName,Timestamp,Value,Label,Note',
          'Night cramp,2024-01-10T02:00:00.000Z,2.0,Left calf,',
          `Night cramp,2024-07-10T02:00:00Z,${value},Right foot,sore`,
        ].join('\r\n'),
      )
    const told = { zone: 'Europe/London', onset: 'about', 'scale:Night cramp': 'five' }
    const { lines, entries, open } = await read(write('5.0'), told)
    expect({ lines, open }).toEqual({
      lines: [
        '2024-01-10 02:00 +0, cramp, onsetPrecision about, sites left calf, intensity 4, relief , symptoms , circumstances ',
        '2024-07-10 03:00 +1, cramp, onsetPrecision about, sites right arch, intensity 10, relief , symptoms , circumstances , sore',
      ],
      open: [],
    })
    const corrected = await read(write('3.0'), told)
    expect(corrected.entries.map(({ key }) => key)).toEqual(entries.map(({ key }) => key))
  })

  test('Daylio: tags at the time of an entry', async () => {
    const { sourceName, lines, ignored, open } = await read(`${FIXTURES}/daylio/staticf0x-test_data.csv`, {
      ...{ zone: 'Europe/Prague', onset: 'about', things: ['nap', 'walk', 'work'] },
      ...{ 'kind:nap': 'cramp', 'muscle:nap': 'calf', 'side:nap': 'left' },
      ...{ 'minutes:walk': '30', 'time-is:walk': 'start' },
      ...{
        'kind:work': 'activity',
        'activity:work': 'sitting-or-travel',
        'minutes:work': '60',
        'time-is:work': 'end',
      },
    })
    const cramp = 'cramp, onsetPrecision about, sites left calf, relief , symptoms , circumstances '
    const sitting = 'activity, activity sitting-or-travel, durationMinutes 60'
    expect(lines.toSorted()).toEqual([
      `2020-05-25 13:58 +2, ${sitting}, Could be better`,
      `2020-05-25 16:57 +2, ${cramp}`,
      `2020-05-27 09:18 +2, ${sitting}`,
      `2020-05-27 11:20 +2, ${sitting}, Just good`,
      `2020-05-27 20:50 +2, ${cramp}`,
      `2020-05-28 15:20 +2, ${cramp}`,
      `2020-05-29 11:38 +2, ${sitting}`,
      `2020-05-29 14:03 +2, ${sitting}`,
      '2020-05-30 13:08 +2, activity, activity walk, durationMinutes 30, Life is beautiful',
      `2020-05-30 18:50 +2, ${cramp}, Awesome`,
    ])
    expect({ sourceName, open }).toEqual({ sourceName: 'Daylio', open: [] })
    expect(ignored).toEqual({
      ...{ 'Rows that name nothing': 17, gaming: 5, programming: 2, movies: 2, cleaning: 2, 'good meal': 2 },
      ...{ friends: 1, shopping: 1 },
    })
  })

  test('Daylio: a tag that is an own factor of the journal, and one that is a drink', async () => {
    const { lines, open } = await read(`${FIXTURES}/daylio/currin-sample.csv`, {
      ...{ zone: 'Africa/Johannesburg', things: ['bad sleep', 'alcohol'] },
      ...{ 'kind:alcohol': 'fluid', 'drink:alcohol': 'wine', 'portion:alcohol': '175' },
    })
    expect(lines.toSorted()).toEqual([
      '2021-09-26 12:00 +2, own-factor, factorId 3, present yes',
      '2021-09-26 23:00 +2, fluid, drink wine, volumeMl 175',
      '2021-09-27 12:00 +2, own-factor, factorId 3, present yes',
      '2021-09-28 12:00 +2, own-factor, factorId 3, present yes',
    ])
    expect(open).toEqual([])
  })

  test('Loop: only marks made by hand count; NO is the mark of every other day', async () => {
    const root = join(folder, 'loop')
    save(
      'loop/Habits.csv',
      'Position,Name,Type,Question,Unit\n001,Calf cramp,YES_NO,"Did it cramp?",\n002,Foot exercises,NUMERICAL,,min\n',
    )
    save(
      'loop/001 Calf cramp/Checkmarks.csv',
      'Date,Value,Notes\n2024-05-04,NO,\n2024-05-03,YES_MANUAL,after tennis\n2024-05-02,YES_AUTO,\n2024-05-01,UNKNOWN,\n',
    )
    save('loop/002 Foot exercises/Checkmarks.csv', '2024-05-03,12500\n2024-05-02,0\n')
    save('loop/Checkmarks.csv', 'Date,Calf cramp,Foot exercises,\n2024-05-03,YES_MANUAL,12500,\n')
    const { sourceName, lines, ignored, open } = await read(root, {
      ...{ zone: 'Europe/London', things: ['Calf cramp', 'Foot exercises'], 'side:Calf cramp': 'left' },
      ...{ 'kind:Foot exercises': 'foot-exercises', 'time-unit:Foot exercises': 'min' },
    })
    expect(lines).toEqual([
      '2024-05-03 12:00 +1, cramp, onsetPrecision date, sites left calf, relief , symptoms , circumstances , after tennis',
      '2024-05-03 12:00 +1, day, footExerciseMinutes 13',
    ])
    expect({ sourceName, ignored, open }).toEqual({
      ...{ sourceName: 'Loop Habit Tracker', ignored: { 'Days without a mark': 4 }, open: [] },
    })
  })
})

describe('tables of any program', () => {
  test('every row is a drink; day and month, a number and the unit are asked', async () => {
    const path = save('water.csv', 'Date;Time;Amount\n03/04/2025;08:15;1,000\n04/04/2025;14.05;0,250\n')
    const started = await read(path, {
      ...{ source: 'Hydro Coach', zone: 'Europe/Lisbon', rows: 'fluid', 'drink:row': 'water' },
    })
    expect(started.open.map(id => id.replace(/^.*\//, ''))).toEqual(['unit'])
    const { lines } = await read(path, {
      ...{ source: 'Hydro Coach', zone: 'Europe/Lisbon', rows: 'fluid', 'drink:row': 'water', unit: 'l' },
    })
    expect(lines).toEqual([
      '2025-04-03 08:15 +1, fluid, drink water, volumeMl 1000',
      '2025-04-04 14:05 +1, fluid, drink water, volumeMl 250',
    ])
  })

  test('columns are things; the dates may be of either order', async () => {
    const path = save(
      'wide.csv',
      'Day,Water (ml),Cramp\n03/04/2025 7:00,"1,500",no\n05/06/2025 7:00,250,yes\n',
    )
    const told = { source: 'My list', zone: 'America/Denver', rows: 'columns', onset: 'exact' }
    const open = await read(path, { ...told, 'muscle:Cramp': 'toes', 'side:Cramp': 'right' })
    expect(open.questions.find(({ id }) => id.endsWith('date-order:Day'))?.answer).toEqual({
      kind: 'one',
      options: [
        { id: 'day-first', label: '3 April 2025' },
        { id: 'month-first', label: '4 March 2025' },
      ],
    })
    const { lines, ignored } = await read(path, {
      ...{ ...told, 'date-order:Day': 'month-first', 'decimal-sign:Water (ml)': 'point' },
      ...{ 'muscle:Cramp': 'toes', 'side:Cramp': 'right' },
    })
    expect(lines.toSorted()).toEqual([
      '2025-03-04 07:00 -7, fluid, drink water, volumeMl 1500',
      '2025-05-06 07:00 -6, cramp, onsetPrecision exact, sites right toes, relief , symptoms , circumstances ',
      '2025-05-06 07:00 -6, fluid, drink water, volumeMl 250',
    ])
    expect(ignored).toEqual({ '“Cramp”: no': 1 })
  })

  test('below a title; dates of a known program that cannot be read are left out', async () => {
    const titled = save(
      'title.csv',
      'Sleep\nStart Time,End Time,Asleep\n2015-05-17 11:21PM,2015-05-18 7:01AM,420\n',
    )
    const told = { source: 'Fitbit', zone: 'Europe/Berlin', rows: 'night', 'column:until': 'End Time' }
    expect((await read(titled, told)).lines).toEqual(['2015-05-17 23:21 +2, night, wakeAt 07:01'])
    const daylio = save('daylio-bad.csv', 'full_date,time,mood,activities\nsoon,18:50,meh,walk\n')
    const { sourceName, leftOut } = await read(daylio, { zone: 'Europe/Berlin' })
    expect({ sourceName, leftOut }).toEqual({
      sourceName: 'Daylio',
      leftOut: [{ reason: 'no date that Unknot can read', what: 'Line 2', when: 'soon 18:50' }],
    })
  })

  test('nights with two clock times and one date, in Windows-1252', async () => {
    const path = save(
      'schlaf.csv',
      Buffer.from(
        'Datum;Bett;Aufgestanden;Notiz\n2.3.24;23:10;7:00;Fu\xdf m\xfcde\n3.3.24;0:20;7:30;\n',
        'latin1',
      ),
    )
    const { lines, notes, open } = await read(path, {
      ...{ source: 'Schlafbuch', zone: 'Europe/Vienna', rows: 'night', 'night-date': 'woke' },
      ...{ 'column:clock': 'Bett', 'column:until': 'Aufgestanden' },
    })
    expect(lines).toEqual([
      '2024-03-01 23:10 +1, night, wakeAt 07:00, Fuß müde',
      '2024-03-03 00:20 +1, night, wakeAt 07:30',
    ])
    expect(open).toEqual([])
    expect(notes).toHaveLength(1)
  })

  test('UTF-16, names of months in another language, and rows that are none', async () => {
    const text =
      'Datum\tWas\tMinuten\n20. März 2025 18:00\tSpaziergang\t45\n\nüber\tSpaziergang\t5\n21. Mai 2025 18:00\tLaufen\t30\tzu\tviel\n22. Dez. 2025 18:00\tLaufen\t30\n'
    const path = save('utf16.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))
    const { lines, leftOut, open } = await read(path, {
      ...{
        source: 'Notizen',
        zone: 'Europe/Berlin',
        'activity:Spaziergang': 'walk',
        'kind:Spaziergang': 'activity',
      },
      ...{ things: ['Spaziergang', 'Laufen'], 'time-is:Laufen': 'start', 'time-is:Spaziergang': 'start' },
      ...{
        'time-unit:Laufen': 'min',
        'time-unit:Spaziergang': 'min',
        rows: 'named',
        'column:value': 'Minuten',
      },
    })
    expect({ lines: lines.toSorted(), open }).toEqual({
      lines: [
        '2025-03-20 18:00 +1, activity, activity walk, durationMinutes 45',
        '2025-12-22 18:00 +1, activity, activity run, durationMinutes 30',
      ],
      open: [],
    })
    expect(leftOut).toEqual([
      { reason: 'more cells than columns', what: 'Line 5', when: '' },
      { reason: 'no date that Unknot can read', what: 'Line 4', when: 'über' },
    ])
  })

  test('runs with a distance in miles and the time at which they ended', async () => {
    const path = save(
      'runs.csv',
      'Ended,Length,Distance (mi)\n2025-05-04T09:30,0:45:00,5.00\n2025-05-05T09:30,0:30:00,\n',
    )
    const { lines, open } = await read(path, {
      ...{ source: 'Running log', zone: 'America/Denver', rows: 'activity', 'activity:row': 'run' },
      ...{ 'column:value': 'Length', 'column:until': '(none)', 'time-is': 'end', activity: 'run' },
    })
    expect({ lines, open }).toEqual({
      lines: [
        '2025-05-04 08:45 -6, activity, activity run, durationMinutes 45, distanceKm 8.047',
        '2025-05-05 09:00 -6, activity, activity run, durationMinutes 30',
      ],
      open: [],
    })
  })

  test('ids of questions are the same in a later export, whatever its rows', async () => {
    const first = await read(save('a.csv', 'When,What\n2025-01-01 10:00,Tea\n'), { rows: 'named' })
    const later = await read(save('b.csv', 'When,What\n2026-01-01 10:00,Tea\n2026-02-01 10:00,Coffee\n'), {
      rows: 'named',
    })
    const ids = new Set(later.questions.map(({ id }) => id))
    expect(first.questions.every(({ id }) => ids.has(id))).toBe(true)
  })
})

describe('broken tables', () => {
  const refusal = async (name: string, content: string | Buffer) => {
    try {
      return await read(save(name, content), { rows: 'cramp' })
    } catch (error) {
      if (error instanceof CallFailure) return error.message
      throw error
    }
  }

  test.each<[string, string | Buffer, RegExp]>([
    ['no header', '2025-01-01,12:00,5\n2025-01-02,12:00,5\n', /does not name the columns/],
    ['no date', 'a,b\n1,2\n', /No column of this table holds a date/],
    ['an empty file', '', /^This file is empty/],
    ['no lines', 'full_date,mood,activities\n', /no lines below them/],
    ['40,000 columns', `${'a,'.repeat(40_000)}z\n`, /more than 16384 cells/],
    ['300 columns', `${'a,'.repeat(300)}z\n1\n`, /301 columns/],
    ['a cell of 3 MB', `Date,Note\n2025-01-01,"${'x'.repeat(3_000_000)}"\n`, /more than 150000 characters/],
  ])('%s is refused with a sentence', async (name, content, sentence) => {
    expect(await refusal(`${name}.csv`, content)).toMatch(sentence)
  })

  test.each([
    ['NUL bytes', Buffer.from('Date,No\0te\n2025-01-01,x\n')],
    ['marked-up text', '<html><body>Date,Note</body></html>'],
  ])('%s is no table', async (name, content) => {
    await expect(scanHistory([save(`${name}.csv`, content)])).rejects.toThrow('No reader')
  })

  test('quotes that do not close, lone surrogates and dates that do not exist cost their rows alone', async () => {
    const path = save(
      'ragged.csv',
      'Date,Note,Amount\n2025-01-01 8:00,a\ud800b,250 ml\n2025-02-30 8:00,x,5\n2025-01-03 8:00\n2025-01-04 8:00,"open,250 ml\n',
    )
    const { lines, leftOut } = await read(path, {
      ...{
        source: 'x',
        zone: 'UTC',
        rows: 'fluid',
        'drink:row': 'tea',
        'column:value': 'Amount',
        notes: ['Note'],
      },
    })
    expect(lines).toEqual(['2025-01-01 08:00 +0, fluid, drink tea, volumeMl 250, a\ufffdb'])
    expect(leftOut.map(({ reason, what }) => `${what}: ${reason}`)).toEqual([
      'Line 5: quotes that do not close',
      'Line 3: no date that Unknot can read',
      'Line 4: no amount that Unknot can read',
    ])
  })
})

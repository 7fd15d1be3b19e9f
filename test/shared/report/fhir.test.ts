/** Validation of the FHIR document against HL7's R4 definitions, as packaged with Lantana's validator. */
import { Fhir } from 'fhir'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import { onsetPrecisions, roughPrecisions } from '../../../shared/kinds/onset.ts'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import { makeBundle } from '../../../shared/report/fhir.ts'
import { writeFirstLine } from '../../../shared/report/first-line.ts'
import type { Report } from '../../../shared/report/report.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { makeView } from '../experiments/make-view.ts'
import { listedFactor, ownAnswerDraft } from '../kinds/drafts.ts'
import { crampAt } from './journal-facts.ts'
import { checkedIn, contentOf, dayAt, doseAt, medicineAt, november, reportOf } from './report-facts.ts'

const fhir = new Fhir()
const hash = '0123456789abcdef'.repeat(4)

/** Parts of a bundle that the tests read. */
const bundle = z.looseObject({
  type: z.literal('document'),
  entry: z.array(
    z.strictObject({ fullUrl: z.string(), resource: z.looseObject({ resourceType: z.string() }) }),
  ),
})

/** Bundle as parsed from its file, validated as a whole and resource by resource. */
function validated(report: Report) {
  const written: unknown = JSON.parse(JSON.stringify(makeBundle({ report, hash })))
  const read = bundle.parse(written)
  for (const one of [read, ...read.entry.map(({ resource }) => resource)]) {
    const { valid, messages } = fhir.validate(one, { errorOnUnexpected: true })
    expect(messages.filter(({ severity }) => severity === 'error' || severity === 'fatal')).toEqual([])
    expect(valid).toBe(true)
  }
  return read.entry.map(({ resource }) => resource)
}

const full = reportOf({
  profile: { ...emptyProfile, name: 'Ada <b>Łęcka</b> آدا', dateOfBirth: '1958-02-03' },
  order: { reveal: ['notes'] },
  entries: [
    crampAt('2026-11-05', '03:10', {
      intensity: 7,
      durationSeconds: 95,
      wokeMe: true,
      stateAtOnset: 'asleep',
      symptoms: ['numb'],
      relief: [
        { technique: 'stretch', helped: 'yes', startedAfterMinutes: null, minutesToRelief: 2 },
        { technique: 'pickle-brine', helped: null, startedAfterMinutes: null, minutesToRelief: null },
      ],
      sorenessHours: 12,
      note: 'after <i>the</i> long run & no sleep',
    }),
    doseAt('2026-11-12', '22:00', { amount: '400 mg' }),
    doseAt('2026-11-14', '22:00', { amount: '400 mg' }),
    {
      ...crampAt('2026-11-09', '02:00', { onsetPrecision: 'night', sites: [] }, -330),
      ...{ source: 'Bearable', sourceKey: '7' },
    },
  ],
  medication: [
    medicineAt('2026-03-01'),
    medicineAt('2026-10-10', { change: 'dose-up', dose: '40 mg' }),
    medicineAt('2026-11-10', { name: 'Naproxen', medicineClass: 'naproxen', change: 'stop', dose: '' }),
  ],
  checkIns: checkedIn('cramp', november.fromDate, november.toDate),
})

test('a part of the day is a period, and a date alone no more than the date', () => {
  const entries = roughPrecisions.map(onsetPrecision =>
    crampAt('2026-11-12', onsetPrecisions.get(onsetPrecision).clock ?? '', { onsetPrecision }),
  )
  const resources = validated(
    reportOf({ entries, checkIns: checkedIn('cramp', november.fromDate, november.toDate) }),
  )
  const onsets = resources
    .filter(({ code }) => JSON.stringify(code)?.includes('Muscle cramp'))
    .map(({ effectiveDateTime, effectivePeriod }) => effectiveDateTime ?? effectivePeriod)
  const hours = (from: string, until: string) => ({
    start: `2026-11-12T${from}:00+01:00`,
    end: `${until}:00+01:00`,
  })
  expect(onsets).toEqual([
    hours('00:00', '2026-11-12T06:00'),
    hours('06:00', '2026-11-12T12:00'),
    '2026-11-12',
    hours('12:00', '2026-11-12T18:00'),
    hours('18:00', '2026-11-13T00:00'),
  ])
})

test('the validator does refuse what is no R4', () => {
  expect(fhir.validate({ resourceType: 'Observation', status: 'final' }, {}).valid).toBe(false)
  expect(
    fhir.validate({ resourceType: 'Patient', surprise: 1 }, { errorOnUnexpected: true }).messages,
  ).not.toEqual([])
})

describe('a full report', () => {
  const resources = validated(full)
  const ofType = (type: string) => resources.filter(({ resourceType }) => resourceType === type)

  test('is a document with a composition first, the patient, the cramps and what is taken', () => {
    expect(resources[0]?.resourceType).toBe('Composition')
    expect(ofType('Patient')).toEqual([
      { resourceType: 'Patient', name: [{ text: 'Ada <b>Łęcka</b> آدا' }], birthDate: '1958-02-03' },
    ])
    expect(ofType('MedicationStatement')).toMatchObject([
      {
        status: 'active',
        medicationCodeableConcept: { text: 'Simvastatin' },
        effectivePeriod: { start: '2026-03-01' },
        dosage: [{ text: '40 mg' }],
        note: [{ text: '2026-10-10: dose raised, 40 mg' }],
      },
      { status: 'completed', effectivePeriod: { end: '2026-11-10' } },
      {
        status: 'completed',
        medicationCodeableConcept: { text: 'Ibuprofen' },
        effectivePeriod: { start: november.fromDate, end: november.toDate },
        dosage: [{ text: 'Taken as needed, 2 times on 2 days; 400 mg', asNeededBoolean: true }],
      },
    ])
  })

  test('begins with the first line of the page, in the formats of files', () => {
    const line = writeFirstLine(full)
    expect(line).toMatch(/^About 2 cramps in 4 weeks; woke on 1 of 27 known nights; takes simvastatin/)
    expect(resources[0]?.section).toMatchObject([
      { title: 'In one sentence', text: { div: expect.stringContaining(`<p>${line}</p>`) } },
      { title: 'In numbers' },
      {},
      {},
      {},
      {},
    ])
  })

  test('gives a cramp its own clock, and no more than the night where only that is known', () => {
    const cramps = ofType('Observation').filter(({ code }) => JSON.stringify(code).includes('Muscle cramp'))
    expect(cramps).toMatchObject([
      {
        effectiveDateTime: '2026-11-05T03:10:00+01:00',
        bodySite: { text: 'Left calf' },
        note: [{ text: 'after <i>the</i> long run & no sleep' }],
      },
      { effectiveDateTime: '2026-11-09', note: [{ text: 'Imported from Bearable' }] },
    ])
    expect(cramps[1]).not.toHaveProperty('component')
  })

  test('says the numbers of the page', () => {
    const { whole } = contentOf(full.numbers)
    expect(ofType('Observation')).toContainEqual(
      expect.objectContaining({
        code: { text: 'Cramps per 28 answered days (period)' },
        effectivePeriod: { start: '2026-11-01', end: '2026-11-28' },
        valueQuantity: { value: whole.cramps?.per28Days, unit: 'per 28 answered days' },
      }),
    )
  })

  test('refers only to what is in it, and every address is a UUID of its own', () => {
    const text = JSON.stringify(makeBundle({ report: full, hash }))
    const addresses = bundle.parse(JSON.parse(text)).entry.map(({ fullUrl }) => fullUrl)
    expect(new Set(addresses).size).toBe(addresses.length)
    for (const address of addresses)
      expect(address).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
    const references = [...text.matchAll(/"reference":"([^"]+)"/g)].map(([, reference]) => reference)
    expect(references.length).toBeGreaterThan(0)
    for (const reference of references) expect(addresses).toContain(reference)
  })

  test('holds no code but those whose source is named: the category of an observation, and units', () => {
    const text = JSON.stringify(resources)
    const systems = new Set([...text.matchAll(/"system":"([^"]+)"/g)].map(([, system]) => system))
    expect(systems).toEqual(
      new Set(['http://terminology.hl7.org/CodeSystem/observation-category', 'http://unitsofmeasure.org']),
    )
  })
})

test('experiments are told as text, each in a paragraph of its own, or left out where nobody asked', () => {
  const experiments = [makeView('2026-11-14', '2026-11-28'), makeView('2026-09-15', '2026-11-28')]
  const [composition] = validated(reportOf({ experiments }))
  const section = { title: 'Experiments' }
  expect(composition?.section).toContainEqual(expect.objectContaining(section))
  const text = JSON.stringify(composition)
  expect(text).toMatch(
    /<p>Does room for the feet in bed keep cramps away\? 2026-09-15 to 2026-11-09: [^<]+ p = [^<]+<\/p>/,
  )
  expect(text).toMatch(/<p>[^<]+ 2026-11-14 to 2027-01-08: [^<]+Under way[^<]+<\/p>/)
  const [without] = validated(reportOf({ experiments, order: { sections: ['numbers'] } }))
  expect(without?.section).not.toContainEqual(expect.objectContaining(section))
})

test('without a name there is no patient, and still a valid document', () => {
  const resources = validated(reportOf({ medication: [medicineAt('2026-03-01')] }))
  expect(resources.map(({ resourceType }) => resourceType)).toEqual(['Composition', 'MedicationStatement'])
  expect(resources[1]).toMatchObject({ subject: { display: 'The person who kept the diary' } })
})

test('an empty period is a valid document that says so', () => {
  const [composition, ...others] = validated(reportOf())
  expect(others).toEqual([])
  expect(JSON.stringify(composition)).toContain('No cramp was recorded in this period.')
})

test('reliefs are told by name, and how much the cramps got in the way of the day', () => {
  const text = JSON.stringify(
    validated(
      reportOf({
        entries: [dayAt('2026-11-12', 6)],
        checkIns: checkedIn('cramp', november.fromDate, november.toDate),
      }),
    ),
  )
  expect(text).toContain('Cramps got in the way of the day, 0 to 10')
  expect(JSON.stringify(validated(full))).toContain('"valueString":"Pickle brine"')
})

test('own factors are text, and only where their page was asked for', () => {
  const stress = { ...listedFactor({ name: 'Stress', answer: 'scale' }), id: 1 }
  const brine = { ...listedFactor({ name: 'Pickle <brine>', answer: 'amount', unit: 'kg/m2' }), id: 2 }
  const answer = (
    date: string,
    clock: string,
    fields: Partial<EntryOf<'own-factor'>>,
  ): EntryOf<'own-factor'> => {
    const moment = momentAt(date, clock, 'Europe/Berlin')
    return {
      ...ownAnswerDraft({ ...moment, present: null }),
      id: 1,
      loggedAt: moment.at,
      editedAt: null,
      ...fields,
    }
  }
  const facts = {
    ownFactors: [stress, brine],
    factorCheckIns: [{ factorId: 2, date: '2026-11-05', dayStartMinutes: 240 }],
    entries: [
      answer('2026-11-03', '12:00', { factorId: 1, score: 0 }),
      answer('2026-11-04', '12:00', { factorId: 1, score: 7 }),
      answer('2026-11-04', '08:00', { factorId: 2, amount: 30 }),
      // Before the day's start: it belongs to the fourth.
      answer('2026-11-05', '01:00', { factorId: 2, amount: 30.5 }),
    ],
  }
  const textsOf = (report: Report) =>
    validated(report).flatMap(({ resourceType, code, valueString }) =>
      resourceType === 'Observation' && valueString !== undefined
        ? [[z.object({ text: z.string() }).parse(code).text, valueString]]
        : [],
    )
  expect(textsOf(reportOf({ ...facts, order: { pages: ['own-things'] } }))).toEqual([
    ['Stress (from 0 to 10, once a day)', 'On 2 answered days: 3.5 of 10 in the middle (median), 7 at most.'],
    [
      'Pickle <brine> (an amount, each time, in kg/m2)',
      'On 1 of 2 answered days: 60.5 kg/m2 a day in the middle (median), 60.5 kg/m2 at most.',
    ],
  ])
  expect(textsOf(reportOf(facts))).toEqual([])
})

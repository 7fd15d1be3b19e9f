/**
 * Report as a FHIR R4 document (https://hl7.org/fhir/R4/documents.html): a Composition that references all other resources,
 * the Patient if there is a name or date of birth, an Observation per outcome measure and per cramp, and a
 * MedicationStatement per medicine, with its doses counted where it is taken as needed.
 *
 * A code is used only with its source in a comment. Everything else is text, because a machine would take a nearly right
 * code for the right one.
 */

import { formatExperiments } from '../experiments/summary.ts'
import { statesAtOnset } from '../kinds/cramp.ts'
import { nameIn } from '../kinds/journal-lists.ts'
import { medicationChanges, medicineClasses } from '../kinds/medicines.ts'
import { formatSite } from '../kinds/muscles.ts'
import { getPossibleInstants, hasOnsetClock } from '../kinds/onset.ts'
import type { Period } from '../kinds/period.ts'
import { reliefTechniques } from '../kinds/reliefs.ts'
import { symptoms } from '../kinds/symptoms.ts'
import { lowerFirst } from '../locale/lower-first.ts'
import { type Moment, MS_PER_SECOND, wallClockMs } from '../time/moment.ts'
import { writeDoseCount } from './doses.ts'
import { type Cramp, entriesOf } from './facts.ts'
import { writeFirstLine } from './first-line.ts'
import type { MadeReport } from './kept.ts'
import { nameAnswer, writeOwnThing } from './own-things.ts'
import type {
  OutcomeMeasures,
  OwnThing,
  Rate,
  Report,
  ReportDoses,
  ReportMedicine,
  Spread,
} from './report.ts'

/** JSON of a resource or of a part of one; undefined properties are omitted. */
interface Part {
  readonly [name: string]: string | number | boolean | Part | readonly Part[] | undefined
}

/** Category "survey": the person's own answers. Source: FHIR R4, code system observation-category. */
const selfReported: Part = {
  coding: [
    {
      system: 'http://terminology.hl7.org/CodeSystem/observation-category',
      code: 'survey',
      display: 'Survey',
    },
  ],
  text: 'Recorded by the person',
}

/** Quantity in a UCUM unit: seconds or hours. Source: UCUM, table 4 (https://ucum.org/ucum). */
const ucum = (value: number, unit: string, code: 's' | 'h'): Part => ({
  value,
  unit,
  system: 'http://unitsofmeasure.org',
  code,
})

const PERSON = 'The person who kept the diary'

export function makeBundle({ report, hash }: MadeReport): Part {
  const patient = describePatient(report)
  const subject: Part =
    patient === null ? { display: PERSON } : { reference: addressOf(hash, 1), display: report.name || PERSON }
  const measures = describeMeasures(report, subject)
  const episodes = entriesOf(report.episodes, 'cramp').map(cramp =>
    describeEpisode(cramp, subject, report.ownNames),
  )
  const medicines =
    report.medicines?.kind === 'shown'
      ? report.medicines.content.medicines.map(medicine => describeMedicine(medicine, subject))
      : []
  const doses =
    report.medicines?.kind === 'shown'
      ? (report.medicines.content.doses ?? []).map(one => describeDoses(one, report.order, subject))
      : []
  const ownThings =
    report.ownThings?.kind === 'shown'
      ? report.ownThings.content.map(thing => describeOwnThing(thing, report, subject))
      : []
  const resources = [
    ...(patient === null ? [] : [patient]),
    ...measures,
    ...episodes,
    ...medicines,
    ...doses,
    ...ownThings,
  ]
  // Address numbers: composition 0, patient (if any) 1, then the others.
  const addresses = new Map(resources.map((resource, index) => [resource, addressOf(hash, index + 1)]))
  const listed = (title: string, parts: readonly Part[], otherwise: string): Part => ({
    title,
    text: narrative(parts.length === 0 ? otherwise : `${parts.length} recorded.`),
    ...(parts.length > 0 && {
      entry: parts.map(part => ({ reference: addresses.get(part) ?? '' })),
    }),
  })
  const composition: Part = {
    resourceType: 'Composition',
    status: 'final',
    type: { text: 'Summary of a cramp diary' },
    ...(patient !== null && { subject }),
    date: report.madeOn,
    author: [{ display: PERSON }],
    title: `Cramp report, ${report.order.fromDate} to ${report.order.toDate}`,
    section: [
      ...describeFirstLine(report),
      listed('In numbers', measures, 'Too few answered days for a rate.'),
      listed('Cramps', episodes, 'No cramp was recorded in this period.'),
      listed('Medicines', [...medicines, ...doses], 'None was written down, or none was to be included.'),
      ...(report.ownThings === null
        ? []
        : [
            listed(
              'In the person’s own words',
              ownThings,
              'Nothing of this kind was answered in this period.',
            ),
          ]),
      ...describeExperiments(report),
      { title: 'What this is', text: narrative('Self-recorded. Not a diagnosis.') },
    ],
  }
  return {
    resourceType: 'Bundle',
    identifier: { system: 'urn:ietf:rfc:3986', value: addressOf(hash, 0) },
    type: 'document',
    timestamp: `${report.madeOn}T00:00:00Z`,
    entry: [composition, ...resources].map((resource, index) => ({
      fullUrl: addressOf(hash, index),
      resource,
    })),
  }
}

/** Deterministic address: a version 8 UUID (RFC 9562) from the report's hash and a number, so that exports are equal. */
function addressOf(hash: string, number: number): string {
  const tail = number.toString(16).padStart(12, '0')
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${tail}`
}

function describePatient({ name, dateOfBirth }: Report): Part | null {
  if (name === '' && dateOfBirth === null) return null
  return {
    resourceType: 'Patient',
    ...(name !== '' && { name: [{ text: name }] }),
    ...(dateOfBirth !== null && { birthDate: dateOfBirth }),
  }
}

// -------------------------------------------------------------------- observations

const observe = (subject: Part, fields: Part): Part => ({
  resourceType: 'Observation',
  status: 'final',
  category: [selfReported],
  subject,
  ...fields,
})

/** Observations of the outcome measures, of the last tracked days and of the whole period. */
function describeMeasures({ numbers }: Report, subject: Part): Part[] {
  if (numbers?.kind !== 'shown') return []
  const { last, whole } = numbers.content
  return [
    ...describeOutcomeMeasures(last, 'last answered days', subject),
    ...describeOutcomeMeasures(whole, 'period', subject),
  ]
}

function describeOutcomeMeasures(numbers: OutcomeMeasures, what: string, subject: Part): Part[] {
  const measure = (name: string, value: Part | null): Part[] =>
    value === null
      ? []
      : [
          observe(subject, {
            code: { text: `${name} (${what})` },
            effectivePeriod: { start: numbers.fromDate, end: numbers.toDate },
            ...value,
          }),
        ]
  return [
    ...measure('Cramps per 28 answered days', describeRate(numbers.cramps)),
    ...measure('Days with a cramp per 28 answered days', describeRate(numbers.crampDays)),
    ...measure('Nights woken by a cramp', { valueInteger: numbers.nightsWoken.nights }),
    ...measure(
      'Cramp intensity, 0 to 10',
      describeSpread(numbers.intensity, value => ({ value })),
    ),
    ...measure(
      'Cramp duration',
      describeSpread(numbers.durationSeconds, value => ucum(value, 's', 's')),
    ),
    ...measure(
      'Soreness after a cramp',
      describeSpread(numbers.sorenessHours, value => ucum(value, 'h', 'h')),
    ),
    ...measure(
      'Sleep disturbance, 0 to 10',
      describeSpread(numbers.sleepDisturbance, value => ({ value })),
    ),
    ...measure(
      'Cramps got in the way of the day, 0 to 10',
      describeSpread(numbers.bother, value => ({ value })),
    ),
  ]
}

const component = (text: string, value: Part): Part => ({ code: { text }, ...value })

function describeRate(rate: Rate | null): Part | null {
  if (rate === null) return null
  const quantityPer28Days = (value: number): Part => ({
    valueQuantity: { value, unit: 'per 28 answered days' },
  })
  return {
    ...quantityPer28Days(rate.per28Days),
    component: [
      component('Lower 95% limit (exact Poisson)', quantityPer28Days(rate.lower)),
      component('Upper 95% limit (exact Poisson)', quantityPer28Days(rate.upper)),
      component('Count', { valueInteger: rate.count }),
      component('Answered days', { valueInteger: rate.trackedDays }),
    ],
  }
}

function describeSpread(spread: Spread | null, quantityOf: (value: number) => Part): Part | null {
  if (spread === null) return null
  const quantity = (value: number): Part => ({ valueQuantity: quantityOf(value) })
  return {
    ...quantity(spread.median),
    component: [
      component('Lower quartile', quantity(spread.lowerQuartile)),
      component('Upper quartile', quantity(spread.upperQuartile)),
      component('Largest', quantity(spread.max)),
      component('Number of values', { valueInteger: spread.n }),
    ],
  }
}

function describeEpisode(cramp: Cramp, subject: Part, ownNames: Report['ownNames']): Part {
  const components = [
    cramp.intensity === null ? [] : component('Intensity, 0 to 10', { valueInteger: cramp.intensity }),
    cramp.durationSeconds === null
      ? []
      : component('Duration', { valueQuantity: ucum(cramp.durationSeconds, 's', 's') }),
    cramp.stateAtOnset === null
      ? []
      : component('Doing at the onset', { valueString: statesAtOnset.words[cramp.stateAtOnset] }),
    cramp.wokeMe === null ? [] : component('Woken by it', { valueBoolean: cramp.wokeMe }),
    cramp.sorenessHours === null
      ? []
      : component('Soreness afterwards', { valueQuantity: ucum(cramp.sorenessHours, 'h', 'h') }),
    cramp.symptoms.map(symptom => component('Symptom', { valueString: nameIn(symptoms, symptom, ownNames) })),
    cramp.relief.map(({ technique }) =>
      component('Tried', { valueString: nameIn(reliefTechniques, technique, ownNames) }),
    ),
  ].flat()
  // Text, since R4 has a reference to a device but none to a program's export.
  const origin = cramp.source === undefined ? '' : `Imported from ${cramp.source}`
  const notes = [cramp.note.trim(), origin].filter(text => text !== '')
  return observe(subject, {
    code: { text: 'Muscle cramp' },
    ...describeOnset(cramp),
    ...(cramp.sites.length > 0 && { bodySite: { text: cramp.sites.map(formatSite).join('; ') } }),
    ...(components.length > 0 && { component: components }),
    ...(notes.length > 0 && { note: notes.map(text => ({ text })) }),
  })
}

/**
 * Onset as local time with UTC offset; a part of the day as a period of its hours; the date if no more than it or the night
 * is known.
 */
function describeOnset(cramp: Cramp): Part {
  const { onsetPrecision, offsetMinutes } = cramp
  const whole = formatMoment(cramp)
  if (onsetPrecision === 'night' || onsetPrecision === 'date')
    return { effectiveDateTime: whole.slice(0, 10) }
  if (hasOnsetClock(onsetPrecision)) return { effectiveDateTime: whole }
  const { firstAt, lastAt } = getPossibleInstants(cramp)
  return {
    effectivePeriod: {
      start: formatMoment({ at: firstAt, offsetMinutes }),
      end: formatMoment({ at: lastAt, offsetMinutes }),
    },
  }
}

/** ISO 8601 local time with offset: `2026-11-12T03:10:00+01:00`. */
function formatMoment(moment: Moment): string {
  const wall = new Date(Math.floor(wallClockMs(moment) / MS_PER_SECOND) * MS_PER_SECOND).toISOString()
  const minutes = Math.abs(moment.offsetMinutes)
  const two = (value: number) => String(value).padStart(2, '0')
  const sign = moment.offsetMinutes < 0 ? '-' : '+'
  return `${wall.slice(0, 19)}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** An own factor as text: no code stands for what a person names in their own words. */
const describeOwnThing = (thing: OwnThing, { order }: Report, subject: Part): Part =>
  observe(subject, {
    code: { text: `${thing.name} (${lowerFirst(nameAnswer(thing))})` },
    effectivePeriod: { start: order.fromDate, end: order.toDate },
    valueString: writeOwnThing(thing),
  })

// -------------------------------------------------------------------- medicines

function describeMedicine(medicine: ReportMedicine, subject: Part): Part {
  const { startedOn, stoppedOn, changes, dose } = medicine
  const notes = changes.map(({ date, change, dose: newDose }) => ({
    text: [`${date}: ${medicationChanges.words[change].toLowerCase()}`, newDose].filter(Boolean).join(', '),
  }))
  return {
    resourceType: 'MedicationStatement',
    status: stoppedOn === null ? 'active' : 'completed',
    category: { text: medicineClasses.words[medicine.medicineClass] },
    medicationCodeableConcept: { text: medicine.name },
    subject,
    ...((startedOn !== null || stoppedOn !== null) && {
      effectivePeriod: {
        ...(startedOn !== null && { start: startedOn }),
        ...(stoppedOn !== null && { end: stoppedOn }),
      },
    }),
    ...(dose !== '' && { dosage: [{ text: dose }] }),
    ...(notes.length > 0 && { note: notes }),
  }
}

/** Doses of one medicine within the period, counted: they are self-recorded, and name neither a product nor a route. */
const describeDoses = (doses: ReportDoses, { fromDate, toDate }: Period, subject: Part): Part => ({
  resourceType: 'MedicationStatement',
  status: 'completed',
  medicationCodeableConcept: { text: doses.name },
  subject,
  effectivePeriod: { start: fromDate, end: toDate },
  dosage: [
    {
      text: [`Taken as needed, ${writeDoseCount(doses)}`, ...doses.amounts].join('; '),
      asNeededBoolean: true,
    },
  ],
})

// -------------------------------------------------------------------- text

/** First line of the page, in the formats of files; none without anything to say. */
function describeFirstLine(report: Report): Part[] {
  const line = writeFirstLine(report)
  return line === null ? [] : [{ title: 'In one sentence', text: narrative(line) }]
}

/** Experiments as text: R4 has no resource for an N-of-1 trial. */
function describeExperiments({ experiments }: Report): Part[] {
  if (experiments === null) return []
  const sentences =
    experiments.kind === 'withheld'
      ? [experiments.why]
      : formatExperiments(
          experiments.content.done,
          experiments.content.underWay,
          experiments.content.coins,
        ).map(({ question, fromDate, toDate, text }) => `${question} ${fromDate} to ${toDate}: ${text}`)
  return [{ title: 'Experiments', text: narrative(...sentences) }]
}

/** Narrative of generated sentences. Text is escaped: the first line has the names of medicines as they were typed. */
function narrative(...sentences: readonly string[]): Part {
  const paragraphs = sentences.map(sentence => `<p>${escapeMarkup(sentence)}</p>`).join('')
  return { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${paragraphs}</div>` }
}

const escapeMarkup = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/**
 * What the weeks up to a cramp hold, in counts. The routine rules ask for nothing more, so that somebody who keeps no
 * journal can answer the same questions on the page that checks symptoms.
 *
 *     168 days      84           56              28        14      the cramp
 *        |-----------|------------|---------------|---------|---------x
 *        |           |            |  28 before    |  the last 28      |
 *        |           |<- a medicine was started -------------------- >|
 *        |<- before -|
 */
import type { CrampSite, Muscle, Symptom } from '../../journal/cramp.ts'
import type { EntryOf } from '../../journal/entry.ts'
import type { MedicineClass } from '../../journal/medication.ts'
import { compareRates } from '../../statistics/rate-ratio.ts'
import { addDays, type CalendarDate } from '../../time/calendar-date.ts'
import { calendarDate, crampDay, type Moment, MS_PER_DAY } from '../../time/moment.ts'
import { medicinesWithCramps } from '../medicines.ts'

/** So many days count as recent, and so many before them are set beside them. */
export const RECENT_DAYS = 28
const SLEEP_DAYS = 14
/** A mean of fewer nights than this says little of two weeks. */
const MIN_NIGHTS_RATED = 4
const MEDICINE_DAYS = 84
/** How far back cramps and cramp-free days are asked for. */
export const HISTORY_DAYS = 2 * MEDICINE_DAYS
/** Fewer tracked days than this on either side are not compared. */
const MIN_COMPARED_DAYS = 14
/** Fewer tracked days before a medicine than this tell no rate. */
const MIN_DAYS_BEFORE_MEDICINE = 7
/** How a day was is said in its evening, or the morning after. */
const SAID_LATER_DAYS = 2

export interface RecentWeeks {
  /** Cramps of the last 28 days. Days of which nothing is known can only have added to them. */
  readonly cramps: number
  /** Cramps on the last 28 tracked days of the last 56; null while fewer are tracked. */
  readonly crampsOn28TrackedDays: number | null
  /** Those of the last 28 days of intensity 7 or more. */
  readonly severeCramps: number
  /** Nights of the last 28 from whose sleep a cramp woke the person. */
  readonly nightsWoken: number
  /** Mean sleep disturbance of the last 14 nights, 0 to 10; null with fewer than four rated. */
  readonly sleepDisturbance: number | null
  /** Cramps of the last 28 days with numbness, tingling, burning or pain that runs along the leg. */
  readonly nerveCramps: number
  /** Cramps of the last 28 days with walking or sport, gone within 10 minutes of rest, in the muscles of this one. */
  readonly walkingCramps: number
  /** Days of the last 28 with a cramp that walking made worse, and back pain or pain that runs along the leg. */
  readonly backAndWalkingDays: number
  /** The last 28 days beside the 28 before; null while either is tracked too little. */
  readonly rise: Rise | null
  /** Kinds of medicine started or raised in the last 12 weeks, since when there are more cramps than before. */
  readonly medicinesBeforeRise: readonly MedicineClass[]
  /** Tracked days and cramps of the last 168 days. */
  readonly trackedDays: number
  readonly crampsInAll: number
  /** How much the cramps bother, 0 to 10, as rated last; null when not rated in the last 28 days. */
  readonly bother: number | null
}

export interface Rise {
  readonly now: number
  readonly before: number
  /** Of the rates per tracked day; null when there was no cramp before: open-ended. */
  readonly ratio: number | null
  /** The lower 95% limit of the ratio. */
  readonly lower: number
}

export interface RecentSources {
  /** What the weeks lead up to. */
  readonly subject: Moment & { readonly sites: readonly CrampSite[] }
  /** All cramps of the last 168 days, the subject among them if it is one. */
  readonly cramps: readonly EntryOf<'cramp'>[]
  readonly nights: readonly EntryOf<'night'>[]
  readonly days: readonly EntryOf<'day'>[]
  readonly medication: readonly EntryOf<'medication'>[]
  /** Cramp-days of which the person said that there was no cramp. */
  readonly crampFreeDays: readonly CalendarDate[]
}

export const SEVERE_INTENSITY = 7
export const nerveSymptoms = [
  'numb',
  'tingling',
  'burning',
  'radiating',
] as const satisfies readonly Symptom[]

type Cramp = EntryOf<'cramp'>

const knownDays = new WeakMap<Cramp, CalendarDate>()

/** Its cramp-day, worked out once: where a long period is judged, every cramp is asked for it by hundreds of others. */
function dayOfCramp(cramp: Cramp): CalendarDate {
  const known = knownDays.get(cramp)
  if (known !== undefined) return known
  const day = crampDay(cramp)
  knownDays.set(cramp, day)
  return day
}
const tellsOne = ({ symptoms }: Cramp, words: readonly Symptom[]) =>
  words.some(word => symptoms.includes(word))

/** Came with walking or sport, and went within 10 minutes of rest. */
export const isOfWalking = ({ stateAtOnset, relievedByRest }: Cramp): boolean =>
  (stateAtOnset === 'walking' || stateAtOnset === 'exercising') && relievedByRest === 'yes'

export const isWorseWalking = (cramp: Cramp): boolean =>
  cramp.stateAtOnset === 'walking' || tellsOne(cramp, ['worse-walking'])

export const backSymptoms = ['back-pain', 'radiating'] as const satisfies readonly Symptom[]

export function summarizeRecentWeeks(sources: RecentSources): RecentWeeks {
  const { subject, nights, days } = sources
  const isWithin =
    (count: number) =>
    ({ at }: { at: number }) =>
      at <= subject.at && subject.at - at < count * MS_PER_DAY
  const cramps = sources.cramps.filter(isWithin(HISTORY_DAYS))
  const recent = cramps.filter(isWithin(RECENT_DAYS))
  const rated = nights.filter(isWithin(SLEEP_DAYS)).flatMap(({ sleepDisturbance }) => sleepDisturbance ?? [])
  const tracked = listTrackedDays(sources, cramps)
  return {
    cramps: recent.length,
    crampsOn28TrackedDays: countOnTrackedDays(subject, cramps, tracked),
    severeCramps: recent.filter(({ intensity }) => (intensity ?? 0) >= SEVERE_INTENSITY).length,
    nightsWoken: new Set(recent.filter(({ wokeMe }) => wokeMe === true).map(dayOfCramp)).size,
    sleepDisturbance: rated.length < MIN_NIGHTS_RATED ? null : mean(rated),
    nerveCramps: recent.filter(cramp => tellsOne(cramp, nerveSymptoms)).length,
    walkingCramps: countInSameMuscles(subject.sites, recent.filter(isOfWalking)),
    backAndWalkingDays: new Set(
      recent.filter(cramp => isWorseWalking(cramp) && tellsOne(cramp, backSymptoms)).map(calendarDate),
    ).size,
    rise: compareWithBefore(subject, cramps, tracked),
    medicinesBeforeRise: listMedicinesBeforeRise(sources, cramps, tracked),
    trackedDays: tracked.length,
    crampsInAll: cramps.length,
    bother:
      days
        .filter(
          ({ at, bother }) =>
            bother !== null &&
            at <= subject.at + SAID_LATER_DAYS * MS_PER_DAY &&
            subject.at - at < RECENT_DAYS * MS_PER_DAY,
        )
        .toSorted((a, b) => a.at - b.at)
        .at(-1)?.bother ?? null,
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Cramp-days of which it is known whether there was a cramp, newest first. */
function listTrackedDays(
  { subject, crampFreeDays }: Pick<RecentSources, 'subject' | 'crampFreeDays'>,
  cramps: readonly Cramp[],
): CalendarDate[] {
  const last = crampDay(subject)
  const first = addDays(last, 1 - HISTORY_DAYS)
  return [...new Set([...cramps.map(dayOfCramp), ...crampFreeDays])]
    .filter(date => date >= first && date <= last)
    .sort()
    .reverse()
}

const countOn = (cramps: readonly Cramp[], days: readonly CalendarDate[]) => {
  const known = new Set(days)
  return cramps.filter(cramp => known.has(dayOfCramp(cramp))).length
}

function countOnTrackedDays(
  subject: Moment,
  cramps: readonly Cramp[],
  tracked: readonly CalendarDate[],
): number | null {
  const earliest = addDays(crampDay(subject), 1 - 2 * RECENT_DAYS)
  const days = tracked.filter(date => date >= earliest).slice(0, RECENT_DAYS)
  return days.length < RECENT_DAYS ? null : countOn(cramps, days)
}

const muscleGroups: readonly (readonly Muscle[])[] = [
  ['toes', 'arch'],
  ['calf', 'shin'],
  ['inner-thigh', 'hamstring', 'front-thigh'],
  ['hand', 'arm'],
]

/** The most of `cramps` that share a group of muscles with each other and with `sites`. */
function countInSameMuscles(sites: readonly CrampSite[], cramps: readonly Cramp[]): number {
  const isIn = (group: readonly Muscle[], of: readonly CrampSite[]) =>
    of.some(({ muscle }) => group.includes(muscle))
  return Math.max(
    0,
    ...muscleGroups
      .filter(group => isIn(group, sites))
      .map(group => cramps.filter(cramp => isIn(group, cramp.sites)).length),
  )
}

function compareWithBefore(
  subject: Moment,
  cramps: readonly Cramp[],
  tracked: readonly CalendarDate[],
): Rise | null {
  const last = crampDay(subject)
  const [from, fromBefore] = [addDays(last, 1 - RECENT_DAYS), addDays(last, 1 - 2 * RECENT_DAYS)]
  const days = tracked.filter(date => date >= from)
  const daysBefore = tracked.filter(date => date >= fromBefore && date < from)
  if (Math.min(days.length, daysBefore.length) < MIN_COMPARED_DAYS) return null
  const [now, before] = [countOn(cramps, days), countOn(cramps, daysBefore)]
  const test = compareRates({ events: now, days: days.length }, { events: before, days: daysBefore.length })
  return test.kind === 'not-estimable' ? null : { now, before, ratio: test.rateRatio, lower: test.lower }
}

/**
 * A medicine counts as followed by more cramps when those since the change, spread over four weeks at least, are more
 * per day than those of the 12 weeks before. Where nothing is known of the time before, nothing is claimed.
 */
function listMedicinesBeforeRise(
  { subject, medication }: RecentSources,
  cramps: readonly Cramp[],
  tracked: readonly CalendarDate[],
): MedicineClass[] {
  const followed = medication.filter(change => {
    const { at } = change
    if (change.change !== 'start' && change.change !== 'dose-up') return false
    if (!(change.medicineClass in medicinesWithCramps)) return false
    if (at > subject.at || subject.at - at > MEDICINE_DAYS * MS_PER_DAY) return false
    const date = crampDay(change)
    const daysBefore = tracked.filter(day => day < date && day >= addDays(date, -MEDICINE_DAYS))
    if (daysBefore.length < MIN_DAYS_BEFORE_MEDICINE) return false
    const daysSince = Math.max(RECENT_DAYS, (subject.at - at) / MS_PER_DAY)
    const since = cramps.filter(cramp => cramp.at >= at).length
    return since / daysSince > countOn(cramps, daysBefore) / daysBefore.length
  })
  return [...new Set(followed.map(({ medicineClass }) => medicineClass))]
}

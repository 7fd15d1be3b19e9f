/**
 * Counts of the weeks up to a cramp. The routine rules need nothing else, so that the symptom check can ask a person
 * without a journal for the same counts.
 *
 *     168 days      84           56              28        14      the cramp
 *        |-----------|------------|---------------|---------|---------x
 *        |           |            |  28 before    |  the last 28      |
 *        |           |<- a medicine was started -------------------- >|
 *        |<- before -|
 */
import {
  compareBeforeAndAfter,
  DAYS_EACH_SIDE,
  isRise,
  type MedicineComparison,
} from '../../analysis/medicine-changes.ts'
import type { CrampSite } from '../../kinds/cramp.ts'
import type { EntryOf } from '../../kinds/entry.ts'
import type { MedicineClass } from '../../kinds/medicines.ts'
import { type Muscle, muscles } from '../../kinds/muscles.ts'
import { listDoubtfulDays } from '../../kinds/onset.ts'
import type { BuiltInSymptom } from '../../kinds/symptoms.ts'
import { compareRates } from '../../statistics/rate-ratio.ts'
import { addDays, type CalendarDate, dayNumber } from '../../time/calendar-date.ts'
import { calendarDate, crampDay, type Moment, MS_PER_DAY } from '../../time/moment.ts'
import { medicinesWithCramps } from '../knowledge/medicines.ts'

/** Length of the recent and of the comparison period, in days. */
export const RECENT_DAYS = 28
/** Nights that count for the mean sleep disturbance, in days before the subject. */
const SLEEP_DAYS = 14
/** Minimum rated nights for the mean. */
const MIN_NIGHTS_RATED = 4
/** Days back for cramps and cramp-free days: the 12 weeks before a change that is 12 weeks old. */
export const HISTORY_DAYS = 2 * DAYS_EACH_SIDE
/** Minimum tracked days of each period for a comparison. */
const MIN_COMPARED_DAYS = 14
/** Days after the subject in which a bother rating counts: a day is rated in its evening, or the next morning. */
const SAID_LATER_DAYS = 2

export interface RecentWeeks {
  /** Cramps of the last 28 days: a lower bound, because untracked days may have had more. */
  readonly cramps: number
  /** Cramps, and severe ones, on the last 28 tracked days of the last 56; null with fewer than 28 tracked. */
  readonly crampsOn28TrackedDays: number | null
  readonly severeOn28TrackedDays: number | null
  /** Tracked days of the last 28. */
  readonly trackedLately: number
  /** Cramps of the last 28 days of intensity 7 or more (of 10). */
  readonly severeCramps: number
  /** Nights of the last 28 in which a cramp woke the person. */
  readonly nightsWoken: number
  /** Mean sleep disturbance of the last 14 nights, 0 to 10; null with fewer than four rated. */
  readonly sleepDisturbance: number | null
  /** Cramps of the last 28 days with numbness, tingling, burning or pain that runs along the leg. */
  readonly nerveCramps: number
  /** Cramps of the last 28 days with walking or sport, gone within 10 minutes of rest, in the muscles of this one. */
  readonly walkingCramps: number
  /** Days of the last 28 with a cramp that walking made worse, and back pain or pain that runs along the leg. */
  readonly backAndWalkingDays: number
  /** Comparison of the last 28 days with the 28 before; null with too few tracked days in either. */
  readonly rise: Rise | null
  /**
   * Medicines that can go with cramps and were started or raised in the 12 weeks before the cramp, if the 12 weeks on
   * either side of the change have enough data.
   */
  readonly medicineChanges: readonly MedicineChange[]
  /** Tracked days and cramps of the last 168 days. */
  readonly trackedDays: number
  readonly crampsInAll: number
  /** Last rating of bother, 0 to 10; null without one in the last 28 days. */
  readonly bother: number | null
}

export interface MedicineChange {
  readonly medicineClass: MedicineClass
  /** Null in the symptom check, where the person reports the rise without numbers. */
  readonly comparison: MedicineComparison | null
}

/** True if more cramps followed the change, by the numbers or, without any, by the person's report. */
export const isFollowedByMore = ({ comparison }: MedicineChange): boolean =>
  comparison === null || isRise(comparison)

export interface Rise {
  readonly now: number
  readonly before: number
  /** Tracked days of the two periods. */
  readonly daysNow: number
  readonly daysBefore: number
  /** Rate ratio per tracked day; null is open-ended, without a cramp before. */
  readonly ratio: number | null
  /** The lower 95% limit of the ratio. */
  readonly lower: number
}

export interface RecentSources {
  /** The cramp or time at which the weeks end. */
  readonly subject: Moment & { readonly sites: readonly CrampSite[] }
  /** Cramps from 168 days before the subject to 12 weeks after it, including the subject if it is one. */
  readonly cramps: readonly EntryOf<'cramp'>[]
  readonly nights: readonly EntryOf<'night'>[]
  readonly days: readonly EntryOf<'day'>[]
  readonly medication: readonly EntryOf<'medication'>[]
  /** Cramp-days that the person marked as without a cramp. */
  readonly crampFreeDays: readonly CalendarDate[]
}

/** Lowest intensity of a severe cramp, of 10. */
const SEVERE_INTENSITY = 7
export const nerveSymptoms = [
  'numb',
  'tingling',
  'burning',
  'radiating',
] as const satisfies readonly BuiltInSymptom[]

type Cramp = EntryOf<'cramp'>

const knownDays = new WeakMap<Cramp, CalendarDate>()

/** Cramp-day, memoized: judging a long period compares every cramp with hundreds of others. */
function dayOfCramp(cramp: Cramp): CalendarDate {
  const known = knownDays.get(cramp)
  if (known !== undefined) return known
  const day = crampDay(cramp)
  knownDays.set(cramp, day)
  return day
}
const hasAnySymptom = ({ symptoms }: Cramp, words: readonly BuiltInSymptom[]) =>
  words.some(word => symptoms.includes(word))

/** True for onset in walking or sport, with relief within 10 minutes of rest. */
export const isOfWalking = ({ stateAtOnset, relievedByRest }: Cramp): boolean =>
  (stateAtOnset === 'walking' || stateAtOnset === 'exercising') && relievedByRest === 'yes'

export const isWorseWalking = (cramp: Cramp): boolean =>
  cramp.stateAtOnset === 'walking' || hasAnySymptom(cramp, ['worse-walking'])

export const backSymptoms = ['back-pain', 'radiating'] as const satisfies readonly BuiltInSymptom[]

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
    severeOn28TrackedDays: countOnTrackedDays(subject, cramps.filter(isSevere), tracked),
    trackedLately: tracked.filter(date => date >= addDays(crampDay(subject), 1 - RECENT_DAYS)).length,
    severeCramps: recent.filter(isSevere).length,
    nightsWoken: new Set(recent.filter(({ wokeMe }) => wokeMe === true).map(dayOfCramp)).size,
    sleepDisturbance: rated.length < MIN_NIGHTS_RATED ? null : mean(rated),
    nerveCramps: recent.filter(cramp => hasAnySymptom(cramp, nerveSymptoms)).length,
    walkingCramps: countInSameMuscles(subject.sites, recent.filter(isOfWalking)),
    backAndWalkingDays: new Set(
      recent.filter(cramp => isWorseWalking(cramp) && hasAnySymptom(cramp, backSymptoms)).map(calendarDate),
    ).size,
    rise: compareWithBefore(subject, cramps, tracked),
    medicineChanges: listMedicineChanges(sources),
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

const isSevere = ({ intensity }: Cramp) => (intensity ?? 0) >= SEVERE_INTENSITY

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Cramp-days with a known outcome, newest first. */
function listTrackedDays(
  { subject, crampFreeDays }: Pick<RecentSources, 'subject' | 'crampFreeDays'>,
  cramps: readonly Cramp[],
): CalendarDate[] {
  const last = crampDay(subject)
  const first = addDays(last, 1 - HISTORY_DAYS)
  const doubtful = listDoubtfulDays(cramps)
  const free = crampFreeDays.filter(date => !doubtful.has(date))
  return [...new Set([...cramps.map(dayOfCramp), ...free])]
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

/** Groups of muscles that count as the same place: the parts of a limb. */
const muscleGroups: readonly (readonly Muscle[])[] = (['foot', 'lower-leg', 'thigh', 'arm'] as const).map(
  limb => muscles.where(({ part }) => part === limb),
)

/** Largest number of `cramps` in one muscle group that `sites` is in as well. */
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
  if (test.kind === 'not-estimable') return null
  const { rateRatio: ratio, lower } = test
  return { now, before, daysNow: days.length, daysBefore: daysBefore.length, ratio, lower }
}

/**
 * Changes in the 12 weeks before the subject, each with the 12 weeks on either side. The weeks after a change count up
 * to now, not only up to the subject: otherwise card and chart would differ.
 */
function listMedicineChanges({
  subject,
  medication,
  cramps,
  crampFreeDays,
}: RecentSources): MedicineChange[] {
  const relevant = medication.filter(
    ({ change, medicineClass, at }) =>
      (change === 'start' || change === 'dose-up') &&
      medicineClass in medicinesWithCramps &&
      at <= subject.at &&
      subject.at - at <= DAYS_EACH_SIDE * MS_PER_DAY,
  )
  if (relevant.length === 0) return []
  const crampDays = cramps.map(cramp => dayNumber(dayOfCramp(cramp)))
  const trackedDays = [...new Set([...crampDays, ...crampFreeDays.map(dayNumber)])]
  return relevant
    .toSorted((a, b) => a.at - b.at || a.id - b.id)
    .flatMap(entry => {
      const comparison = compareBeforeAndAfter({ crampDays, trackedDays }, entry)
      return comparison === null ? [] : [{ medicineClass: entry.medicineClass, comparison }]
    })
}

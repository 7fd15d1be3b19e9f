/** Day table: one row per date of a period. Unknown values are null; 0 is used only if the day's record is complete. */

import type { Activity } from '../kinds/activities.ts'
import { getAlcoholUnits } from '../kinds/alcohol.ts'
import { type TrackedKind, trackedKinds } from '../kinds/check-in.ts'
import type { EntryKind, EntryOf } from '../kinds/entry.ts'
import type { Period } from '../kinds/period.ts'
import { roundToHundredthMl } from '../kinds/volume.ts'
import type { PrivateThing } from '../privacy/private-things.ts'
import { type CalendarDate, datesFromTo } from '../time/calendar-date.ts'
import { MS_PER_MINUTE } from '../time/moment.ts'
import { entriesOf } from './facts.ts'
import type { DayRow } from './report.ts'
import { type DatedEntries, groupByDates, listTrackedDates } from './tracked-days.ts'

export function tabulateDays(
  diary: DatedEntries,
  { fromDate, toDate }: Period,
  reveal: readonly PrivateThing[],
): DayRow[] {
  const { entries, hours, lists } = diary
  const byDay = <Kind extends EntryKind>(kind: Kind): Map<CalendarDate, EntryOf<Kind>[]> =>
    groupByDates(entriesOf(entries, kind), hours.listDates)
  const cramps = byDay('cramp')
  const drinks = byDay('fluid')
  const footwear = byDay('footwear')
  const activities = byDay('activity')
  const nights = byDay('night')
  const completeDates = new Map(trackedKinds.map(kind => [kind, listTrackedDates(kind, diary)] as const))
  const isComplete = (kind: TrackedKind, date: CalendarDate) => completeDates.get(kind)?.has(date) === true
  const minutesOf = (date: CalendarDate, isMeant: (activity: Activity) => boolean) =>
    sumOf(
      activities.get(date)?.filter(({ activity }) => isMeant(activity)),
      isComplete('activity', date),
      ({ durationMinutes }) => durationMinutes,
    )

  return datesFromTo(fromDate, toDate).map(date => ({
    date,
    cramps: sumOf(cramps.get(date), isComplete('cramp', date), () => 1),
    worstIntensity: largestOf(cramps.get(date)?.map(({ intensity }) => intensity)),
    fluidMl: roundVolume(sumOf(drinks.get(date), isComplete('fluid', date), ({ volumeMl }) => volumeMl)),
    footwearMinutes: sumOf(footwear.get(date), isComplete('footwear', date), ({ at, takenOffAt }) =>
      takenOffAt === null ? null : Math.round((takenOffAt - at) / MS_PER_MINUTE),
    ),
    activeMinutes: minutesOf(date, activity => !lists.activities.get(activity).isStill),
    standingMinutes: minutesOf(date, activity => activity === 'standing'),
    sittingMinutes: minutesOf(date, activity => activity === 'sitting-or-travel'),
    sleepDisturbance: largestOf(nights.get(date)?.map(({ sleepDisturbance }) => sleepDisturbance)),
    alcoholUnits: reveal.includes('alcohol')
      ? sumOf(drinks.get(date), isComplete('fluid', date), drink => getAlcoholUnits(drink, lists))
      : null,
    complete: trackedKinds.filter(kind => isComplete(kind, date)),
  }))
}

/** Sum of a day's amounts; null if an amount is missing, or without entries unless the day is complete for the kind. */
function sumOf<T>(
  entries: readonly T[] | undefined,
  isComplete: boolean,
  amountOf: (entry: T) => number | null,
): number | null {
  if (entries === undefined) return isComplete ? 0 : null
  let sum = 0
  for (const entry of entries) {
    const amount = amountOf(entry)
    if (amount === null) return null
    sum += amount
  }
  return sum
}

const roundVolume = (sumMl: number | null) => (sumMl === null ? null : roundToHundredthMl(sumMl))

function largestOf(values: readonly (number | null)[] = []): number | null {
  const known = values.filter(value => value !== null)
  return known.length === 0 ? null : Math.max(...known)
}

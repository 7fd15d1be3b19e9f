/**
 * Data of the smaller charts of Insights for one period: times and places of cramps, fluids, shoes, load, nights and
 * relief. They are counts with intervals; only findings speak of links.
 */
import { z } from 'zod'
import type { CheckIn } from '../kinds/check-in.ts'
import { getNightDayNumber } from '../kinds/day-hours.ts'
import type { Entry, EntryKind, EntryOf } from '../kinds/entry.ts'
import type { Shoe } from '../kinds/footwear.ts'
import { builtInLists, type JournalLists } from '../kinds/journal-lists.ts'
import type { Period } from '../kinds/period.ts'
import { calendarDateField } from '../kinds/schemas.ts'
import { dayNumber } from '../time/calendar-date.ts'
import { type CrampFilter, everyCramp } from './cramp-filter.ts'
import { computePlacesPattern, crampPlaces, getPeriodBefore } from './cramp-places.ts'
import { computeTimesPattern, crampTimes } from './cramp-times.ts'
import { getCrampDay } from './diary/cramp-days.ts'
import type { DayNumber, Diary } from './diary/diary.ts'
import { createDiary } from './diary-of-journal.ts'
import { computeFluidPattern, fluidPattern } from './fluid-pattern.ts'
import { computeLoadPattern, loadPattern } from './load-pattern.ts'
import { computeNightPattern, nightPattern } from './night-pattern.ts'
import { computeReliefPattern, reliefTimes } from './relief-times.ts'
import { computeShoePattern, shoePattern } from './shoe-pattern.ts'
import { trackCramps } from './tracked-cramps.ts'

export const patterns = z.strictObject({
  fromDate: calendarDateField,
  toDate: calendarDateField,
  times: crampTimes,
  places: crampPlaces,
  fluids: fluidPattern,
  shoes: shoePattern,
  load: loadPattern,
  nights: nightPattern,
  relief: reliefTimes,
})
export type Patterns = z.infer<typeof patterns>

/** Kinds of entries that the patterns read. */
export const patternKinds = ['cramp', 'fluid', 'footwear', 'activity', 'night'] as const satisfies EntryKind[]
/** Days before the period that its first days need: 1 for shoes, 28 for the chronic load. */
export const LOOK_BACK_DAYS = 28

export interface PatternsSource {
  readonly period: Period
  /** Entries of `patternKinds` from `LOOK_BACK_DAYS` before the period; cramps from the start of the period before. */
  readonly entries: readonly Entry[]
  readonly checkIns: readonly CheckIn[]
  readonly shoes: readonly Shoe[]
  /** Facts of the drinks and activities; those of a journal without own things by default. */
  readonly lists?: JournalLists
  /** Weekdays without work, Monday = 0. */
  readonly offWeekdays: readonly number[]
  /** Minutes after midnight at which the person's day starts. */
  readonly dayStartMinutes: number
  /** IANA name of the person's zone. */
  readonly timeZone: string
  /** Cramps to count; every one by default. */
  readonly filter?: CrampFilter
}

export function computePatterns({
  period,
  entries,
  checkIns,
  shoes,
  lists = builtInLists,
  offWeekdays,
  dayStartMinutes,
  timeZone,
  filter = everyCramp,
}: PatternsSource): Patterns {
  const days = [dayNumber(period.fromDate), dayNumber(period.toDate)] as const
  const isWithin = (day: DayNumber) => day >= days[0] && day <= days[1]
  const cramps = listKind(entries, 'cramp')
  const nights = listKind(entries, 'night').filter(night => isWithin(getNightDayNumber(night)))
  const track = (of: Period) => trackCramps({ cramps, checkIns, filter }, of)
  const tracked = track(period)
  const before = getPeriodBefore(period)
  const diary = limitDays(
    createDiary({ entries, checkIns, shoes, lists, offWeekdays, dayStartMinutes, timeZone, filter }),
    isWithin,
  )
  return {
    ...period,
    times: computeTimesPattern({ tracked, nights, offWeekdays, timeZone }, period),
    places: computePlacesPattern({ period, tracked }, before && { period: before, tracked: track(before) }),
    fluids: computeFluidPattern(diary),
    shoes: computeShoePattern({ diary, shoes, isWithin }),
    load: computeLoadPattern(diary, days),
    nights: computeNightPattern(nights, tracked, timeZone),
    relief: computeReliefPattern(tracked.cramps.map(({ cramp }) => cramp)),
  }
}

const listKind = <Kind extends EntryKind>(entries: readonly Entry[], kind: Kind) =>
  entries.filter((entry): entry is EntryOf<Kind> => entry.kind === kind)

/** Restricts cramps and answers to some days. Exposures stay, because windows reach back before these days. */
function limitDays(diary: Diary, isWithin: (day: DayNumber) => boolean): Diary {
  return {
    ...diary,
    episodes: diary.episodes.filter(({ onset }) => isWithin(getCrampDay(onset))),
    answeredCrampDays: diary.answeredCrampDays.filter(isWithin),
  }
}

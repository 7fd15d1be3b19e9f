/** View state of a day's page, derived from the stored day. Unknown is never shown as zero. */

import type { Day, UsualDrink } from '../../shared/contract.ts'
import { findCheckInProblems, type TrackedKind } from '../../shared/kinds/check-in.ts'
import { getNightDay } from '../../shared/kinds/day-hours.ts'
import type { Entry, EntryKind, EntryOf } from '../../shared/kinds/entry.ts'
import type { Shoe } from '../../shared/kinds/footwear.ts'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { crampDay, type Moment } from '../../shared/time/moment.ts'
import type { Usual } from './requests.ts'

export function listOfKind<Kind extends EntryKind>(entries: readonly Entry[], kind: Kind): EntryOf<Kind>[] {
  const isOfKind = (entry: Entry): entry is EntryOf<Kind> => entry.kind === kind
  return entries.filter(isOfKind)
}

/** True if anything is stored for the day. */
export const isTold = ({ entries, checkIns, factorCheckIns }: Day): boolean =>
  entries.length + checkIns.length + factorCheckIns.length > 0

/** Check-in of a kind on this date; undefined without one. */
export function findCheckIn({ date, checkIns }: Pick<Day, 'date' | 'checkIns'>, kind: TrackedKind) {
  return checkIns.find(given => given.date === date && given.kind === kind)
}

/** Check-in of an own factor on this date; undefined without one. */
export const findFactorCheckIn = ({ factorCheckIns }: Pick<Day, 'factorCheckIns'>, factorId: number) =>
  factorCheckIns.find(given => given.factorId === factorId)

/** True if the kind was marked complete for a day with the present day start; a check-in for other hours does not count. */
export function isComplete(
  day: Pick<Day, 'date' | 'checkIns'>,
  kind: TrackedKind,
  dayStartMinutes: number,
): boolean {
  return findCheckIn(day, kind)?.dayStartMinutes === dayStartMinutes
}

/** Night that began between the noon of `date` and the next noon; null while none is stored. */
export function findNight(entries: readonly Entry[], date: CalendarDate): EntryOf<'night'> | null {
  return listOfKind(entries, 'night').find(night => getNightDay(night) === date) ?? null
}

export type CrampAnswer =
  /** Before 05:00 the night is not over, so "no cramps" cannot be answered yet. */
  | { readonly state: 'too-early' }
  /** Can be answered, and is not. */
  | { readonly state: 'unknown' }
  | { readonly state: 'none' }
  | { readonly state: 'cramps'; readonly count: number }

/**
 * Answer for the cramp-day that ends at noon of `today.date`.
 *
 * @param dayBefore holds the afternoon, the evening and the night of that cramp-day
 */
export function findCrampAnswer(today: Day, dayBefore: Day, now: Moment): CrampAnswer {
  const date = addDays(today.date, -1)
  const cramps = [...dayBefore.entries, ...today.entries].filter(
    entry => entry.kind === 'cramp' && crampDay(entry) === date,
  )
  if (cramps.length > 0) return { state: 'cramps', count: cramps.length }
  if (findCheckIn({ ...today, date }, 'cramp')) return { state: 'none' }
  const isOver = findCheckInProblems({ date, kind: 'cramp' }, now).length === 0
  return { state: isOver ? 'unknown' : 'too-early' }
}

/** Fallback drinks for the one-click buttons until the journal has enough usual ones. */
const firstDrinks: readonly UsualDrink[] = [
  { drink: 'water', volumeMl: 250, alcoholPercent: null, caffeineMg: null },
  { drink: 'water', volumeMl: 500, alcoholPercent: null, caffeineMg: null },
  { drink: 'tea', volumeMl: 200, alcoholPercent: null, caffeineMg: null },
  { drink: 'coffee', volumeMl: 200, alcoholPercent: null, caffeineMg: null },
]

/** Drinks of the one-click buttons, at most `count`: the usual ones first, then the fallback. */
export function listOfferedDrinks(usual: readonly UsualDrink[], count: number): UsualDrink[] {
  const isUsual = (drink: UsualDrink) =>
    usual.some(own => own.drink === drink.drink && own.volumeMl === drink.volumeMl)
  return [...usual, ...firstDrinks.filter(drink => !isUsual(drink))].slice(0, count)
}

/** Shoes of the one-click buttons, at most `count`: the most worn first, without the one that is on and retired ones. */
export function listOfferedShoes(
  shoes: readonly Shoe[],
  usualIds: readonly number[],
  wearingId: number | null,
  count: number,
): Shoe[] {
  const rank = (shoe: Shoe) => (usualIds.includes(shoe.id) ? usualIds.indexOf(shoe.id) : usualIds.length)
  return shoes
    .filter(shoe => !shoe.retired && shoe.id !== wearingId)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, count)
}

/**
 * Initial values of the day's forms: the most frequent drink, shoe and stretching. Until there are any, the first drink
 * and shoe on offer, so that Enter alone stores one from the first day on.
 */
export function findUsual(day: Day, isToday: boolean): Usual {
  const wearingId = isToday && day.wearing?.kind === 'footwear' ? day.wearing.shoeId : null
  const [drink] = listOfferedDrinks(day.usualDrinks, 1)
  const [shoe] = listOfferedShoes(day.shoes, day.usualShoeIds, wearingId, 1)
  return { drink: drink ?? null, shoeId: shoe?.id ?? null, stretch: day.usualStretch }
}

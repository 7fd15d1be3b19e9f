/** What a day's page shows, worked out of the day as the journal tells it. Unknown is never zero here. */

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

/** The check-in given for a kind on this date; undefined while there is none. */
export function findCheckIn({ date, checkIns }: Pick<Day, 'date' | 'checkIns'>, kind: TrackedKind) {
  return checkIns.find(given => given.date === date && given.kind === kind)
}

/** Whether a kind is complete for the hours of the page, rather than for those of a page whose day began at another time. */
export function isComplete(
  day: Pick<Day, 'date' | 'checkIns'>,
  kind: TrackedKind,
  dayStartMinutes: number,
): boolean {
  return findCheckIn(day, kind)?.dayStartMinutes === dayStartMinutes
}

/** The night that began on a date, in the sense of noon to noon; null while nobody has told of it. */
export function findNight(entries: readonly Entry[], date: CalendarDate): EntryOf<'night'> | null {
  return listOfKind(entries, 'night').find(night => getNightDay(night) === date) ?? null
}

export type CrampAnswer =
  /** Before 05:00 the night is still to come: too early to say that there was none. */
  | { readonly state: 'too-early' }
  /** It can be answered, and nothing is known of it. */
  | { readonly state: 'unknown' }
  | { readonly state: 'none' }
  | { readonly state: 'cramps'; readonly count: number }

/**
 * What is known of the cramp-day that ended at noon of `today.date`.
 *
 * @param dayBefore holds the afternoon, the evening and the night that belong to that cramp-day
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

/** Offered until there is a habit to offer. */
const firstDrinks: readonly UsualDrink[] = [
  { drink: 'water', volumeMl: 250, alcoholPercent: null, caffeineMg: null },
  { drink: 'water', volumeMl: 500, alcoholPercent: null, caffeineMg: null },
  { drink: 'tea', volumeMl: 200, alcoholPercent: null, caffeineMg: null },
  { drink: 'coffee', volumeMl: 200, alcoholPercent: null, caffeineMg: null },
]

/** The drinks to offer with one click: the person's own first. */
export function listOfferedDrinks(usual: readonly UsualDrink[], count: number): UsualDrink[] {
  const isUsual = (drink: UsualDrink) =>
    usual.some(own => own.drink === drink.drink && own.volumeMl === drink.volumeMl)
  return [...usual, ...firstDrinks.filter(drink => !isUsual(drink))].slice(0, count)
}

/** The shoes to offer with one click: the most worn first, never the one that is on or one that is retired. */
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

/** What a form of the day opens with: the drink, the shoe and the stretching of most days. */
export function findUsual(day: Day, isToday: boolean): Usual {
  const wearingId = isToday && day.wearing?.kind === 'footwear' ? day.wearing.shoeId : null
  const usualShoes = day.shoes.filter(({ id }) => day.usualShoeIds.includes(id))
  const [shoe] = listOfferedShoes(usualShoes, day.usualShoeIds, wearingId, 1)
  return { drink: day.usualDrinks[0] ?? null, shoeId: shoe?.id ?? null, stretch: day.usualStretch }
}

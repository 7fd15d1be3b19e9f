/**
 * Retention of backups. Of the daily ones, the newest of each of the latest 7 days, 4 weeks and 12 months *that have one*,
 * so that the older copies survive a pause of half a year.
 *
 *     months   |  Dec  |  Jan  | ... |       Oct       |       Nov       |
 *     weeks                                      | x | x | x | x |
 *     days                                                   xxxxxxx
 *
 * Manual copies are never pruned. Neither are copies dated after now, by a wrong clock; they also do not take the place of
 * correctly dated ones.
 */
import { type CalendarDate, mondayOf } from '../time/calendar-date.ts'
import { calendarDate } from '../time/moment.ts'
import type { BackupName } from './backup.ts'

export const DAYS_KEPT = 7
export const WEEKS_KEPT = 4
export const MONTHS_KEPT = 12
/** Number of copies kept that were made before a migration, a restore or an import. */
export const SAFETY_COPIES_KEPT = 10

/**
 * Backups to keep, of those in one folder, in any order.
 *
 * @param now UTC milliseconds
 */
export function chooseKept<Named extends BackupName>(backups: readonly Named[], now: number): Set<Named> {
  const isLeftAlone = ({ reason, moment }: Named) => reason === 'by-hand' || moment.at > now
  const newestFirst = backups.filter(one => !isLeftAlone(one)).sort((a, b) => b.moment.at - a.moment.at)
  const daily = newestFirst.filter(({ reason }) => reason === 'daily')
  return new Set([
    ...backups.filter(isLeftAlone),
    ...newestOfEach(daily, DAYS_KEPT, date => date),
    ...newestOfEach(daily, WEEKS_KEPT, mondayOf),
    ...newestOfEach(daily, MONTHS_KEPT, date => date.slice(0, 7)),
    ...newestFirst.filter(({ reason }) => reason !== 'daily').slice(0, SAFETY_COPIES_KEPT),
  ])
}

/** Newest backup of each of the latest `count` periods that have one. */
function newestOfEach<Named extends BackupName>(
  newestFirst: readonly Named[],
  count: number,
  periodOf: (date: CalendarDate) => string,
): Named[] {
  const newest = new Map<string, Named>()
  for (const one of newestFirst) {
    const period = periodOf(calendarDate(one.moment))
    if (!newest.has(period)) newest.set(period, one)
  }
  return [...newest.values()].slice(0, count)
}

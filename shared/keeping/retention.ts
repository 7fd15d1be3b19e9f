/**
 * Which backups stay. Of the regular ones, the newest of each of the last 7 days, 4 weeks and 12 months *that have one*:
 * somebody who was away for half a year finds the copies of the time before, not an empty folder.
 *
 *     months   |  Dec  |  Jan  | ... |       Oct       |       Nov       |
 *     weeks                                      | x | x | x | x |
 *     days                                                   xxxxxxx
 */
import { type CalendarDate, mondayOf } from '../time/calendar-date.ts'
import { calendarDate } from '../time/moment.ts'
import type { BackupName, BackupReason } from './backup.ts'

export const DAYS_KEPT = 7
export const WEEKS_KEPT = 4
export const MONTHS_KEPT = 12
/** Of the copies that were made before a migration, a restore or an import. */
export const SAFETY_COPIES_KEPT = 10

const isRegular = (reason: BackupReason) => reason === 'daily' || reason === 'by-hand'

/** The backups that are kept, of all there are in one folder. The order they are given in does not matter. */
export function chooseKept<Named extends BackupName>(backups: readonly Named[]): Set<Named> {
  const newestFirst = backups.toSorted((a, b) => b.moment.at - a.moment.at)
  const regular = newestFirst.filter(({ reason }) => isRegular(reason))
  return new Set([
    ...newestOfEach(regular, DAYS_KEPT, date => date),
    ...newestOfEach(regular, WEEKS_KEPT, mondayOf),
    ...newestOfEach(regular, MONTHS_KEPT, date => date.slice(0, 7)),
    ...newestFirst.filter(({ reason }) => !isRegular(reason)).slice(0, SAFETY_COPIES_KEPT),
  ])
}

/** The first of each of the first `count` periods. */
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

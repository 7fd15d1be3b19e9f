/**
 * Which backups stay. Of the daily ones, the newest of each of the last 7 days, 4 weeks and 12 months *that have one*:
 * somebody who was away for half a year finds the copies of the time before, not an empty folder.
 *
 *     months   |  Dec  |  Jan  | ... |       Oct       |       Nov       |
 *     weeks                                      | x | x | x | x |
 *     days                                                   xxxxxxx
 *
 * What a person made by hand is theirs, and stays until they remove the file. So does what is dated later than now, by a
 * clock that was wrong: it neither goes nor takes the place of one that is dated right.
 */
import { type CalendarDate, mondayOf } from '../time/calendar-date.ts'
import { calendarDate } from '../time/moment.ts'
import type { BackupName } from './backup.ts'

export const DAYS_KEPT = 7
export const WEEKS_KEPT = 4
export const MONTHS_KEPT = 12
/** Of the copies that were made before a migration, a restore or an import. */
export const SAFETY_COPIES_KEPT = 10

/**
 * The backups that are kept, of all there are in one folder. The order they are given in does not matter.
 *
 * @param now ms since the epoch
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

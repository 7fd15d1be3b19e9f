import type { Database } from 'better-sqlite3'
import type { ArchivedCheckIn } from '../../../shared/archive/journal-file.ts'
import type { CheckIn } from '../../../shared/kinds/check-in.ts'
import type { Period } from '../../../shared/kinds/period.ts'
import { addDays, type CalendarDate } from '../../../shared/time/calendar-date.ts'

/** Check-ins: the person's confirmation, by date and kind, that a day's entries are complete. */
export function createCheckInRepository(db: Database) {
  const insert = db.prepare<ArchivedCheckIn>(
    `insert into check_in (date, kind, day_start_minutes, checked_at)
     values (@date, @kind, @dayStartMinutes, @checkedAt) on conflict (date, kind) do nothing`,
  )
  const remove = db.prepare<[string, string]>('delete from check_in where date = ? and kind = ?')
  const list = db.prepare<[string, string], CheckIn>(
    'select date, kind, day_start_minutes as dayStartMinutes from check_in where date between ? and ? order by date, kind',
  )
  const listAll = db.prepare<[], ArchivedCheckIn>(
    'select date, kind, day_start_minutes as dayStartMinutes, checked_at as checkedAt from check_in order by date, kind',
  )
  return {
    give: (checkIn: CheckIn, now: number): void => void insert.run({ ...checkIn, checkedAt: now }),
    takeBack: ({ date, kind }: Pick<CheckIn, 'date' | 'kind'>): void => void remove.run(date, kind),
    /** Check-ins of the dates from `from` to `to`, both included. */
    list: (from: CalendarDate, to: CalendarDate): CheckIn[] => list.all(from, to),
    /** Check-ins of a period and of the day on either side, whose hours overlap with it. */
    listAround: ({ fromDate, toDate }: Period): CheckIn[] =>
      list.all(addDays(fromDate, -1), addDays(toDate, 1)),
    /** Archived check-ins with the time they were given. */
    listArchived: (): ArchivedCheckIn[] => listAll.all(),
  }
}

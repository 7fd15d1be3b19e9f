import type { Database } from 'better-sqlite3'
import type { CheckIn } from '../../shared/journal/check-in.ts'
import type { ArchivedCheckIn } from '../../shared/journal/journal-file.ts'
import type { CalendarDate } from '../../shared/time/calendar-date.ts'

/** The person's word, by date and kind, that the day is complete. */
export function openCheckIns(db: Database) {
  const insert = db.prepare<[string, string, number]>(
    'insert into check_in (date, kind, checked_at) values (?, ?, ?) on conflict (date, kind) do nothing',
  )
  const remove = db.prepare<[string, string]>('delete from check_in where date = ? and kind = ?')
  const list = db.prepare<[string, string], CheckIn>(
    'select date, kind from check_in where date between ? and ? order by date, kind',
  )
  const listAll = db.prepare<[], ArchivedCheckIn>(
    'select date, kind, checked_at as checkedAt from check_in order by date, kind',
  )
  return {
    give: ({ date, kind }: CheckIn, now: number): void => void insert.run(date, kind, now),
    takeBack: ({ date, kind }: CheckIn): void => void remove.run(date, kind),
    /** Those from `from` to `to`, both included. */
    list: (from: CalendarDate, to: CalendarDate): CheckIn[] => list.all(from, to),
    /** Every check-in there is, with when it was given. */
    listArchived: (): ArchivedCheckIn[] => listAll.all(),
  }
}

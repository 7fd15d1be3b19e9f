import type { Database } from 'better-sqlite3'
import type { ArchivedCheckIn } from '../../../shared/archive/journal-file.ts'
import type { CheckIn } from '../../../shared/kinds/check-in.ts'
import type { Period } from '../../../shared/kinds/period.ts'
import { addDays, type CalendarDate } from '../../../shared/time/calendar-date.ts'

interface CheckInRow extends Omit<ArchivedCheckIn, 'inOnePress'> {
  readonly inOnePress: 0 | 1
}

/** Leaves the mark out where it is not set, as files do. */
const toArchived = ({ inOnePress, ...checkIn }: CheckInRow): ArchivedCheckIn =>
  inOnePress === 1 ? { ...checkIn, inOnePress: true } : checkIn

/** Check-ins: the person's confirmation, by date and kind, that a day's entries are complete. */
export function createCheckInRepository(db: Database) {
  const insert = db.prepare<CheckInRow>(
    `insert into check_in (date, kind, day_start_minutes, checked_at, in_one_press)
     values (@date, @kind, @dayStartMinutes, @checkedAt, @inOnePress) on conflict (date, kind) do nothing`,
  )
  const remove = db.prepare<[string, string]>('delete from check_in where date = ? and kind = ?')
  const columns =
    'date, kind, day_start_minutes as dayStartMinutes, checked_at as checkedAt, in_one_press as inOnePress'
  const list = db.prepare<[string, string], CheckInRow>(
    `select ${columns} from check_in where date between ? and ? order by date, kind`,
  )
  const listAll = db.prepare<[], CheckInRow>(`select ${columns} from check_in order by date, kind`)
  const listCheckIns = (from: CalendarDate, to: CalendarDate): CheckIn[] =>
    list.all(from, to).map(row => {
      const { checkedAt: _checkedAt, ...checkIn } = toArchived(row)
      return checkIn
    })
  return {
    give: ({ inOnePress = false, ...checkIn }: CheckIn, now: number): void =>
      void insert.run({ ...checkIn, checkedAt: now, inOnePress: inOnePress ? 1 : 0 }),
    takeBack: ({ date, kind }: Pick<CheckIn, 'date' | 'kind'>): void => void remove.run(date, kind),
    /** Check-ins of the dates from `from` to `to`, both included. */
    list: listCheckIns,
    /** Check-ins of a period and of the day on either side, whose hours overlap with it. */
    listAround: ({ fromDate, toDate }: Period): CheckIn[] =>
      listCheckIns(addDays(fromDate, -1), addDays(toDate, 1)),
    /** Archived check-ins with the time they were given. */
    listArchived: (): ArchivedCheckIn[] => listAll.all().map(toArchived),
  }
}

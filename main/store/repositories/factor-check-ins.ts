import type { Database } from 'better-sqlite3'
import type { ArchivedFactorCheckIn, FactorCheckIn } from '../../../shared/kinds/own-factor.ts'
import type { Period } from '../../../shared/kinds/period.ts'
import { addDays, type CalendarDate } from '../../../shared/time/calendar-date.ts'

/** Check-ins of own factors that are amounts. Those of a deleted factor are kept until it is erased. */
export function createFactorCheckInRepository(db: Database) {
  const insert = db.prepare<ArchivedFactorCheckIn>(
    `insert into factor_check_in (factor_id, date, day_start_minutes, checked_at)
     values (@factorId, @date, @dayStartMinutes, @checkedAt) on conflict (factor_id, date) do nothing`,
  )
  const remove = db.prepare<[number, string]>('delete from factor_check_in where factor_id = ? and date = ?')
  const columns = 'factor_id as factorId, date, day_start_minutes as dayStartMinutes, checked_at as checkedAt'
  const list = db.prepare<[string, string], ArchivedFactorCheckIn>(
    `select ${columns} from factor_check_in join factor on factor.id = factor_id
     where deleted_at is null and date between ? and ? order by date, factor_id`,
  )
  const listAll = db.prepare<[], ArchivedFactorCheckIn>(
    `select ${columns} from factor_check_in order by date, factor_id`,
  )
  const listBetween = (from: CalendarDate, to: CalendarDate): FactorCheckIn[] =>
    list.all(from, to).map(({ checkedAt: _checkedAt, ...checkIn }) => checkIn)
  return {
    give: (checkIn: FactorCheckIn, now: number): void => void insert.run({ ...checkIn, checkedAt: now }),
    takeBack: ({ factorId, date }: Pick<FactorCheckIn, 'factorId' | 'date'>): void =>
      void remove.run(factorId, date),
    /** Check-ins of the dates from `from` to `to`, both included, without those of deleted factors. */
    list: listBetween,
    /** The same for a period and the day on either side, whose hours overlap with it. */
    listAround: ({ fromDate, toDate }: Period): FactorCheckIn[] =>
      listBetween(addDays(fromDate, -1), addDays(toDate, 1)),
    /** All, with the time they were given. */
    listArchived: (): ArchivedFactorCheckIn[] => listAll.all(),
  }
}

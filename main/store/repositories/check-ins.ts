import type { Database } from 'better-sqlite3'
import type { ArchivedCheckIn } from '../../../shared/archive/journal-file.ts'
import type { CheckIn } from '../../../shared/kinds/check-in.ts'
import type { Period } from '../../../shared/kinds/period.ts'
import { addDays, type CalendarDate } from '../../../shared/time/calendar-date.ts'

interface CheckInRow extends Omit<ArchivedCheckIn, 'inOnePress' | 'source'> {
  readonly inOnePress: 0 | 1
  readonly source: string | null
}

/** Part of a source's sheet; a kind of null is every kind. */
export interface SheetPart {
  readonly kind: CheckIn['kind'] | null
  readonly fromDate: CalendarDate
  readonly toDate: CalendarDate
}
const WHOLE_SHEET: SheetPart = { kind: null, fromDate: '', toDate: '9999' }

/** Leaves the mark and the source out where there are none, as files do. */
const toArchived = ({ inOnePress, source, ...checkIn }: CheckInRow): ArchivedCheckIn => ({
  ...checkIn,
  ...(inOnePress === 1 && { inOnePress: true }),
  ...(source !== null && { source }),
})

/** Check-ins: the person's confirmation, by date and kind, that a day's entries are complete. */
export function createCheckInRepository(db: Database) {
  const insert = db.prepare<Omit<CheckInRow, 'source'> & { sourceId: number | null }>(
    `insert into check_in (date, kind, day_start_minutes, checked_at, in_one_press, source_id)
     values (@date, @kind, @dayStartMinutes, @checkedAt, @inOnePress, @sourceId) on conflict (date, kind) do nothing`,
  )
  const remove = db.prepare<[string, string]>('delete from check_in where date = ? and kind = ?')
  const columns = `date, kind, day_start_minutes as dayStartMinutes, checked_at as checkedAt,
    in_one_press as inOnePress, (select name from import_source where id = source_id) as source`
  const list = db.prepare<[string, string], CheckInRow>(
    `select ${columns} from check_in where date between ? and ? order by date, kind`,
  )
  const listOfSource = db.prepare<[number], CheckInRow>(
    `select ${columns} from check_in where source_id = ? order by date, kind`,
  )
  const removeOf = db.prepare<{ id: number } & SheetPart, CheckInRow>(
    `delete from check_in where source_id = @id and (@kind is null or kind = @kind) and date between @fromDate and @toDate
     returning ${columns}`,
  )
  const listAll = db.prepare<[], CheckInRow>(`select ${columns} from check_in order by date, kind`)
  const listCheckIns = (from: CalendarDate, to: CalendarDate): CheckIn[] =>
    list.all(from, to).map(row => {
      const { checkedAt: _checkedAt, source: _source, ...checkIn } = toArchived(row)
      return checkIn
    })
  return {
    /** @param sourceId in whose sheet it is given; null where it is given for the day itself */
    give: ({ inOnePress = false, ...checkIn }: CheckIn, now: number, sourceId: number | null = null): void =>
      void insert.run({ ...checkIn, checkedAt: now, inOnePress: inOnePress ? 1 : 0, sourceId }),
    takeBack: ({ date, kind }: Pick<CheckIn, 'date' | 'kind'>): void => void remove.run(date, kind),
    /** Archived check-ins of a source's sheet. */
    listOf: (sourceId: number): ArchivedCheckIn[] => listOfSource.all(sourceId).map(toArchived),
    /** Removes those of a source's sheet, or of a part of it. @returns them, in their archived form */
    takeBackOf: (sourceId: number, part: SheetPart = WHOLE_SHEET): ArchivedCheckIn[] =>
      removeOf.all({ id: sourceId, ...part }).map(toArchived),
    /** Archived check-ins of the dates from `from` to `to`, both included. */
    listWithSource: (from: CalendarDate, to: CalendarDate): ArchivedCheckIn[] =>
      list.all(from, to).map(toArchived),
    /** Check-ins of the dates from `from` to `to`, both included. */
    list: listCheckIns,
    /** Check-ins of a period and of the day on either side, whose hours overlap with it. */
    listAround: ({ fromDate, toDate }: Period): CheckIn[] =>
      listCheckIns(addDays(fromDate, -1), addDays(toDate, 1)),
    /** Archived check-ins with the time they were given. */
    listArchived: (): ArchivedCheckIn[] => listAll.all().map(toArchived),
  }
}

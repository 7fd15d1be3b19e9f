/**
 * Sheet that follows an import: the person says of each month whether it is complete. No file does: a watch that was off
 * the wrist and a day without a drink look alike.
 *
 *     cramp   "were there other cramps?"     every date of the program's time
 *     fluid   "did you log every drink?"     dates on which the program has a drink
 *
 * The first and the last date are never complete: the program was installed, or the export made, in their midst. A tracker
 * knows neither gardening nor stretching, and no program knows food and footwear, so that nothing else is asked.
 */
import type { SheetQuestion } from '../../../shared/history-calls.ts'
import { type CheckIn, findCheckInProblems } from '../../../shared/kinds/check-in.ts'
import type { SheetAnswer } from '../../../shared/kinds/provenance.ts'
import { addDays, type CalendarDate, dateOfDayNumber } from '../../../shared/time/calendar-date.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { calendarDate, type Moment } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { found } from '../../files/failures.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import type { StoredSource } from '../../store/repositories/sources.ts'
import type { WarningService } from '../warnings/warning-service.ts'

const askedKinds = ['cramp', 'fluid'] as const
type AskedKind = (typeof askedKinds)[number]

export interface SheetMonthAnswer {
  readonly source: number
  readonly kind: CheckIn['kind']
  /** First date of the question, by which its month is known. */
  readonly fromDate: CalendarDate
  /** Null takes the answer back. */
  readonly answer: SheetAnswer | null
}

const monthOf = (date: CalendarDate) => date.slice(0, 7)

export function createSheetService(store: JournalStore, clock: Clock, warnings: WarningService) {
  const { sources, checkIns, profile } = store
  const getMoment = () => momentOfInstant(clock.now(), clock.timeZone())

  /** Dates that "complete" may make known, by month, oldest first. */
  function listDates({ id }: StoredSource, kind: AskedKind, now: Moment): Map<string, CalendarDate[]> {
    const ofKind = sources.listDays(id, kind, profile.get().dayStartMinutes)
    const span = kind === 'cramp' && ofKind.length > 0 ? sources.getSpan(id) : undefined
    const months = new Map<string, CalendarDate[]>()
    const days = ofKind.map(dateOfDayNumber)
    const candidates = span === undefined ? days.slice(1, -1) : listBetween(span.firstDate, span.lastDate)
    for (const date of candidates) {
      if (findCheckInProblems({ kind, date }, now).length > 0 || date >= calendarDate(now)) continue
      const month = months.get(monthOf(date)) ?? []
      months.set(monthOf(date), month)
      month.push(date)
    }
    return months
  }

  function ask(source: StoredSource, kind: AskedKind, now: Moment): SheetQuestion[] {
    const months = Array.from(listDates(source, kind, now), ([month, dates]) => {
      const [fromDate = '', toDate = ''] = [dates[0], dates.at(-1)]
      const given = checkIns.listWithSource(fromDate, toDate).filter(one => one.kind === kind)
      const known = new Map(given.map(one => [one.date, one.source]))
      const days = dates.filter(date => !known.has(date) || known.get(date) === source.name).length
      const answer = source.sheet[`${kind} ${month}`] ?? null
      // A newer export holds more of the month than the answer was about.
      const isOutdated = answer === 'complete' && dates.some(date => !known.has(date))
      return { fromDate, toDate, days, answer: isOutdated ? null : answer }
    }).filter(({ days }) => days > 0)
    return months.length === 0 ? [] : [{ source: source.id, name: source.name, kind, months }]
  }

  return {
    /** Questions about one source, or about all. */
    list: (sourceId: number | null): SheetQuestion[] => {
      const now = getMoment()
      const asked = sources.list().filter(({ id }) => sourceId === null || id === sourceId)
      return asked.flatMap(source => askedKinds.flatMap(kind => ask(source, kind, now)))
    },
    /** Answers one month, or takes its answer back. Only "complete" makes days known. */
    answer: ({ source: sourceId, kind, fromDate, answer }: SheetMonthAnswer): void =>
      store.atomically(() => {
        const now = getMoment()
        const source = found(sources.get(sourceId), 'This program')
        const month = monthOf(fromDate)
        const asked = askedKinds.find(one => one === kind)
        const dates = asked === undefined ? undefined : listDates(source, asked, now).get(month)
        const key = `${kind} ${month}`
        const { [key]: _before, ...others } = source.sheet
        sources.change({ ...source, sheet: answer === null ? others : { ...others, [key]: answer } })
        checkIns.takeBackOf(sourceId, { kind, fromDate: `${month}-01`, toDate: `${month}-31` })
        if (answer === 'complete')
          for (const date of found(dates, 'This question'))
            checkIns.give(
              { date, kind, dayStartMinutes: profile.get().dayStartMinutes, inOnePress: true },
              now.at,
              sourceId,
            )
        // A day without cramps changes the rates that the rules compare.
        if (kind === 'cramp') warnings.reviewRecent(now)
      }),
  }
}

/** Dates between two, both excluded. */
function listBetween(first: CalendarDate, last: CalendarDate): CalendarDate[] {
  const dates: CalendarDate[] = []
  for (let date = addDays(first, 1); date < last; date = addDays(date, 1)) dates.push(date)
  return dates
}

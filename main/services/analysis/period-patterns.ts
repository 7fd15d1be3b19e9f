/**
 * Patterns of one period, performed in the analysis worker: reading the drinks of ten years takes longer than a window may
 * be blocked.
 */
import type { CrampFilter } from '../../../shared/analysis/cramp-filter.ts'
import { getPeriodBefore } from '../../../shared/analysis/cramp-places.ts'
import {
  computePatterns,
  LOOK_BACK_DAYS,
  type Patterns,
  patternKinds,
} from '../../../shared/analysis/patterns.ts'
import type { Entry } from '../../../shared/kinds/entry.ts'
import type { Period } from '../../../shared/kinds/period.ts'
import { addDays, type CalendarDate, dateOfDayNumber, dayNumber } from '../../../shared/time/calendar-date.ts'
import type { JobOf, OnStep } from '../../jobs/job.ts'
import { getPeriodBounds } from '../../store/period-bounds.ts'
import type { ReadJournal } from './read-journal.ts'

export interface PatternsInput {
  /** The journal's file, and the revision of its content. */
  readonly path: string
  readonly revision: string
  /** Weekdays without work, Monday = 0. */
  readonly offWeekdays: readonly number[]
  /** Minutes after midnight at which the person's day starts. */
  readonly dayStartMinutes: number
  /** IANA name of the zone the computer is in. */
  readonly timeZone: string
  readonly period: Period
  readonly filter: CrampFilter
}

export const patternsJob: JobOf<ReturnType<typeof createPeriodPatterns>> = {
  worker: 'analysis',
  name: 'patterns',
}

export const createPeriodPatterns =
  (read: ReadJournal) =>
  (
    { path, offWeekdays, dayStartMinutes, timeZone, filter, period }: PatternsInput,
    onStep: OnStep,
  ): Patterns =>
    read(path, ({ entries, checkIns, shoes, ownThings }) => {
      const { toDate } = period
      const lookBack = addDays(period.fromDate, -LOOK_BACK_DAYS)
      const before = getPeriodBefore(period)?.fromDate ?? period.fromDate
      return computePatterns({
        period,
        filter,
        offWeekdays,
        timeZone,
        entries: patternKinds.flatMap((kind, index): Entry[] => {
          onStep(index, patternKinds.length)
          const fromDate = kind === 'cramp' ? before : lookBack
          return entries.listOfKind(kind, ...getPeriodBounds({ fromDate, toDate }))
        }),
        checkIns: checkIns.listAround({ fromDate: findEarlier(before, lookBack), toDate }),
        dayStartMinutes,
        shoes: shoes.list(),
        lists: ownThings.getLists(),
      })
    })

function findEarlier(one: CalendarDate, other: CalendarDate): CalendarDate {
  return dateOfDayNumber(Math.min(dayNumber(one), dayNumber(other)))
}

/** Overview of one period, performed in the analysis worker: it reads the drinks of the period, of which ten years hold many. */
import type { CrampFilter } from '../../../shared/analysis/cramp-filter.ts'
import { getRunUpStart, makeOverview, type Overview } from '../../../shared/analysis/overview.ts'
import { listMarks, type TimelineMark } from '../../../shared/analysis/timeline-marks.ts'
import type { EntryKind } from '../../../shared/kinds/entry.ts'
import type { Period } from '../../../shared/kinds/period.ts'
import type { JobOf } from '../../jobs/job.ts'
import { getPeriodBounds } from '../../store/period-bounds.ts'
import type { ReadJournal } from './read-journal.ts'

export interface OverviewInput {
  /** The journal's file, and the revision of its content. */
  readonly path: string
  readonly revision: string
  /** Minutes after midnight at which the person's day starts. */
  readonly dayStartMinutes: number
  readonly period: Period
  readonly filter: CrampFilter
  /** Their state depends on the clock, which the worker does not have. */
  readonly experimentMarks: readonly TimelineMark[]
}

export const overviewJob: JobOf<ReturnType<typeof createPeriodOverview>> = {
  worker: 'analysis',
  name: 'overview',
  isTerminable: true,
}

/** Kinds that the overview reads. The others are skipped for speed: ten years hold many of them. */
const overviewKinds = ['cramp', 'fluid', 'activity'] as const satisfies readonly EntryKind[]

export const createPeriodOverview =
  (read: ReadJournal) =>
  ({ path, dayStartMinutes, period, filter, experimentMarks }: OverviewInput): Overview =>
    read(path, ({ entries, checkIns, shoes }) => {
      const withRunUp = { fromDate: getRunUpStart(period.fromDate), toDate: period.toDate }
      const [from, until] = getPeriodBounds(period)
      return makeOverview({
        period,
        filter,
        entries: overviewKinds.flatMap(kind => entries.listOfKind(kind, ...getPeriodBounds(withRunUp))),
        checkIns: checkIns.listAround(withRunUp),
        dayStartMinutes,
        marks: listMarks(
          {
            medication: entries.listOfKind('medication', from, until),
            footwear: entries.listOfKind('footwear', Number.NEGATIVE_INFINITY, until),
            shoes: shoes.list(),
            experiments: experimentMarks,
          },
          period,
        ),
      })
    })

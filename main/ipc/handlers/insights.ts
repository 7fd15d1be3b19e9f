import type { CrampFilter } from '../../../shared/analysis/cramp-filter.ts'
import { getRunUpStart, makeOverview, type Overview } from '../../../shared/analysis/overview.ts'
import { listMarks } from '../../../shared/analysis/timeline-marks.ts'
import type { Handlers } from '../../../shared/contract.ts'
import { listCoinMarks } from '../../../shared/experiments/coin-summary.ts'
import { listExperimentMarks } from '../../../shared/experiments/experiment-marks.ts'
import type { EntryKind } from '../../../shared/kinds/entry.ts'
import type { Period } from '../../../shared/kinds/period.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import type { FindingsService } from '../../services/analysis/findings-service.ts'
import { readRuleChange } from '../../services/analysis/rule-change.ts'
import type { CoinViews } from '../../services/experiments/coin-views.ts'
import type { ExperimentViews } from '../../services/experiments/experiment-views.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import { getPeriodBounds } from '../../store/period-bounds.ts'
import type { Pages } from '../pages.ts'

type InsightsCalls = Pick<
  Handlers,
  'getOverview' | 'getFindings' | 'getFindingChecks' | 'getRuleChange' | 'acknowledgeRuleChange'
>

export interface InsightsDeps {
  readonly clock: Clock
  readonly coinViews: Pick<CoinViews, 'list'>
  readonly findings: FindingsService
  readonly pages: Pick<Pages, 'run'>
}

/** Kinds that the overview reads. The others are skipped for speed: ten years hold many of them. */
const overviewKinds = ['cramp', 'fluid', 'activity'] as const satisfies readonly EntryKind[]

export function createInsightsHandlers(
  journal: JournalStore,
  experimentViews: Pick<ExperimentViews, 'list'>,
  { clock, coinViews, findings, pages }: InsightsDeps,
): InsightsCalls {
  const { entries, checkIns, shoes, ownThings, profile } = journal

  function readOverview(period: Period, filter: CrampFilter): Overview {
    const withRunUp = { fromDate: getRunUpStart(period.fromDate), toDate: period.toDate }
    return makeOverview({
      period,
      filter,
      entries: overviewKinds.flatMap(kind => entries.listOfKind(kind, ...getPeriodBounds(withRunUp))),
      checkIns: checkIns.listAround(withRunUp),
      lists: ownThings.getLists(),
      dayStartMinutes: profile.get().dayStartMinutes,
      marks: listMarks(
        {
          medication: entries.listOfKind('medication', ...getPeriodBounds(period)),
          footwear: entries.listOfKind('footwear', Number.NEGATIVE_INFINITY, getPeriodBounds(period)[1]),
          shoes: shoes.list(),
          experiments: [
            ...listExperimentMarks(experimentViews.list({ withResult: false })),
            ...listCoinMarks(coinViews.list()),
          ],
        },
        period,
      ),
    })
  }

  /** Cache of the latest overview: computing one of ten years takes a third of a second. */
  let last: { readonly key: string; readonly overview: Overview } | null = null

  return {
    getOverview: ({ filter, ...period }) => {
      const today = momentOfInstant(clock.now(), clock.timeZone())
      const key = JSON.stringify([journal.getRevision(), calendarDate(today), period, filter])
      if (last?.key !== key) last = { key, overview: readOverview(period, filter) }
      return last.overview
    },
    getFindings: ({ filter }, caller) => pages.run(caller, options => findings.find(filter, options)),
    getFindingChecks: ({ key, filter }, caller) =>
      pages.run(caller, options => findings.findChecks(key, filter, options)),
    getRuleChange: () => readRuleChange(journal),
    acknowledgeRuleChange: () => {
      journal.writeDerived(() => journal.analysisOutcome.acknowledgeRuleChange())
      return {}
    },
  }
}

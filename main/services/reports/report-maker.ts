/** Report service: gathers the data of a report, and runs the analysis if the report includes findings. */
import { everyCramp } from '../../../shared/analysis/cramp-filter.ts'
import type { Findings } from '../../../shared/analysis/finding.ts'
import { getReadPeriod } from '../../../shared/report/facts.ts'
import type { MadeReport } from '../../../shared/report/kept.ts'
import { makeReport } from '../../../shared/report/make-report.ts'
import type { ReportOrder } from '../../../shared/report/order.ts'
import { redactWarningFacts } from '../../../shared/report/redaction.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import type { RunOptions } from '../../jobs/job.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import { getPeriodBounds } from '../../store/period-bounds.ts'
import { sealReport } from '../../store/repositories/reports.ts'
import type { FindingsService } from '../analysis/findings-service.ts'
import type { CoinViews } from '../experiments/coin-views.ts'
import type { ExperimentViews } from '../experiments/experiment-views.ts'
import type { WarningService } from '../warnings/warning-service.ts'

export interface ReportMaker {
  /**
   * Makes a report of the current journal.
   *
   * @throws the signal's reason when that was aborted first
   */
  make(order: ReportOrder, options?: RunOptions): Promise<MadeReport>
}

export interface ReportMakerDeps {
  readonly clock: Clock
  readonly coinViews: Pick<CoinViews, 'list'>
  readonly findings: Pick<FindingsService, 'find'>
  readonly warnings: WarningService
}

export function createReportMaker(
  journal: JournalStore,
  experimentViews: Pick<ExperimentViews, 'list'>,
  { clock, coinViews, findings: findingsService, warnings }: ReportMakerDeps,
): ReportMaker {
  function makeWith(order: ReportOrder, findings: Findings | null): MadeReport {
    const read = getReadPeriod(order)
    return sealReport(
      makeReport({
        order,
        findings,
        madeOn: calendarDate(momentOfInstant(clock.now(), clock.timeZone())),
        profile: journal.profile.get(),
        diarySince: journal.entries.getFirstDate(),
        entries: journal.entries.listBetween(...getPeriodBounds(read)),
        checkIns: journal.checkIns.listAround(read),
        ownFactors: journal.ownFactors.list(),
        factorCheckIns: journal.factorCheckIns.listAround(read),
        lists: journal.ownThings.getLists(),
        medication: journal.entries.listOfKind(
          'medication',
          Number.MIN_SAFE_INTEGER,
          Number.MAX_SAFE_INTEGER,
        ),
        signs: order.sections.includes('warnings')
          ? warnings.listSigns(order, clock.now(), facts => redactWarningFacts(facts, order.reveal))
          : [],
        experiments: order.sections.includes('experiments') ? experimentViews.list() : [],
        coins: order.sections.includes('experiments') ? coinViews.list() : [],
      }),
    )
  }

  return {
    async make(order, options = {}) {
      if (!order.sections.includes('findings')) return makeWith(order, null)
      const { findings } = await findingsService.find(everyCramp, options)
      return makeWith(order, findings)
    },
  }
}

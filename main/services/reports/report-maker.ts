/** Reports out of the journal: what they are made from is gathered here, and the analysis asked until it is there. */
import { everyCramp } from '../../../shared/analysis/cramp-filter.ts'
import type { Findings } from '../../../shared/analysis/finding.ts'
import { getReadPeriod } from '../../../shared/report/facts.ts'
import type { MadeReport, ReportAnswer } from '../../../shared/report/kept.ts'
import { makeReport } from '../../../shared/report/make-report.ts'
import type { ReportOrder } from '../../../shared/report/order.ts'
import { tellFacts } from '../../../shared/report/privacy.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import { getPeriodBounds } from '../../store/period-bounds.ts'
import { sealReport } from '../../store/repositories/reports.ts'
import { createFindingsQuestion, type FindingsDeps } from '../analysis/ask-findings.ts'
import type { ExperimentViews } from '../experiments/experiment-views.ts'

export interface ReportMaker {
  /** The report as it is now, or how far the analysis is that it needs; never waits. */
  ask(order: ReportOrder): ReportAnswer
  /**
   * Waits for it.
   *
   * @throws the signal's reason when that was aborted first
   */
  make(order: ReportOrder, signal: AbortSignal): Promise<MadeReport>
}

/** Often enough that nobody notices, seldom enough to cost nothing. */
const ASK_AGAIN_MS = 100

export function createReportMaker(
  journal: JournalStore,
  experimentViews: Pick<ExperimentViews, 'list'>,
  surroundings: FindingsDeps,
): ReportMaker {
  const { clock, warnings } = surroundings
  const askFindings = createFindingsQuestion(journal, surroundings)

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
        medication: journal.entries.listOfKind(
          'medication',
          Number.MIN_SAFE_INTEGER,
          Number.MAX_SAFE_INTEGER,
        ),
        signs: order.sections.includes('warnings')
          ? warnings.listSigns(order, clock.now(), facts => tellFacts(facts, order.reveal))
          : [],
        experiments: order.sections.includes('experiments') ? experimentViews.list() : [],
      }),
    )
  }

  function ask(order: ReportOrder): ReportAnswer {
    if (!order.sections.includes('findings')) return { state: 'ready', made: makeWith(order, null) }
    const answer = askFindings(everyCramp)
    return answer.state === 'ready' ? { state: 'ready', made: makeWith(order, answer.findings) } : answer
  }

  return {
    ask,
    async make(order, signal) {
      for (;;) {
        signal.throwIfAborted()
        const answer = ask(order)
        if (answer.state === 'ready') return answer.made
        await new Promise(resolve => setTimeout(resolve, ASK_AGAIN_MS))
      }
    },
  }
}

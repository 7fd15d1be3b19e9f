import type { Overview } from '../../../shared/analysis/overview.ts'
import type { Handlers } from '../../../shared/contract.ts'
import { listExperimentMarks } from '../../../shared/experiments/experiment-marks.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import type { AnalysisWork } from '../../services/analysis/analysis-work.ts'
import type { FindingsService } from '../../services/analysis/findings-service.ts'
import type { ExperimentViews } from '../../services/experiments/experiment-views.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import type { Pages } from '../pages.ts'

type InsightsCalls = Pick<Handlers, 'getOverview' | 'getPatterns' | 'getFindings'>

export interface InsightsDeps {
  /** The journal's file. */
  readonly path: string
  readonly clock: Clock
  readonly analysis: Pick<AnalysisWork, 'makeOverview' | 'makePatterns'>
  readonly findings: FindingsService
  readonly pages: Pick<Pages, 'run'>
}

export function createInsightsHandlers(
  { profile, getRevision }: Pick<JournalStore, 'profile' | 'getRevision'>,
  experimentViews: Pick<ExperimentViews, 'list'>,
  { path, clock, analysis, findings, pages }: InsightsDeps,
): InsightsCalls {
  /** Cache of the latest overview, which several screens show. */
  let last: { readonly key: string; readonly overview: Overview } | null = null

  return {
    getOverview: async ({ filter, ...period }, caller) => {
      const { dayStartMinutes } = profile.get()
      const experimentMarks = listExperimentMarks(experimentViews.list({ withResult: false }))
      const input = { path, revision: getRevision(), period, filter, dayStartMinutes, experimentMarks }
      const key = JSON.stringify(input)
      if (last?.key !== key) {
        const overview = await pages.run(caller, options => analysis.makeOverview(input, options))
        last = { key, overview }
      }
      return last.overview
    },
    getPatterns: ({ filter, ...period }, caller) => {
      const { offWeekdays, dayStartMinutes } = profile.get()
      const timeZone = clock.timeZone()
      const input = { path, revision: getRevision(), period, filter, offWeekdays, dayStartMinutes, timeZone }
      return pages.run(caller, options => analysis.makePatterns(input, options))
    },
    getFindings: ({ filter }, caller) => pages.run(caller, options => findings.find(filter, options)),
  }
}

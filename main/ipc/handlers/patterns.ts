import type { Handlers } from '../../../shared/contract.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import type { AnalysisWork } from '../../services/analysis/analysis-work.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import type { Pages } from '../pages.ts'

export interface PatternsDeps {
  /** The journal's file. */
  readonly path: string
  readonly clock: Clock
  readonly analysis: Pick<AnalysisWork, 'makePatterns'>
  readonly pages: Pick<Pages, 'run'>
}

export function createPatternsHandlers(
  { profile, getRevision }: Pick<JournalStore, 'profile' | 'getRevision'>,
  { path, clock, analysis, pages }: PatternsDeps,
): Pick<Handlers, 'getPatterns'> {
  return {
    getPatterns: ({ filter, ...period }, caller) => {
      const { offWeekdays, dayStartMinutes } = profile.get()
      const revision = getRevision()
      const timeZone = clock.timeZone()
      const input = { path, revision, period, filter, offWeekdays, dayStartMinutes, timeZone }
      return pages.run(caller, options => analysis.makePatterns(input, options))
    },
  }
}

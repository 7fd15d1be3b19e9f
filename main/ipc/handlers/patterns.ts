import type { Handlers } from '../../../shared/contract.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import type { PatternsService } from '../../services/analysis/patterns-service.ts'
import type { JournalStore } from '../../store/journal-store.ts'

export interface PatternsDeps {
  readonly path: string
  readonly clock: Clock
  readonly patterns: PatternsService
}

export function createPatternsHandlers(
  { profile, getRevision }: Pick<JournalStore, 'profile' | 'getRevision'>,
  { path, clock, patterns }: PatternsDeps,
): Pick<Handlers, 'getPatterns'> {
  return {
    getPatterns: ({ filter, ...period }) => {
      const { offWeekdays, dayStartMinutes } = profile.get()
      return patterns.get({
        path,
        revision: getRevision(),
        period,
        filter,
        offWeekdays,
        dayStartMinutes,
        timeZone: clock.timeZone(),
      })
    },
  }
}

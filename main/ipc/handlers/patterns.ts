import type { Handlers } from '../../../shared/contract.ts'
import type { Clock } from '../../app/clock.ts'
import type { PatternsService } from '../../services/analysis/patterns-service.ts'
import type { Journal } from '../../store/journal-store.ts'

export interface PatternsSurroundings {
  readonly path: string
  readonly clock: Clock
  readonly patterns: PatternsService
}

export function createPatternsHandlers(
  { profile, getRevision }: Pick<Journal, 'profile' | 'getRevision'>,
  { path, clock, patterns }: PatternsSurroundings,
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

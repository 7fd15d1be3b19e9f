import { type CrampFilter, isEveryCramp } from '../../../shared/analysis/cramp-filter.ts'
import type { Finding, FindingsAnswer } from '../../../shared/analysis/finding.ts'
import { wasPatternFound } from '../../../shared/analysis/verdict.ts'
import { dayNumber } from '../../../shared/time/calendar-date.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { crampDay, type Moment } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import type { WarningService } from '../warnings/warning-service.ts'
import type { FindingsService } from './findings-service.ts'

export interface FindingsDeps {
  /** The journal's file. */
  readonly path: string
  readonly clock: Clock
  readonly findings: FindingsService
  readonly warnings: WarningService
}

/**
 * Asks for the findings of the journal as it is now, up to the cramp-day that is going on. Whoever asks, what comes out
 * for all cramps is noted in the journal: the warning rules ask whether anything was found, and cannot wait for it.
 */
export function createFindingsQuestion(
  journal: JournalStore,
  { path, clock, findings, warnings }: FindingsDeps,
): (filter: CrampFilter) => FindingsAnswer {
  const { profile, getRevision, analysisOutcome } = journal

  function noteOutcome(found: readonly Finding[], now: Moment) {
    const outcome = wasPatternFound(found)
    // Most often it is known: no lock is asked for then, which an import may hold for seconds.
    if (outcome === analysisOutcome.get()) return
    journal.writeDerived(() => {
      analysisOutcome.set(outcome)
      warnings.reviewRecent(now)
    })
  }

  return filter => {
    const timeZone = clock.timeZone()
    const now = momentOfInstant(clock.now(), timeZone)
    const today = dayNumber(crampDay(now))
    const { offWeekdays, dayStartMinutes } = profile.get()
    const answer = findings.get(
      getRevision(),
      { path, offWeekdays, dayStartMinutes, timeZone },
      { today, filter },
    )
    if (answer.state === 'ready' && isEveryCramp(filter)) noteOutcome(answer.findings.findings, now)
    return answer
  }
}

import type { Database } from 'better-sqlite3'
import type { SuggestionDecision } from '../../../shared/advice/suggestions/decision.ts'

/** Decisions about suggestions, at most one for each. */
export function createSuggestionDecisionRepository(db: Database) {
  const upsert = db.prepare<SuggestionDecision>(
    `insert into suggestion_decision (suggestion, decision, reason, decided_at)
     values (@suggestion, @decision, @reason, @decidedAt)
     on conflict (suggestion) do update
     set decision = excluded.decision, reason = excluded.reason, decided_at = excluded.decided_at`,
  )
  const remove = db.prepare<[string]>('delete from suggestion_decision where suggestion = ?')
  const list = db.prepare<[], SuggestionDecision>(
    `select suggestion, decision, reason, decided_at as decidedAt
     from suggestion_decision order by suggestion`,
  )
  return {
    list: (): SuggestionDecision[] => list.all(),
    /** Stores a decision, replacing an earlier one. */
    decide: (decision: SuggestionDecision): void => void upsert.run(decision),
    takeBack: (suggestion: string): void => void remove.run(suggestion),
  }
}

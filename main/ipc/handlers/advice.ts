import type { Handlers } from '../../../shared/contract.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import type { JournalStore } from '../../store/journal-store.ts'

type AdviceCalls = Pick<Handlers, 'listSuggestionDecisions' | 'decideSuggestion' | 'reopenSuggestion'>

/** Calls about suggestions: accepted, dismissed, reopened. */
export function createAdviceHandlers({ suggestionDecisions }: JournalStore, clock: Clock): AdviceCalls {
  return {
    listSuggestionDecisions: () => suggestionDecisions.list(),
    decideSuggestion: decided => {
      const decision = { ...decided, decidedAt: decided.decidedAt ?? clock.now() }
      suggestionDecisions.decide(decision)
      return decision
    },
    reopenSuggestion: ({ suggestion }) => {
      suggestionDecisions.takeBack(suggestion)
      return {}
    },
  }
}

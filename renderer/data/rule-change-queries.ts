/** Query and mutation of the notice about the new rule of verdicts. */
import { useQuery } from '@tanstack/react-query'
import { useJournalClient } from './journal-client.ts'
import { queryKeys, useChange } from './queries.ts'

export function useRuleChange() {
  const journal = useJournalClient()
  return useQuery({ queryKey: queryKeys.ruleChange, queryFn: () => journal.getRuleChange({}) })
}

export function useAcknowledgeRuleChange() {
  const journal = useJournalClient()
  return useChange(() => journal.acknowledgeRuleChange({}))
}

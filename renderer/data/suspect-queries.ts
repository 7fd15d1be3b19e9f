/** Queries and mutations of the suspects. */
import { useQuery } from '@tanstack/react-query'
import { useJournalClient } from './journal-client.ts'
import { queryKeys, useChange } from './queries.ts'

/** Every naming, also of suspects that were withdrawn. */
export function useNamings() {
  const journal = useJournalClient()
  return useQuery({ queryKey: queryKeys.suspects, queryFn: () => journal.listSuspects({}) })
}

export function useNameSuspect() {
  const journal = useJournalClient()
  return useChange((exposure: string) => journal.nameSuspect({ exposure }))
}

export function useWithdrawSuspect() {
  const journal = useJournalClient()
  return useChange((exposure: string) => journal.withdrawSuspect({ exposure }))
}

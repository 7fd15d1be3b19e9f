/** Queries and mutations of sources and of the sheet that follows an import. */
import { useQuery } from '@tanstack/react-query'
import type { Input } from '../../shared/contract.ts'
import { useJournalClient } from '../data/journal-client.ts'
import { queryKeys, useChange } from '../data/queries.ts'

export function useHistorySources() {
  const journal = useJournalClient()
  return useQuery({ queryKey: queryKeys.sources, queryFn: () => journal.listHistorySources({}) })
}

/** @param source null for the questions of every source */
export function useHistorySheet(source: number | null) {
  const journal = useJournalClient()
  return useQuery({
    queryKey: queryKeys.historySheet(source),
    queryFn: () => journal.getHistorySheet({ source }),
    placeholderData: previous => previous,
  })
}

export function useAnswerSheet() {
  const journal = useJournalClient()
  return useChange((answer: Input<'answerHistorySheet'>) => journal.answerHistorySheet(answer))
}

export function useRemoveSource() {
  const journal = useJournalClient()
  return useChange((source: number) => journal.removeHistorySource({ source }))
}

export function useRestoreSource() {
  const journal = useJournalClient()
  return useChange((source: number) => journal.restoreHistorySource({ source }))
}

export function useUndoHistory() {
  const journal = useJournalClient()
  return useChange((imported: number) => journal.undoHistory({ import: imported }))
}

/** Days that each thing can be compared on now. */
export function useComparedDays() {
  const journal = useJournalClient()
  return useQuery({
    queryKey: queryKeys.comparedDays,
    queryFn: ({ signal }) => journal.listComparedDays({}, { signal }),
    placeholderData: previous => previous,
  })
}

/** What the Journal screen asks. All of it becomes stale with any change of the journal, and is then asked again. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Entry } from '../../shared/kinds/entry.ts'
import { MAX_ENTRIES_READ } from '../../shared/kinds/limits.ts'
import type { EntryFilter } from '../../shared/search/entry-filter.ts'
import type { DeletedEntry } from '../../shared/search/search-calls.ts'
import { createBatchReader } from './batch-reader.ts'
import { useJournal } from './journal-client.ts'
import { queryKeys, useChange, useDayStart } from './queries.ts'

/** While another filter is asked for, what was found before stays in view. */
export function useFoundEntries(filter: EntryFilter) {
  const journal = useJournal()
  const dayStartMinutes = useDayStart()
  return useQuery({
    queryKey: [...queryKeys.journal, 'found', filter, dayStartMinutes],
    queryFn: () => journal.findEntries({ filter, dayStartMinutes }),
    placeholderData: previous => previous,
    // Comparing a hundred thousand numbers with those before takes longer than drawing the few that are in view.
    structuralSharing: false,
  })
}

export function useTrashIds() {
  const journal = useJournal()
  return useQuery({
    queryKey: [...queryKeys.journal, 'trash'],
    queryFn: () => journal.listTrash({}),
    structuralSharing: false,
  })
}

/** How the rows of a list read what they show, each for itself, and how those that come next are read ahead. */
export interface RowSource<Item> {
  /** The query of a row; null is answered for what is not there any more. */
  readonly queryOf: (id: number) => { queryKey: readonly unknown[]; queryFn: () => Promise<Item | null> }
  readonly readAhead: (ids: readonly number[]) => void
}

function useRowSource<Item>(
  name: string,
  read: (ids: number[]) => Promise<readonly Item[]>,
  idOf: (item: Item) => number,
): RowSource<Item> {
  const client = useQueryClient()
  const queryOf = useMemo(() => {
    const readOne = createBatchReader(read, idOf, MAX_ENTRIES_READ)
    return (id: number) => ({
      queryKey: [...queryKeys.journal, name, id],
      queryFn: () => readOne(id),
    })
  }, [name, read, idOf])
  const readAhead = useCallback(
    (ids: readonly number[]) => {
      for (const id of ids) void client.prefetchQuery(queryOf(id))
    },
    [client, queryOf],
  )
  return { queryOf, readAhead }
}

const idOfEntry = ({ id }: Entry) => id
const idOfDeleted = ({ entry }: DeletedEntry) => entry.id

export function useEntryRows(): RowSource<Entry> {
  const { getEntries } = useJournal()
  const read = useCallback((ids: number[]) => getEntries({ ids }), [getEntries])
  return useRowSource('entry', read, idOfEntry)
}

export function useDeletedRows(): RowSource<DeletedEntry> {
  const { getDeletedEntries } = useJournal()
  const read = useCallback((ids: number[]) => getDeletedEntries({ ids }), [getDeletedEntries])
  return useRowSource('deleted-entry', read, idOfDeleted)
}

export function useDeleteEntries() {
  const journal = useJournal()
  return useChange((ids: readonly number[]) => journal.deleteEntries({ ids: [...ids] }), queryKeys.journal)
}

export function useRestoreEntries() {
  const journal = useJournal()
  return useChange((ids: readonly number[]) => journal.restoreEntries({ ids: [...ids] }), queryKeys.journal)
}

export function useEraseEntries() {
  const journal = useJournal()
  return useChange((ids: readonly number[]) => journal.eraseEntries({ ids: [...ids] }), queryKeys.journal)
}

/** While another year is asked for, the one before stays in view. */
export function useCrampCalendar(year: number) {
  const journal = useJournal()
  return useQuery({
    queryKey: [...queryKeys.journal, 'cramp-calendar', year],
    queryFn: () => journal.getCrampCalendar({ year }),
    placeholderData: previous => previous,
  })
}

/** Queries and mutations of the Journal screen. Any change of the journal makes all of them stale. */
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Entry } from '../../shared/kinds/entry.ts'
import { MAX_ENTRIES_READ } from '../../shared/kinds/limits.ts'
import type { EntryFilter } from '../../shared/search/entry-filter.ts'
import type { DeletedEntry } from '../../shared/search/search-calls.ts'
import { createBatchReader } from './batch-reader.ts'
import { useJournalClient } from './journal-client.ts'
import { queryKeys, useChange, useDayStart } from './queries.ts'

/** Ids of the matching entries. The previous result stays in view while another filter is loading. */
export function useFoundEntries(filter: EntryFilter) {
  const journal = useJournalClient()
  const dayStartMinutes = useDayStart()
  return useQuery({
    queryKey: [...queryKeys.journal, 'found', filter, dayStartMinutes],
    queryFn: () => journal.findEntries({ filter, dayStartMinutes }),
    placeholderData: previous => previous,
    // Structural sharing compares up to 100,000 ids, which takes longer than rendering the visible rows.
    structuralSharing: false,
  })
}

export function useTrashIds() {
  const journal = useJournalClient()
  return useQuery({
    queryKey: [...queryKeys.journal, 'trash'],
    queryFn: () => journal.listTrash({}),
    structuralSharing: false,
  })
}

/** Row data of a virtual list: one query per row, and prefetching of the rows that come next. */
export interface RowSource<Item> {
  /** Query of one row; its data is null when the entry no longer exists. */
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
  const { getEntries } = useJournalClient()
  const read = useCallback((ids: number[]) => getEntries({ ids }), [getEntries])
  return useRowSource('entry', read, idOfEntry)
}

export function useDeletedRows(): RowSource<DeletedEntry> {
  const { getDeletedEntries } = useJournalClient()
  const read = useCallback((ids: number[]) => getDeletedEntries({ ids }), [getDeletedEntries])
  return useRowSource('deleted-entry', read, idOfDeleted)
}

export function useDeleteEntries() {
  const journal = useJournalClient()
  return useChange((ids: readonly number[]) => journal.deleteEntries({ ids: [...ids] }))
}

export function useRestoreEntries() {
  const journal = useJournalClient()
  return useChange((ids: readonly number[]) => journal.restoreEntries({ ids: [...ids] }))
}

export function useEraseEntries() {
  const journal = useJournalClient()
  return useChange((ids: readonly number[]) => journal.eraseEntries({ ids: [...ids] }))
}

/** The previous year stays in view while another one is loading. */
export function useCrampCalendar(year: number) {
  const journal = useJournalClient()
  return useQuery({
    queryKey: [...queryKeys.journal, 'cramp-calendar', year],
    queryFn: () => journal.getCrampCalendar({ year }),
    placeholderData: previous => previous,
  })
}

/** Dates of a year with an own factor; not read while none is chosen. */
export function useFactorDates(factorId: number | null, year: number) {
  const journal = useJournalClient()
  const dayStartMinutes = useDayStart()
  return useQuery({
    queryKey: [...queryKeys.journal, 'factor-dates', factorId, year, dayStartMinutes],
    queryFn:
      factorId === null ? skipToken : () => journal.listFactorDates({ factorId, year, dayStartMinutes }),
  })
}

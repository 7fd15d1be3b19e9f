/** The page's query client: its defaults, and its reactions to every mutation. */
import { MutationCache, QueryClient } from '@tanstack/react-query'
import { JournalError } from '../data/journal-client.ts'
import { CHANGES_JOURNAL, queryKeys } from '../data/queries.ts'
import { whenRefreshed } from '../data/query-reads.ts'
import { hideErrors } from '../ui/components/messages.ts'

export function createQueryClient(): QueryClient {
  const options = {
    // The journal is on this computer: the network does not matter, and a retry helps nothing.
    networkMode: 'always',
    retry: false,
  } as const
  const client: QueryClient = new QueryClient({
    mutationCache: new MutationCache({
      onSuccess: (_data, _variables, _context, { meta }) => {
        // The journal takes writes again: a message such as "the disk is full" is out of date.
        if (meta === CHANGES_JOURNAL) hideErrors()
        // The mutation succeeds only after the queries have refreshed: no screen then shows the old state.
        return whenRefreshed(client)
      },
      onError: error => {
        // Every screen shows the status, and the status says why the journal cannot be written to.
        if (error instanceof JournalError && error.failure.code === 'journal-unavailable')
          return client.invalidateQueries({ queryKey: queryKeys.status })
      },
    }),
    defaultOptions: {
      queries: { ...options, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
      mutations: options,
    },
  })
  return client
}

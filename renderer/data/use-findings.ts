import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type CrampFilter, getFilterKey } from '../../shared/analysis/cramp-filter.ts'
import type { FindingsAnswer } from '../../shared/analysis/finding.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { useNow } from './clock.ts'
import { useJournalClient } from './journal-client.ts'
import { queryKeys } from './queries.ts'

type Ready = Extract<FindingsAnswer, { state: 'ready' }>

interface Progress {
  readonly done: number
  readonly total: number
}

/** What was asked last, and the newest findings there are: they stay while newer ones are worked out. */
interface Known {
  readonly ready: (Ready & { readonly filter: CrampFilter }) | null
  readonly progress: Progress | null
}

/** Often enough for a bar that moves, seldom enough to cost nothing. */
const ASK_AGAIN_MS = 250

export interface FindingsState extends Known {
  /** What is shown speaks of the cramps of another filter, until the new findings are there. */
  readonly isOfOtherFilter: boolean
  readonly error: Error | null
  /** The person stopped the work. */
  readonly isStopped: boolean
  readonly stop: () => void
  /** Looks again, after a stop or a failure. */
  readonly lookAgain: () => void
}

/** The journal's findings on the cramps of a filter, asked for again and again while they are being worked out. */
export function useFindings(filter: CrampFilter): FindingsState {
  const journal = useJournalClient()
  const client = useQueryClient()
  const filterKey = getFilterKey(filter)
  const [stoppedKey, setStoppedKey] = useState<string | null>(null)
  const [shown, setShown] = useState<Known['ready']>(null)
  const isStopped = stoppedKey === filterKey
  const queryKey = queryKeys.findings(calendarDate(useNow()), filter)
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: async (): Promise<Known> => {
      const answer = await journal.getFindings({ filter })
      if (answer.state === 'ready') {
        // What was found can raise a warning card, which nobody would ask for before long.
        void client.invalidateQueries({ queryKey: queryKeys.now })
        return { ready: { ...answer, filter }, progress: null }
      }
      const before = client.getQueryData<Known>(queryKey)
      return { ready: before?.ready ?? null, progress: { done: answer.done, total: answer.total } }
    },
    enabled: !isStopped,
    refetchInterval: ({ state }) =>
      state.error === null && state.data?.progress != null ? ASK_AGAIN_MS : false,
  })
  const ready = data?.ready ?? shown
  if (ready !== shown) setShown(ready)
  const isOfOtherFilter = ready !== null && getFilterKey(ready.filter) !== filterKey
  // From the first moment on: a filter that was just chosen has not been answered yet.
  const begun = isOfOtherFilter && error === null ? { done: 0, total: 0 } : null
  return {
    ready,
    isOfOtherFilter,
    progress: isStopped ? null : (data?.progress ?? begun),
    error,
    isStopped,
    stop: () => {
      setStoppedKey(filterKey)
      void journal.cancelFindings({})
    },
    lookAgain: () => {
      setStoppedKey(null)
      void refetch()
    },
  }
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MadeReport, ReportSource } from '../../shared/report/kept.ts'
import { useJournalClient } from '../data/journal-client.ts'
import { queryKeys } from '../data/queries.ts'

interface Progress {
  readonly done: number
  readonly total: number
}

/** What was asked last, and the newest report there is: it stays while a newer one is worked out. */
interface Known {
  readonly made: MadeReport | null
  readonly progress: Progress | null
}

/** Often enough for a bar that moves, seldom enough to cost nothing. */
const ASK_AGAIN_MS = 250

export interface ReportState extends Known {
  readonly error: Error | null
  /** The person stopped the analysis. */
  readonly isStopped: boolean
  readonly stop: () => void
  /** Looks again, after a stop or a failure. */
  readonly lookAgain: () => void
}

/** The report of a source, asked for again and again while its analysis is under way; none while there is no source. */
export function useReport(source: ReportSource | null): ReportState {
  const journal = useJournalClient()
  const client = useQueryClient()
  const [isStopped, setIsStopped] = useState(false)
  const queryKey = queryKeys.report(source)
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: async (): Promise<Known> => {
      if (source === null) return { made: null, progress: null }
      if (source.kind === 'kept')
        return { made: await journal.getKeptReport({ id: source.id }), progress: null }
      const answer = await journal.getReport(source.order)
      if (answer.state === 'ready') return { made: answer.made, progress: null }
      const before = client.getQueryData<Known>(queryKey)
      return { made: before?.made ?? null, progress: { done: answer.done, total: answer.total } }
    },
    enabled: source !== null && !isStopped,
    placeholderData: previous => previous,
    refetchInterval: ({ state }) =>
      state.error === null && state.data?.progress != null ? ASK_AGAIN_MS : false,
  })
  return {
    made: source === null ? null : (data?.made ?? null),
    progress: isStopped ? null : (data?.progress ?? null),
    error,
    isStopped,
    stop: () => {
      setIsStopped(true)
      void journal.cancelFindings({})
    },
    lookAgain: () => {
      setIsStopped(false)
      void refetch()
    },
  }
}

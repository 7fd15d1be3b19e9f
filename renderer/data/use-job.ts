/**
 * Long-running calls as React state: progress, stop and result. A job is cancelled in main when the last component that
 * shows it unmounts, when the key changes, and by `stop`.
 */
import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { CallOptions, Progress } from './journal-client.ts'

export interface JobState<Output> {
  /** Newest output of this key; with `keepsPrevious`, that of the previous key while this one runs. */
  readonly output: Output | undefined
  /** Null while no job runs, and until main has sent some. */
  readonly progress: Progress | null
  readonly isRunning: boolean
  readonly error: Error | null
  /** True after the person stopped the job of this key. */
  readonly isStopped: boolean
  readonly stop: () => void
  /** Restarts after a stop or a failure. */
  readonly runAgain: () => void
}

export interface JobOptions<Output> {
  readonly queryKey: readonly unknown[]
  readonly run: (options: CallOptions) => Promise<Output>
  readonly isEnabled?: boolean
  /** Shows the previous key's output while the job of a new key runs. */
  readonly keepsPrevious?: boolean
  /** Runs at each mount, instead of caching the output until something has changed. */
  readonly isVolatile?: boolean
}

/** Not below the job's own key, whose invalidation must not affect it. */
const progressKeyOf = (queryKey: readonly unknown[]) => ['progress', ...queryKey]

export function useJob<Output>({
  queryKey,
  run,
  isEnabled = true,
  keepsPrevious = false,
  isVolatile = false,
}: JobOptions<Output>): JobState<Output> {
  const client = useQueryClient()
  const key = JSON.stringify(queryKey)
  const [stoppedKey, setStoppedKey] = useState<string | null>(null)
  const isStopped = stoppedKey === key
  const progressKey = progressKeyOf(queryKey)
  const { data: progress } = useQuery<Progress | null>({ queryKey: progressKey, queryFn: skipToken })
  const { data, error, isFetching, refetch } = useQuery<Output>({
    queryKey,
    queryFn: ({ signal }) => {
      client.setQueryData(progressKey, null)
      return run({ signal, onProgress: progress => client.setQueryData(progressKey, progress) })
    },
    enabled: isEnabled && !isStopped,
    ...(keepsPrevious && { placeholderData: keepPreviousData }),
    ...(isVolatile && { gcTime: 0, staleTime: 0 }),
  })
  return {
    output: data,
    progress: isFetching ? (progress ?? null) : null,
    isRunning: isFetching,
    error,
    isStopped,
    stop: () => {
      setStoppedKey(key)
      void client.cancelQueries({ queryKey, exact: true })
    },
    runAgain: () => {
      setStoppedKey(null)
      void refetch()
    },
  }
}

/**
 * Job that the person starts. `stop` asks main to cancel it; the result is main's answer, since the work may have finished
 * at the same moment.
 */
export function useStartedJob<Input, Output>(run: (input: Input, options: CallOptions) => Promise<Output>) {
  const controller = useRef<AbortController | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const mutation = useMutation({
    mutationFn: (input: Input) => {
      const started = new AbortController()
      controller.current = started
      setProgress(null)
      return run(input, { signal: started.signal, onProgress: setProgress })
    },
  })
  const stop = useCallback(() => controller.current?.abort(), [])
  return { ...mutation, progress: mutation.isPending ? progress : null, stop }
}

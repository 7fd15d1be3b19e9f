/**
 * Calls that last, as React state: progress, stop and result. A job is wanted while a component that shows it is mounted;
 * leaving the screen, another key, or `stop` cancels it in main.
 */
import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { CallOptions, Progress } from './journal-client.ts'

export interface JobState<Output> {
  /** Newest output of this key; that of the key before where `keepsPrevious` is set. */
  readonly output: Output | undefined
  /** Null while nothing is under way, and until main has sent some. */
  readonly progress: Progress | null
  readonly isRunning: boolean
  readonly error: Error | null
  /** The person stopped the job of this key. */
  readonly isStopped: boolean
  readonly stop: () => void
  /** Runs it again, after a stop or a failure. */
  readonly runAgain: () => void
}

export interface JobOptions<Output> {
  readonly queryKey: readonly unknown[]
  readonly run: (options: CallOptions) => Promise<Output>
  readonly isEnabled?: boolean
  /** Shows the output of the key before while that of a new key is worked out. */
  readonly keepsPrevious?: boolean
  /** Runs each time a component shows it, rather than once until something has changed. */
  readonly isVolatile?: boolean
}

/** Not below the job's own key, whose invalidation must not concern it. */
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
 * A job that the person starts. `stop` asks main to stop it; the result is what main says became of it, since work that
 * was finished in the same moment is done.
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

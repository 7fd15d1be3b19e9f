import type { MadeReport, ReportSource } from '../../shared/report/kept.ts'
import { type Progress, useJournalClient } from '../data/journal-client.ts'
import { queryKeys } from '../data/queries.ts'
import { useJob } from '../data/use-job.ts'

export interface ReportState {
  /** Newest report; it stays while a newer one is computed. */
  readonly made: MadeReport | null
  readonly progress: Progress | null
  readonly error: Error | null
  /** The person stopped the analysis. */
  readonly isStopped: boolean
  readonly stop: () => void
  /** Restarts after a stop or a failure. */
  readonly lookAgain: () => void
}

/** Report of a source; none while the source is null. */
export function useReport(source: ReportSource | null): ReportState {
  const journal = useJournalClient()
  const { output, progress, error, isStopped, stop, runAgain } = useJob({
    queryKey: queryKeys.report(source),
    isEnabled: source !== null,
    keepsPrevious: true,
    run: async (options): Promise<MadeReport | null> => {
      if (source === null) return null
      return source.kind === 'kept'
        ? journal.getKeptReport({ id: source.id })
        : journal.getReport(source.order, options)
    },
  })
  return {
    made: source === null ? null : (output ?? null),
    progress,
    error,
    isStopped,
    stop,
    lookAgain: runAgain,
  }
}

import { useState } from 'react'
import { type CrampFilter, getFilterKey } from '../../shared/analysis/cramp-filter.ts'
import type { FoundFindings } from '../../shared/analysis/finding.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { useNow } from './clock.ts'
import { type Progress, useJournalClient } from './journal-client.ts'
import { queryKeys } from './queries.ts'
import { useJob } from './use-job.ts'

type FilteredFindings = FoundFindings & { readonly filter: CrampFilter }

export interface FindingsState {
  /** Newest findings; they stay while newer ones are computed. */
  readonly ready: FilteredFindings | null
  /** True while `ready` is of another filter, until the new findings have arrived. */
  readonly isOfOtherFilter: boolean
  readonly progress: Progress | null
  readonly error: Error | null
  /** True after the person stopped the analysis. */
  readonly isStopped: boolean
  readonly stop: () => void
  /** Restarts after a stop or a failure. */
  readonly lookAgain: () => void
}

/** Findings of the analysis for the cramps of a filter. */
export function useFindings(filter: CrampFilter): FindingsState {
  const journal = useJournalClient()
  const [shown, setShown] = useState<FilteredFindings | null>(null)
  const { output, progress, error, isStopped, stop, runAgain } = useJob({
    queryKey: queryKeys.findings(calendarDate(useNow()), filter),
    run: async options => ({ ...(await journal.getFindings({ filter }, options)), filter }),
  })
  const ready = output ?? shown
  if (ready !== shown) setShown(ready)
  const isOfOtherFilter = ready !== null && getFilterKey(ready.filter) !== getFilterKey(filter)
  // Progress from the first render on: main has not reported any for a filter that was just chosen.
  const begun = isOfOtherFilter && error === null ? { done: 0, total: 0 } : null
  return {
    ready,
    isOfOtherFilter,
    progress: isStopped ? null : (progress ?? begun),
    error,
    isStopped,
    stop,
    lookAgain: runAgain,
  }
}

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
  /** Newest findings; they stay while newer ones are worked out. */
  readonly ready: FilteredFindings | null
  /** `ready` speaks of the cramps of another filter, until the new findings are there. */
  readonly isOfOtherFilter: boolean
  readonly progress: Progress | null
  readonly error: Error | null
  /** The person stopped the work. */
  readonly isStopped: boolean
  readonly stop: () => void
  /** Looks again, after a stop or a failure. */
  readonly lookAgain: () => void
}

/** The journal's findings on the cramps of a filter. */
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
  // From the first moment on: a filter that was just chosen has not been answered yet.
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

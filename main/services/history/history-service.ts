/** Import of another program's history into the open journal: a safety copy before, a review of the warning cards after. */
import type { Answers, LeftOut } from '../../../shared/history/history.ts'
import type { HistoryPreview } from '../../../shared/history-calls.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { JobCancelled, type RunOptions } from '../../jobs/job.ts'
import type { JobQueue } from '../../jobs/job-queue.ts'
import type { BusyRetry } from '../../store/busy-retry.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import type { WarningService } from '../warnings/warning-service.ts'
import { historyJobs } from './history-jobs.ts'
import type { StoredImport } from './planned-history.ts'

export interface HistoryDeps {
  readonly store: JournalStore
  readonly clock: Clock
  readonly warnings: Pick<WarningService, 'reviewRecent'>
  /** The journal's file. */
  readonly journalPath: string
  /** Backup service, for the safety copy. */
  readonly backups: { copyBeforeImport(): Promise<void> }
  readonly queue: Pick<JobQueue, 'run'>
  readonly busyRetry: BusyRetry
}

/** Files under their token, and the answers so far. */
export interface ChosenHistory {
  readonly token: string
  readonly paths: readonly string[]
  readonly answers: Answers
}

/** @param report logs an error after the import is stored, which must not make it fail */
export function createHistoryService(
  { store, clock, warnings, journalPath, backups, queue, busyRetry }: HistoryDeps,
  report: (error: unknown) => void = console.error,
) {
  const getMoment = () => momentOfInstant(clock.now(), clock.timeZone())
  const orderOf = ({ token, paths, answers }: ChosenHistory) => ({
    ...{ session: token, journalPath, paths, answers },
    now: getMoment(),
    timeZone: clock.timeZone(),
  })

  /** Reviews the warning rules for what came in, or went. */
  async function reviewIfPossible(): Promise<void> {
    try {
      await busyRetry.run(() => store.atomically(() => warnings.reviewRecent(getMoment())))
    } catch (error) {
      report(error)
    }
  }

  return {
    /** Effect of importing the files. Changes nothing. */
    preview: (chosen: ChosenHistory, options?: RunOptions): Promise<HistoryPreview> =>
      orCancelled(queue.run(historyJobs.previewHistory, orderOf(chosen), options)),

    /** Records that the preview leaves out. */
    listLeftOut: (chosen: ChosenHistory, options?: RunOptions): Promise<readonly LeftOut[]> =>
      queue.run(historyJobs.listHistoryLeftOut, orderOf(chosen), options),

    /**
     * Imports in one transaction.
     *
     * @param plan of the preview that the person has confirmed
     * @throws CallFailure when the plan has changed since, or no safety copy could be made
     */
    run: async (
      { plan, ...chosen }: ChosenHistory & { readonly plan: string },
      options?: RunOptions,
    ): Promise<(StoredImport & { readonly state: 'done' }) | typeof CANCELLED> => {
      await backups.copyBeforeImport()
      const order = { ...orderOf(chosen), plan }
      const stored = await orCancelled(queue.run(historyJobs.runHistory, order, options))
      if ('state' in stored) return stored
      await reviewIfPossible()
      return { state: 'done', ...stored }
    },

    /** Takes the last import back. @throws CallFailure once it was taken back, or another followed */
    undo: async (importId: number): Promise<void> => {
      await queue.run(historyJobs.undoHistory, { journalPath, importId })
      await reviewIfPossible()
    },
  }
}

const CANCELLED = { state: 'cancelled' } as const

const orCancelled = <T>(running: Promise<T>): Promise<T | typeof CANCELLED> =>
  running.catch((error: unknown) => {
    if (error instanceof JobCancelled) return CANCELLED
    throw error
  })

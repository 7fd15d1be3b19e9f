/**
 * Import of files into the open journal, for the window and the command line: a safety copy before, a review of the warning
 * cards after.
 */
import type { ImportChoices, ImportPreview } from '../../../shared/archive/import-plan.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { JobCancelled, type RunOptions } from '../../jobs/job.ts'
import type { JobQueue } from '../../jobs/job-queue.ts'
import type { BusyRetry } from '../../store/busy-retry.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import type { WarningService } from '../warnings/warning-service.ts'
import { transferJobs } from './transfer-jobs.ts'

export interface ImportDeps {
  readonly store: JournalStore
  readonly clock: Clock
  readonly warnings: WarningService
  /** The journal's file. */
  readonly journalPath: string
  /** Backup service, for the safety copy. */
  readonly backups: { copyBeforeImport(): Promise<void> }
  readonly queue: Pick<JobQueue, 'run'>
  readonly busyRetry: BusyRetry
}

/** @param report logs an error after the import is stored, which must not make it fail */
export function createImportService(
  { store, clock, warnings, journalPath, backups, queue, busyRetry }: ImportDeps,
  report: (error: unknown) => void = console.error,
) {
  const getMoment = () => momentOfInstant(clock.now(), clock.timeZone())
  const orderOf = (paths: readonly string[], { passphrase, answers, changed }: ImportChoices) => ({
    ...{ journalPath, paths, passphrase, answers, changed },
    now: getMoment(),
    timeZone: clock.timeZone(),
  })

  /** Reviews the warning rules for the imported entries. */
  async function reviewIfPossible(): Promise<void> {
    try {
      await busyRetry.run(() => store.atomically(() => warnings.reviewRecent(getMoment())))
    } catch (error) {
      report(error)
    }
  }

  return {
    /** Plan of an import, or the reasons why it is impossible. Changes nothing. */
    preview: (
      paths: readonly string[],
      choices: ImportChoices,
      options?: RunOptions,
    ): Promise<ImportPreview> =>
      orCancelled(queue.run(transferJobs.previewImport, orderOf(paths, choices), options)),

    /**
     * Imports all files in one transaction.
     *
     * @param token of the plan that the person has confirmed
     * @throws CallFailure when the plan has changed since, or no safety copy could be made
     */
    run: async (
      paths: readonly string[],
      { token, ...choices }: ImportChoices & { readonly token: string },
      options?: RunOptions,
    ): Promise<ImportPreview> => {
      // Also for a journal without entries: an import changes its profile.
      await backups.copyBeforeImport()
      const order = { ...orderOf(paths, choices), token }
      const result = await orCancelled(queue.run(transferJobs.runImport, order, options))
      if (result.state === 'ready') await reviewIfPossible()
      return result
    },
  }
}

const orCancelled = (running: Promise<ImportPreview>): Promise<ImportPreview> =>
  running.catch(error => {
    if (error instanceof JobCancelled) return { state: 'cancelled' }
    throw error
  })

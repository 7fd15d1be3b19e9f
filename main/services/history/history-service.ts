/** Import of another program's history into the open journal: a safety copy before, a review of the warning cards after. */
import type { Answers, LeftOut } from '../../../shared/history/history.ts'
import type { HistoryPreview } from '../../../shared/history-calls.ts'
import type { RunOptions } from '../../jobs/job.ts'
import { describeMoment, type ImportDeps, orCancelled, reviewAfterImport } from '../transfer/around-import.ts'
import { historyJobs } from './history-jobs.ts'
import type { StoredImport } from './planned-history.ts'

/** Files under their token, and the answers so far. */
export interface ChosenHistory {
  readonly token: string
  readonly paths: readonly string[]
  readonly answers: Answers
}

/** @param report logs an error after the import is stored, which must not make it fail */
export function createHistoryService(deps: ImportDeps, report: (error: unknown) => void = console.error) {
  const { clock, journalPath, backups, queue } = deps
  const orderOf = ({ token, paths, answers }: ChosenHistory) => ({
    ...{ session: token, journalPath, paths, answers },
    ...describeMoment(clock),
  })

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
    ): Promise<(StoredImport & { readonly state: 'done' }) | { readonly state: 'cancelled' }> => {
      await backups.copyBeforeImport()
      const order = { ...orderOf(chosen), plan }
      const stored = await orCancelled(queue.run(historyJobs.runHistory, order, options))
      if ('state' in stored) return stored
      await reviewAfterImport(deps, report)
      return { state: 'done', ...stored }
    },

    /** Takes the last import back. @throws CallFailure once it was taken back, or another followed */
    undo: async (importId: number): Promise<void> => {
      await queue.run(historyJobs.undoHistory, { journalPath, importId })
      await reviewAfterImport(deps, report)
    },
  }
}

/**
 * Import of files into the open journal, for the window and the command line: a safety copy before, a review of the warning
 * cards after.
 */
import type { ImportChoices, ImportPreview } from '../../../shared/archive/import-plan.ts'
import type { RunOptions } from '../../jobs/job.ts'
import { describeMoment, type ImportDeps, orCancelled, reviewAfterImport } from './around-import.ts'
import { transferJobs } from './transfer-jobs.ts'

/** @param report logs an error after the import is stored, which must not make it fail */
export function createImportService(deps: ImportDeps, report: (error: unknown) => void = console.error) {
  const { clock, journalPath, backups, queue } = deps
  const orderOf = (paths: readonly string[], { passphrase, answers, changed }: ImportChoices) => ({
    ...{ journalPath, paths, passphrase, answers, changed },
    ...describeMoment(clock),
  })

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
      if (result.state === 'ready') await reviewAfterImport(deps, report)
      return result
    },
  }
}

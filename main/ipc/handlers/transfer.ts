import { lstatSync } from 'node:fs'
import type { Dialog } from 'electron'
import type { Handlers } from '../../../shared/contract.ts'
import { journalParts } from '../../../shared/events.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { askForPath, choosePaths } from '../../files/ask-for-path.ts'
import { CallFailure } from '../../files/failures.ts'
import { isSame, refuseReservedPaths } from '../../files/reserved-paths.ts'
import type { JobQueue } from '../../jobs/job-queue.ts'
import { createImportService } from '../../services/transfer/import-service.ts'
import { transferJobs } from '../../services/transfer/transfer-jobs.ts'
import type { WarningService } from '../../services/warnings/warning-service.ts'
import type { BusyRetry } from '../../store/busy-retry.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import { openFiles } from '../open-files.ts'
import type { BackupCallDeps } from './backups.ts'

type TransferCalls = Pick<
  Handlers,
  | 'saveCopy'
  | 'saveOpenJournal'
  | 'saveTables'
  | 'chooseImport'
  | 'previewImport'
  | 'runImport'
  | 'eraseEverything'
>

export interface TransferDeps extends BackupCallDeps {
  readonly clock: Clock
  readonly busyRetry: BusyRetry
  readonly warnings: WarningService
  readonly queue: JobQueue
  /**
   * Save dialog without reserved paths, for rescuing a journal whose file is gone: its own path is a valid answer then.
   */
  readonly rescueDialog: Pick<Dialog, 'showSaveDialog'>
  /** Clears the web storage of the pages. */
  readonly erasePageStorage: () => Promise<void>
}

/** Endings that the dialog offers first; what a file is, its content says. */
const importExtensions = ['zip', 'xml', 'csv', 'db', 'json', 'unknot', 'sqlite']

/** Calls that export, import and erase the journal. */
export function createTransferHandlers(journal: JournalStore, deps: TransferDeps): TransferCalls {
  const { backups, queue, analysis, current, clock, pages } = deps
  const { dialog, rescueDialog, getMainWindow, erasePageStorage } = deps
  const { path: journalPath } = current
  const getMoment = () => momentOfInstant(clock.now(), clock.timeZone())
  const fileName = (ending: string) => `Unknot ${calendarDate(getMoment())}${ending}`
  const imports = createImportService({ ...deps, store: journal, journalPath })

  return {
    saveCopy: async ({ format, passphrase }) => {
      const ending = { journal: 'sqlite', json: 'json' }[format]
      const path = await askForPath(dialog, getMainWindow(), {
        defaultPath: fileName(passphrase === null ? `.${ending}` : `.${format}.unknot`),
        filters: [{ name: 'Unknot', extensions: [passphrase === null ? ending : 'unknot'] }],
      })
      if (path === null) return { path }
      const order = { journalPath, path, passphrase }
      await queue.run(format === 'journal' ? transferJobs.saveJournalCopy : transferJobs.saveJsonCopy, order)
      return { path }
    },

    saveOpenJournal: async () => {
      const path = await askForPath(rescueDialog, getMainWindow(), {
        defaultPath: fileName('.sqlite'),
        filters: [{ name: 'Unknot', extensions: ['sqlite'] }],
      })
      if (path === null) return { path }
      const isHome = isSame(path, journalPath) && !journal.location.check()
      if (!isHome) refuseReservedPaths(path, journalPath)
      await journal.copyTo(path)
      // A copy saved at the journal's own path becomes the open journal.
      if (isHome) current.reopen()
      return { path: isHome ? journalPath : path }
    },

    saveTables: async ({ passphrase }) => {
      const question =
        passphrase === null
          ? { defaultPath: fileName(' tables') }
          : {
              defaultPath: fileName(' tables.unknot'),
              filters: [{ name: 'Unknot', extensions: ['unknot'] }],
            }
      const path = await askForPath(dialog, getMainWindow(), question)
      if (path === null) return { path }
      // The dialog has asked about replacing a file, but not about a folder.
      if (passphrase === null && lstatSync(path, { throwIfNoEntry: false }) !== undefined)
        throw new CallFailure({
          code: 'internal',
          message:
            'Something with that name already exists. Choose another name for the folder. Nothing was saved.',
        })
      await queue.run(transferJobs.saveTables, { journalPath, path, passphrase, timeZone: clock.timeZone() })
      return { path }
    },

    chooseImport: async ({ what }, { pageId }) => {
      const paths = await choosePaths(
        dialog,
        getMainWindow(),
        what === 'folder'
          ? { properties: ['openDirectory'] }
          : {
              properties: ['openFile', 'multiSelections'],
              filters: [
                { name: 'Exports, journals and tables', extensions: importExtensions },
                { name: 'All files', extensions: ['*'] },
              ],
            },
      )
      // A whole journal has its own button, among the backups.
      return paths.length === 0 ? null : openFiles(pages.files, pageId, paths, 'import')
    },
    previewImport: ({ files, ...choices }, caller) =>
      pages.run(caller, options =>
        imports.preview(pages.files.redeem(caller.pageId, 'import', files), choices, options),
      ),
    runImport: ({ files, ...choices }, caller) =>
      pages.run(caller, async options => {
        const paths = pages.files.redeem(caller.pageId, 'import', files)
        const result = await imports.run(paths, choices, options)
        // The worker wrote through its own connection, which the update hook of this one does not see.
        if (result.state === 'ready') pages.send('all', 'changed', { what: [...journalParts], since: null })
        return result
      }),

    eraseEverything: async ({ ownFolder }) => {
      await analysis.stop()
      await backups.eraseEverything(ownFolder)
      await erasePageStorage()
      return {}
    },
  }
}

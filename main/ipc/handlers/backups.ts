import type { BrowserWindow, Dialog, OpenDialogOptions } from 'electron'
import type { BackupRef } from '../../../shared/archive/backup.ts'
import type { Caller, Handlers } from '../../../shared/contract.ts'
import { choosePaths } from '../../files/ask-for-path.ts'
import { found } from '../../files/failures.ts'
import type { AnalysisWork } from '../../services/analysis/analysis-work.ts'
import type { BackupSource, Backups } from '../../services/backups/backups.ts'
import type { CurrentJournal } from '../../store/current-journal.ts'
import type { Pages } from '../pages.ts'

export interface BackupCallDeps {
  readonly current: CurrentJournal
  readonly backups: Backups
  /** Analysis jobs; their workers hold the journal's file open and must be stopped before it is replaced. */
  readonly analysis: Pick<AnalysisWork, 'stop'>
  readonly pages: Pages
  readonly dialog: Pick<Dialog, 'showSaveDialog' | 'showOpenDialog'>
  readonly getMainWindow: () => BrowserWindow | null
}

export type BackupCalls = Pick<
  Handlers,
  | 'listBackups'
  | 'backUpNow'
  | 'chooseBackupFolder'
  | 'forgetBackupFolder'
  | 'chooseBackupFile'
  | 'previewBackup'
  | 'restoreBackup'
  | 'beginAnew'
  | 'cancelJob'
>

/** Calls about backups. Available while the journal is refused, since a restore repairs it. */
export function createBackupHandlers({
  current,
  backups,
  analysis,
  pages,
  dialog,
  getMainWindow,
}: BackupCallDeps): BackupCalls {
  async function choose(options: OpenDialogOptions): Promise<string | null> {
    const [path] = await choosePaths(dialog, getMainWindow(), options)
    return path ?? null
  }
  function findSource(backup: BackupRef, { pageId }: Caller): BackupSource {
    if (backup.place !== 'chosen') return backup
    const [path] = pages.files.redeem(pageId, 'restore', backup.file)
    return { place: 'chosen', path: found(path, 'This file') }
  }
  return {
    listBackups: () => backups.list(),
    backUpNow: () => backups.makeByHand(),
    chooseBackupFolder: async () => {
      const path = await choose({ properties: ['openDirectory', 'createDirectory'] })
      return path === null ? backups.list() : backups.setOwnFolder(path)
    },
    forgetBackupFolder: () => backups.setOwnFolder(null),
    chooseBackupFile: async (_input, { pageId }) => {
      const path = await choose({
        properties: ['openFile'],
        filters: [
          { name: 'Copies of a journal', extensions: ['sqlite', 'unknot'] },
          { name: 'All files', extensions: ['*'] },
        ],
      })
      return path === null ? null : { place: 'chosen', file: pages.files.issue(pageId, 'restore', [path]) }
    },
    previewBackup: ({ backup, passphrase }, caller) =>
      pages.run(caller, options => backups.preview(findSource(backup, caller), passphrase, options)),
    restoreBackup: async ({ backup, passphrase }, caller) => {
      const source = findSource(backup, caller)
      await analysis.stop()
      await backups.restore(source, passphrase)
      return {}
    },
    beginAnew: () => {
      current.beginAnew()
      return {}
    },
    cancelJob: ({ job }, { pageId }) => {
      pages.cancel(pageId, job)
      return {}
    },
  }
}

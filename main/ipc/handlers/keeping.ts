import type { BrowserWindow, Dialog, OpenDialogOptions } from 'electron'
import type { Handlers } from '../../../shared/contract.ts'
import { choosePaths } from '../../files/ask-for-path.ts'
import type { TaskRunner } from '../../jobs/task-runner.ts'
import type { FindingsService } from '../../services/analysis/findings-service.ts'
import type { PatternsService } from '../../services/analysis/patterns-service.ts'
import type { Backups } from '../../services/backups/backups.ts'
import type { CurrentJournal } from '../../store/current-journal.ts'

export interface BackupCallDeps {
  readonly current: CurrentJournal
  readonly backups: Backups
  readonly runner: TaskRunner
  /** They read the journal in threads of their own, and must let go of it before it is replaced. */
  readonly findings: FindingsService
  readonly patterns: PatternsService
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
  | 'getKeepingProgress'
  | 'cancelKeeping'
>

/** Backups can be restored whatever became of the journal: these calls are answered without one, too. */
export function createBackupHandlers({
  current,
  backups,
  runner,
  findings,
  patterns,
  dialog,
  getMainWindow,
}: BackupCallDeps): BackupCalls {
  async function choose(options: OpenDialogOptions): Promise<string | null> {
    const [path] = await choosePaths(dialog, getMainWindow(), options)
    return path ?? null
  }
  return {
    listBackups: () => backups.list(),
    backUpNow: () => backups.makeByHand(),
    chooseBackupFolder: async () => {
      const path = await choose({ properties: ['openDirectory', 'createDirectory'] })
      return path === null ? backups.list() : backups.setOwnFolder(path)
    },
    forgetBackupFolder: () => backups.setOwnFolder(null),
    chooseBackupFile: async () => {
      const path = await choose({
        properties: ['openFile'],
        filters: [
          { name: 'Copies of a journal', extensions: ['sqlite', 'unknot'] },
          { name: 'All files', extensions: ['*'] },
        ],
      })
      return path === null ? null : backups.choose(path)
    },
    previewBackup: ({ backup, passphrase }) => backups.preview(backup, passphrase),
    restoreBackup: async ({ backup, passphrase }) => {
      await Promise.all([findings.cancel(), patterns.cancel()])
      await backups.restore(backup, passphrase)
      return {}
    },
    beginAnew: () => {
      current.beginAnew()
      return {}
    },
    getKeepingProgress: () => runner.getProgress(),
    cancelKeeping: () => {
      runner.cancel()
      return {}
    },
  }
}

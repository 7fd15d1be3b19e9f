/** Job functions of the archive worker, by job name: jobs that read or write whole journals. */

import { listBackups } from './backups/backup-folder.ts'
import type { backupJobs } from './backups/backup-jobs.ts'
import { backUp, bringToOwnFolder, prepareRestore, previewBackup } from './backups/backup-tasks.ts'
import { saveJournalCopy, saveJsonCopy, saveTables } from './transfer/export-tasks.ts'
import { previewImport, runImport } from './transfer/import-tasks.ts'
import type { transferJobs } from './transfer/transfer-jobs.ts'

export const archivePerforms = {
  backUp,
  bringToOwnFolder,
  listBackups,
  previewBackup,
  prepareRestore,
  saveJournalCopy,
  saveJsonCopy,
  saveTables,
  previewImport,
  runImport,
} satisfies Record<keyof typeof backupJobs | keyof typeof transferJobs, unknown>

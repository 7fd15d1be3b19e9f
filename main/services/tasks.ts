/** Everything that takes long and reads or writes whole journals, by name. It runs in the keeping thread. */
import { listBackups } from './backups/backup-folder.ts'
import { backUp, bringToOwnFolder, prepareRestore, previewBackup } from './backups/backup-tasks.ts'
import { saveJournalCopy, saveJsonCopy, saveTables } from './transfer/export-tasks.ts'
import { previewImport, runImport } from './transfer/import-tasks.ts'

export const tasks = {
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
}

export type TaskName = keyof typeof tasks
export type TaskInput<Name extends TaskName> = Parameters<(typeof tasks)[Name]>[0]
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<(typeof tasks)[Name]>>

/** Jobs of backups, performed by the archive worker. The functions themselves are not loaded here. */
import type { JobOf } from '../../jobs/job.ts'
import type { listBackups } from './backup-folder.ts'
import type { backUp, bringToOwnFolder, prepareRestore, previewBackup } from './backup-tasks.ts'

interface Performs {
  backUp: typeof backUp
  bringToOwnFolder: typeof bringToOwnFolder
  listBackups: typeof listBackups
  previewBackup: typeof previewBackup
  prepareRestore: typeof prepareRestore
}

const define = (name: keyof Performs) => ({ worker: 'archive', name })

export const backupJobs: { readonly [Name in keyof Performs]: JobOf<Performs[Name]> } = {
  backUp: define('backUp'),
  bringToOwnFolder: define('bringToOwnFolder'),
  listBackups: define('listBackups'),
  previewBackup: define('previewBackup'),
  prepareRestore: define('prepareRestore'),
}

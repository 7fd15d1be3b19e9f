/** Jobs of the archive worker: backups, import and export. The functions themselves are not loaded here. */
import type { JobOf } from '../jobs/job.ts'
import type { archivePerforms } from './archive-performs.ts'

type Performs = typeof archivePerforms
type JobName = keyof Performs

const define = (name: JobName, isTerminable: boolean) => ({ worker: 'archive', name, isTerminable })
const readOnly = (name: JobName) => define(name, true)
/** Writes files or the journal, so it stops only between two steps. */
const writing = (name: JobName) => define(name, false)

export const archiveJobs: { readonly [Name in JobName]: JobOf<Performs[Name]> } = {
  backUp: writing('backUp'),
  bringToOwnFolder: writing('bringToOwnFolder'),
  listBackups: writing('listBackups'),
  previewBackup: readOnly('previewBackup'),
  prepareRestore: writing('prepareRestore'),
  saveJournalCopy: writing('saveJournalCopy'),
  saveJsonCopy: writing('saveJsonCopy'),
  saveTables: writing('saveTables'),
  previewImport: readOnly('previewImport'),
  runImport: writing('runImport'),
}

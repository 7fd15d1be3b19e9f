/** Jobs of import and export, performed by the archive worker. The functions themselves are not loaded here. */
import type { JobOf } from '../../jobs/job.ts'
import type { saveJournalCopy, saveJsonCopy, saveTables } from './export-tasks.ts'
import type { previewImport, runImport } from './import-tasks.ts'

interface Performs {
  saveJournalCopy: typeof saveJournalCopy
  saveJsonCopy: typeof saveJsonCopy
  saveTables: typeof saveTables
  previewImport: typeof previewImport
  runImport: typeof runImport
}

const define = (name: keyof Performs) => ({ worker: 'archive', name })

export const transferJobs: { readonly [Name in keyof Performs]: JobOf<Performs[Name]> } = {
  saveJournalCopy: define('saveJournalCopy'),
  saveJsonCopy: define('saveJsonCopy'),
  saveTables: define('saveTables'),
  previewImport: define('previewImport'),
  runImport: define('runImport'),
}

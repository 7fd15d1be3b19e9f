/** Worker thread of backups, import and export. */
import { serveJobs } from '../jobs/serve-jobs.ts'
import { archivePerforms } from './archive-performs.ts'

serveJobs(archivePerforms)

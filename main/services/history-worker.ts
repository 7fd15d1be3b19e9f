/**
 * Worker thread that brings the history of other programs along. Apart from the archive worker, whose jobs need none of the
 * readers.
 */
import { serveJobs } from '../jobs/serve-jobs.ts'
import { createHistoryTasks } from './history/history-tasks.ts'
import { openHistoryFiles } from './history/open-files.ts'
import { historyReaders } from './history/readers.ts'

serveJobs(createHistoryTasks({ readers: historyReaders, openFiles: openHistoryFiles }))

/** Worker thread of the analysis. */
import { serveJobs } from '../jobs/serve-jobs.ts'
import { createDiaryFindings } from './analysis/diary-findings.ts'
import { createPeriodPatterns } from './analysis/period-patterns.ts'
import { readJournalFile } from './analysis/read-journal.ts'

serveJobs({
  ...createDiaryFindings(readJournalFile),
  patterns: createPeriodPatterns(readJournalFile),
})

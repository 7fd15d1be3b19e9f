/** In-process job runners for tests, faster for many small jobs than a thread for each. */
import type { RunJob } from '../../main/jobs/job.ts'
import { createJobQueue, type JobQueue } from '../../main/jobs/job-queue.ts'
import { createInProcessRunner } from '../../main/jobs/run-in-process.ts'
import { createAnalysisWork } from '../../main/services/analysis/analysis-work.ts'
import { createDiaryFindings } from '../../main/services/analysis/diary-findings.ts'
import { createPeriodPatterns } from '../../main/services/analysis/period-patterns.ts'
import type { ReadJournal } from '../../main/services/analysis/read-journal.ts'
import { archivePerforms } from '../../main/services/archive-performs.ts'
import { createHistoryTasks } from '../../main/services/history/history-tasks.ts'
import { openHistoryFiles } from '../../main/services/history/open-files.ts'
import { historyReaders } from '../../main/services/history/readers.ts'
import type { JournalStore } from '../../main/store/journal-store.ts'
import type { FoundFindings } from '../../shared/analysis/finding.ts'

/** @param change wraps the runner, for example to act after each job */
export const createArchiveQueue = (change: (run: RunJob) => RunJob = run => run): JobQueue => {
  const history = createHistoryTasks({ readers: historyReaders, openFiles: openHistoryFiles })
  const { run } = createInProcessRunner({ archive: archivePerforms, history })
  return createJobQueue({ run: change(run) })
}

/**
 * Analysis jobs over an open journal, which may be in memory.
 *
 * @param findings overrides the findings of the journal
 */
export function createOpenAnalysis(getJournal: () => JournalStore, findings?: () => Promise<FoundFindings>) {
  const read: ReadJournal = (_path, look) => look(getJournal())
  const analysis = {
    ...createDiaryFindings(read),
    ...(findings !== undefined && { findings: async () => ({ found: await findings(), results: null }) }),
    patterns: createPeriodPatterns(read),
  }
  return createAnalysisWork(createInProcessRunner({ analysis }))
}

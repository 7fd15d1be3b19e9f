/** Fixture: a journal with its backup service, wired as in the program. */
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { JobQueue } from '../../../../main/jobs/job-queue.ts'
import { createBackups } from '../../../../main/services/backups/backups.ts'
import { createFolderSetting } from '../../../../main/services/backups/folder-setting.ts'
import { openCurrentJournal } from '../../../../main/store/current-journal.ts'
import { JournalRefused } from '../../../../main/store/journal-refused.ts'
import type { Backup } from '../../../../shared/archive/backup.ts'
import { createArchiveQueue } from '../../../support/in-process.ts'

export interface TestClock {
  now: number
}

/** @param queue in-process by default; the program's own where real threads matter */
export function openBackups(home: string, clock: TestClock, queue: JobQueue = createArchiveQueue()) {
  const time = { now: () => clock.now, timeZone: () => 'Europe/Berlin' }
  const current = openCurrentJournal(join(home, 'journal.sqlite'), time, () => {})
  onTestFinished(() => current.close())
  const ownFolder = createFolderSetting(join(home, 'backup-folder.json'))
  const backups = createBackups({ current, queue, clock: time, ownFolder })
  const journal = () => {
    const one = current.get()
    if (one instanceof JournalRefused) throw one
    return one
  }
  const listNotes = () =>
    journal()
      .entries.listOfKind('fluid', 0, Number.MAX_SAFE_INTEGER)
      .map(({ note }) => note)
      .toSorted()
  return { home, current, backups, journal, listNotes, ownFolder }
}

export const refOf = ({ place, name }: Backup) => ({ place, name })

/** Queue that calls `after` right after each job. */
export const createQueueWith = (after: (job: string) => void): JobQueue =>
  createArchiveQueue(run => (job, input, options) => run(job, input, options).finally(() => after(job.name)))

/** A journal with backups in a folder of its own, as the program has them; and others beside it. */
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { RunTask, TaskRunner } from '../../../../main/jobs/task-runner.ts'
import { createBackups } from '../../../../main/services/backups/backups.ts'
import { createFolderSetting } from '../../../../main/services/backups/folder-setting.ts'
import { openCurrentJournal } from '../../../../main/store/current-journal.ts'
import { JournalRefused } from '../../../../main/store/journal-refused.ts'
import type { Backup, BackupRef } from '../../../../shared/archive/backup.ts'
import { createDirectRunner } from '../transfer/direct-runner.ts'

export interface TestClock {
  now: number
}

/** @param runner that of the program where threads are the point */
export function openBackups(home: string, clock: TestClock, runner: TaskRunner = createDirectRunner()) {
  const time = { now: () => clock.now, timeZone: () => 'Europe/Berlin' }
  const current = openCurrentJournal(join(home, 'journal.sqlite'), time, () => {})
  onTestFinished(() => current.close())
  const ownFolder = createFolderSetting(join(home, 'backup-folder.json'))
  const backups = createBackups({ current, runner, clock: time, ownFolder })
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

export const refOf = ({ place, name }: Backup): BackupRef => ({ place, name })

/** Does something each time right after a task is done. */
export function createRunnerWith(after: (task: string) => void): TaskRunner {
  const direct = createDirectRunner()
  const followed =
    (run: RunTask): RunTask =>
    (name, input) => {
      const running = run(name, input)
      return running.finally(() => after(name))
    }
  return {
    ...direct,
    run: followed(direct.run),
    inOneGo: work => direct.inOneGo(run => work(followed(run))),
  }
}

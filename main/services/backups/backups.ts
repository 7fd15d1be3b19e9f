/** Backup service: daily and manual backups, their list, restore and erasure. */
import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BackupList, BackupPreview, BackupReason, BackupRef } from '../../../shared/archive/backup.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { CallFailure, found } from '../../files/failures.ts'
import { getBackupFolder, isWithin } from '../../files/reserved-paths.ts'
import { JobCancelled, type RunJob, type RunOptions } from '../../jobs/job.ts'
import type { JobQueue } from '../../jobs/job-queue.ts'
import type { CurrentJournal } from '../../store/current-journal.ts'
import { getRestoreDraft, removeWithLog } from '../../store/journal-copy.ts'
import { JournalRefused } from '../../store/journal-refused.ts'
import type { BackupChecks } from './backup-folder.ts'
import { backupJobs } from './backup-jobs.ts'
import { eraseBackups } from './erase-backups.ts'
import type { FolderSetting } from './folder-setting.ts'

export interface BackupDeps {
  readonly current: CurrentJournal
  readonly queue: JobQueue
  readonly clock: Clock
  readonly ownFolder: FolderSetting
}

/** Copy to restore: listed in one of the two folders, or any file that the person chose. */
export type BackupSource =
  | Exclude<BackupRef, { place: 'chosen' }>
  | { readonly place: 'chosen'; readonly path: string }

export type Backups = ReturnType<typeof createBackups>

/**
 * Attempts at a safety copy while the journal is open. If writes invalidate all of them, the last is completed while
 * the journal is closed.
 */
const SAFETY_COPIES_TRIED = 3

export function createBackups({ current, queue, clock, ownFolder }: BackupDeps) {
  const folder = getBackupFolder(current.path)
  let problem: string | null = null
  let ownProblem: string | null = null
  let known: BackupChecks = new Map()

  const getMoment = () => momentOfInstant(clock.now(), clock.timeZone())
  const backUp = (run: RunJob, reason: BackupReason, spared: readonly string[] = []) =>
    run(backupJobs.backUp, {
      journalPath: current.path,
      folder,
      name: { moment: getMoment(), reason },
      spared,
    })

  async function bringToOwnFolder(): Promise<void> {
    const own = ownFolder.get()
    ownProblem = null
    if (own === null) return
    const brought = await queue.run(backupJobs.bringToOwnFolder, { folder, own, known, now: clock.now() })
    ownProblem = brought.problem
    known = new Map([...known, ...brought.verdicts])
  }

  async function list(): Promise<BackupList> {
    const own = ownFolder.get()
    const { backups, verdicts } = await queue.run(backupJobs.listBackups, {
      folder,
      own,
      known,
      now: clock.now(),
      timeZone: clock.timeZone(),
    })
    known = verdicts
    const missing =
      own !== null && !existsSync(own.path) ? 'This folder cannot be found at the moment.' : null
    return {
      standardFolder: folder,
      ownFolder: own === null ? null : { path: own.path, problem: missing ?? ownProblem },
      problem,
      backups,
    }
  }

  /** Makes a daily or manual backup. */
  async function makeRegular(reason: 'daily' | 'by-hand'): Promise<void> {
    await backUp(queue.run, reason)
    problem = null
    await bringToOwnFolder()
  }

  /**
   * Makes a safety copy and calls `proceed` in the same tick, so that no write falls between. Repeats the copy if the
   * journal changed while it was made.
   *
   * @param proceed gets the path of a copy that lacks the latest writes, or null when it has them all
   */
  async function makeSafetyCopy(
    run: RunJob,
    reason: 'before-restore' | 'before-import',
    proceed: (lacking: string | null) => void,
    spared: readonly string[] = [],
  ): Promise<void> {
    for (let tried = 1; ; tried++) {
      const journal = current.get()
      if (journal instanceof JournalRefused) return proceed(null)
      const revision = journal.getRevision()
      const made = await backUp(run, reason, spared).catch(
        addSentence('There is no safety copy, so nothing was changed.'),
      )
      const copy = join(folder, made)
      // Same tick: no write can run before `proceed` returns.
      if (journal.getRevision() === revision) return proceed(null)
      if (tried === SAFETY_COPIES_TRIED) return proceed(copy)
      rmSync(copy)
    }
  }

  function locate(backup: BackupSource): string {
    if (backup.place === 'chosen') return backup.path
    if (backup.place === 'standard') return join(folder, backup.name)
    return join(found(ownFolder.get()?.path, 'Your backup folder'), backup.name)
  }
  const orderOf = (backup: BackupSource, passphrase: string | null) => ({
    source: locate(backup),
    passphrase,
    journalPath: current.path,
    folder,
  })

  return {
    folder,
    list,
    makeByHand: async (): Promise<BackupList> => {
      await makeRegular('by-hand').catch(addSentence('No backup was made.'))
      return list()
    },
    /** Safety copy before an import. */
    copyBeforeImport: (): Promise<void> => makeSafetyCopy(queue.run, 'before-import', () => {}),
    /**
     * Makes the daily backup unless there is a sound one, and copies it to the custom folder unless it is there. Called
     * periodically. Never rejects: the error is shown in the list, and the next call retries.
     */
    checkDaily: async (): Promise<void> => {
      const journal = current.get()
      if (journal instanceof JournalRefused || journal.entries.isEmpty()) return
      try {
        const today = calendarDate(getMoment())
        const { backups } = await list()
        const isDone = backups.some(
          backup =>
            backup.reason === 'daily' &&
            backup.place === 'standard' &&
            backup.problem === null &&
            calendarDate(backup) === today,
        )
        if (isDone) await bringToOwnFolder()
        else await makeRegular('daily')
      } catch (error) {
        const why = error instanceof CallFailure ? `${error.message} ` : ''
        problem = `The last automatic backup could not be made. ${why}Unknot will try again within the hour.`
      }
    },
    setOwnFolder: async (path: string | null): Promise<BackupList> => {
      if (path !== null && isWithin(folder, path))
        throw new CallFailure({
          code: 'internal',
          message: 'Backups are already made in this folder. Choose another one, preferably on another disk.',
        })
      if (path !== null && isWithin(dirname(current.path), path))
        throw new CallFailure({
          code: 'internal',
          message:
            'Unknot keeps its own files in this folder. Choose another one, preferably on another disk.',
        })
      await ownFolder.set(path)
      await bringToOwnFolder()
      return list()
    },
    /**
     * Deletes all backups, set-aside journals and drafts, and then the journal; with `alsoOwn`, also the backups in the
     * custom folder. Runs in the job queue, so no backup is made meanwhile.
     *
     * @throws CallFailure when the journal is in use, with nothing deleted; or when a file cannot be deleted
     */
    eraseEverything: (alsoOwn: boolean): Promise<void> =>
      queue.inOneGo(async () => {
        current.erase(() => eraseBackups(folder, alsoOwn ? ownFolder.get() : null))
        ownFolder.forget()
        problem = null
        ownProblem = null
        known = new Map()
      }),
    /** @throws CallFailure, and JobCancelled when the job was cancelled */
    preview: (
      backup: BackupSource,
      passphrase: string | null,
      options: RunOptions = {},
    ): Promise<BackupPreview> =>
      queue.inOneGo(async run => {
        try {
          return await run(backupJobs.previewBackup, orderOf(backup, passphrase), options)
        } catch (error) {
          // A job that failed or stopped may leave its draft, which may be decrypted.
          removeWithLog(getRestoreDraft(folder))
          if (!(error instanceof JobCancelled)) throw error
          throw new CallFailure({ code: 'internal', message: 'Stopped. Nothing was changed.' })
        }
      }),
    /**
     * Replaces the journal by a backup, after a safety copy.
     *
     * @throws CallFailure with a sentence when that is impossible; the journal is unchanged then
     */
    restore: (backup: BackupSource, passphrase: string | null): Promise<void> =>
      queue.inOneGo(async run => {
        const order = orderOf(backup, passphrase)
        const prepared = await run(backupJobs.prepareRestore, order)
        if (prepared.state !== 'sound')
          throw new CallFailure({
            code: 'internal',
            message: 'This file cannot be restored. The journal and the file are as they were.',
          })
        try {
          await makeSafetyCopy(
            run,
            'before-restore',
            lacking => current.replaceBy(prepared.draft, lacking),
            // The source may itself be a safety copy that the retention rule would delete.
            [order.source, prepared.draft],
          )
        } finally {
          removeWithLog(prepared.draft)
        }
      }),
  }
}

/** Appends the outcome to a failure that states only the cause. */
const addSentence =
  (sentence: string) =>
  (error: unknown): never => {
    if (!(error instanceof CallFailure)) throw error
    throw new CallFailure({ ...error.failure, message: `${error.message} ${sentence}` })
  }

/** Path of the custom folder's setting, for the journal at `path`. */
export const getFolderSettingPath = (path: string) => join(dirname(path), 'backup-folder.json')

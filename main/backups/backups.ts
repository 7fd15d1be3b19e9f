/** Backups as the rest of the program sees them: made by themselves, listed, and put in the journal's place. */
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { BackupList, BackupPreview, BackupReason, BackupRef } from '../../shared/keeping/backup.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'
import type { Clock } from '../clock.ts'
import type { CurrentJournal } from '../current-journal.ts'
import { CallFailure, found } from '../failures.ts'
import { getBackupFolder, JournalRefused } from '../journal/open.ts'
import type { TaskRunner } from '../keeping/task-runner.ts'
import type { FolderSetting } from './folder-setting.ts'

export interface BackupSurroundings {
  readonly current: CurrentJournal
  readonly runner: TaskRunner
  readonly clock: Clock
  readonly ownFolder: FolderSetting
}

export type Backups = ReturnType<typeof createBackups>

export function createBackups({ current, runner, clock, ownFolder }: BackupSurroundings) {
  const folder = getBackupFolder(current.path)
  /** The file that the person chose last, wherever it lies. */
  let chosenFile: string | null = null
  let problem: string | null = null
  let ownProblem: string | null = null

  const getMoment = () => momentOfInstant(clock.now(), clock.timeZone())
  const backUp = (reason: BackupReason) =>
    runner.run('backUp', { journalPath: current.path, folder, name: { moment: getMoment(), reason } })

  async function bringToOwnFolder(): Promise<void> {
    const own = ownFolder.get()
    ownProblem = own === null ? null : await runner.run('bringToOwnFolder', { folder, ownFolder: own })
  }

  async function list(): Promise<BackupList> {
    const own = ownFolder.get()
    const missing = own !== null && !existsSync(own) ? 'This folder is not there just now.' : null
    return {
      standardFolder: folder,
      ownFolder: own === null ? null : { path: own, problem: missing ?? ownProblem },
      problem,
      backups: await runner.run('listBackups', { folder, ownFolder: own }),
    }
  }

  /** Makes a backup for the person, or for the day. */
  async function makeRegular(reason: 'daily' | 'by-hand'): Promise<void> {
    await backUp(reason)
    problem = null
    await bringToOwnFolder()
  }

  /** A copy of the journal as it is: of every entry that is stored by the time the promise resolves. */
  async function makeSafetyCopy(reason: 'before-restore' | 'before-import'): Promise<void> {
    for (;;) {
      const journal = current.get()
      if (journal instanceof JournalRefused) return
      const revision = journal.getRevision()
      await backUp(reason)
      if (journal.getRevision() === revision) return
    }
  }

  function locate({ place, name }: BackupRef): string {
    if (place === 'standard') return join(folder, name)
    if (place === 'own') return join(found(ownFolder.get() ?? undefined, 'Your backup folder'), name)
    return found(chosenFile !== null && basename(chosenFile) === name ? chosenFile : undefined, 'This file')
  }
  const orderOf = (backup: BackupRef, passphrase: string | null) => ({
    source: locate(backup),
    passphrase,
    journalPath: current.path,
    folder,
  })

  return {
    folder,
    list,
    getOwnFolder: (): string | null => ownFolder.get(),
    makeByHand: async (): Promise<BackupList> => {
      await makeRegular('by-hand')
      return list()
    },
    makeSafetyCopy,
    /**
     * Makes the backup of the day unless there is one, and brings it to the person's own folder unless it is there; to be
     * called again and again. Never throws: what went wrong stands in the list, and is tried again.
     */
    checkDaily: async (): Promise<void> => {
      const journal = current.get()
      if (journal instanceof JournalRefused || journal.entries.isEmpty()) return
      try {
        const today = calendarDate(getMoment())
        const isDone = (await list()).backups.some(
          backup =>
            backup.reason === 'daily' && backup.place === 'standard' && calendarDate(backup) === today,
        )
        if (isDone) await bringToOwnFolder()
        else await makeRegular('daily')
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        problem = `The last automatic backup could not be made (${why}). It is tried again within the hour.`
      }
    },
    setOwnFolder: async (path: string | null): Promise<BackupList> => {
      if (path !== null && path === folder)
        throw new CallFailure({
          code: 'internal',
          message: 'Backups are made in this folder already. Choose another one, best on another disk.',
        })
      await ownFolder.set(path)
      await bringToOwnFolder()
      return list()
    },
    /** Remembers a file that the person chose, so that it can be named from now on. */
    choose: (path: string): BackupRef => {
      chosenFile = path
      return { place: 'chosen', name: basename(path) }
    },
    /**
     * Removes every backup, what was put aside, and what drafts there are; with `alsoOwn`, also the backups in the
     * person's own folder.
     *
     * @throws Error when one of them cannot be removed
     */
    eraseAll: async (alsoOwn: boolean): Promise<void> => {
      const own = ownFolder.get()
      await runner.run('eraseBackups', { folder, ownFolder: alsoOwn ? own : null })
      await ownFolder.set(null)
    },
    preview: (backup: BackupRef, passphrase: string | null): Promise<BackupPreview> =>
      runner.run('previewBackup', orderOf(backup, passphrase)),
    /**
     * Puts a backup in the journal's place, after a copy of what is there.
     *
     * @throws CallFailure with a sentence when it cannot be restored; the journal is as it was then
     */
    restore: async (backup: BackupRef, passphrase: string | null): Promise<void> => {
      await makeSafetyCopy('before-restore')
      const prepared = await runner.run('prepareRestore', orderOf(backup, passphrase))
      if (prepared.state !== 'sound')
        throw new CallFailure({
          code: 'internal',
          message: 'This file cannot be restored. The journal and the file are as they were.',
        })
      current.replaceBy(prepared.draft)
    },
  }
}

/** Where the choice of an own folder is kept for the journal at `path`. */
export const getFolderSettingPath = (path: string) => join(dirname(path), 'backup-folder.json')

/** Backup folder: recognises backups by name, checks them, lists them, and applies the retention rule. */
import { existsSync, readdirSync, rmSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import {
  type Backup,
  type BackupName,
  type BackupPlace,
  type BackupProblem,
  backupProblems,
  formatBackupName,
  type Holding,
  parseBackupName,
} from '../../../shared/archive/backup.ts'
import { chooseKept } from '../../../shared/archive/retention.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { describeHolding, nameOfDrafted } from '../../store/journal-copy.ts'
import { JournalRefused } from '../../store/journal-refused.ts'
import { judgeFile } from '../../store/judge.ts'
import type { OwnFolder } from './folder-setting.ts'

export interface NamedFile extends BackupName {
  readonly name: string
}

/**
 * Files whose name is a backup's; empty when the folder does not exist.
 *
 * @param timeZone zone in which to state the time of a migration copy, whose name has none
 */
export function listNamed(folder: string, timeZone = 'UTC'): NamedFile[] {
  return readFolder(folder).flatMap(name => {
    // Skips a file that another computer has removed meanwhile, and a dangling link.
    if (findStats(join(folder, name)) === undefined) return []
    const parsed = parseBackupName(name) ?? parseMigrationCopy(folder, name, timeZone)
    return parsed === null ? [] : [{ ...parsed, name }]
  })
}

function findStats(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

function readFolder(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/**
 * Parses a copy made before a migration. Its name has the schema version instead of a time, so that a retry replaces
 * the first attempt.
 */
function parseMigrationCopy(folder: string, name: string, timeZone: string): BackupName | null {
  if (!/-before-version-\d+\.sqlite$/.test(name)) return null
  const at = Math.floor(statSync(join(folder, name)).mtimeMs)
  return { moment: momentOfInstant(at, timeZone), reason: 'before-migration', origin: null }
}

/** First unused name, moving the time forward by a second while it is taken: no copy overwrites another. */
export function findFreeName(folder: string, { moment, ...rest }: BackupName): string {
  const name = formatBackupName({ moment, ...rest })
  if (!existsSync(join(folder, name))) return name
  return findFreeName(folder, { moment: { ...moment, at: moment.at + 1000 }, ...rest })
}

/**
 * Deletes backups that the retention rule does not keep.
 *
 * @param files candidates for deletion
 * @param spared paths that are never deleted
 */
export function removeOutdated(
  folder: string,
  files: readonly NamedFile[],
  now: number,
  spared: readonly string[] = [],
): void {
  const kept = chooseKept(files, now)
  for (const one of files) {
    const path = join(folder, one.name)
    if (!kept.has(one) && !spared.includes(path)) rmSync(path, { force: true })
  }
}

/** Backups in the custom folder that this installation has copied there. */
export const listBrought = ({ path, origin }: OwnFolder): NamedFile[] =>
  listNamed(path).filter(file => file.origin === origin)

/** Names of all files of this installation in the custom folder, unfinished drafts included. */
export const listTracesIn = ({ path, origin }: OwnFolder): string[] =>
  readdirSync(path).filter(name => parseBackupName(nameOfDrafted(name))?.origin === origin)

// -------------------------------------------------------------------- what they hold

export type BackupCheck = Pick<Backup, 'entryCount' | 'problem'>

/**
 * Cache of check results by path, size and modification time, which saves reading unchanged files again. In memory
 * only, so that silent corruption is found at the next start.
 */
export type BackupChecks = ReadonlyMap<string, BackupCheck>

/** Memoised check of backup files. `verdicts` holds the results of this run, cached ones included. */
export function createJudge(known: BackupChecks) {
  const verdicts = new Map<string, BackupCheck>()
  return {
    verdicts,
    judge: (path: string): BackupCheck => {
      const stats = findStats(path)
      // Opening a FIFO would block until a process writes to it.
      if (!stats?.isFile()) return { entryCount: null, problem: 'unreadable' }
      const { size, mtimeMs } = stats
      const key = `${size} ${mtimeMs} ${path}`
      const verdict = verdicts.get(key) ?? known.get(key) ?? judgeBackup(path)
      verdicts.set(key, verdict)
      return verdict
    },
  }
}

function judgeBackup(path: string): BackupCheck {
  try {
    judgeFile(path)
    const { counts } = readHolding(path)
    return { entryCount: Object.values(counts).reduce((sum, count) => sum + count, 0), problem: null }
  } catch (error) {
    return { entryCount: null, problem: problemOf(error) }
  }
}

export function readHolding(path: string): Holding {
  const db = new Sqlite(path, { readonly: true })
  try {
    return describeHolding(db)
  } finally {
    db.close()
  }
}

export function problemOf(error: unknown): BackupProblem {
  if (!(error instanceof JournalRefused)) return 'unreadable'
  return backupProblems.find(problem => problem === error.reason) ?? 'unreadable'
}

export interface ListOrder {
  readonly folder: string
  readonly own: OwnFolder | null
  readonly known: BackupChecks
  readonly now: number
  readonly timeZone: string
}

/**
 * Lists the backups of both folders. A backup that lies in both is listed once, unless the copy in the custom folder is
 * damaged.
 */
export function listBackups({ folder, own, known, now, timeZone }: ListOrder): {
  backups: Backup[]
  verdicts: BackupChecks
} {
  const { judge, verdicts } = createJudge(known)
  const tellOf = (place: BackupPlace, path: string, isOurs: boolean, file: NamedFile): Backup => ({
    place,
    name: file.name,
    reason: file.reason,
    ...file.moment,
    isOurs,
    sizeBytes: findStats(join(path, file.name))?.size ?? 0,
    ...judge(join(path, file.name)),
  })
  const standard = listNamed(folder, timeZone).map(file => tellOf('standard', folder, true, file))
  const sound = new Set(standard.filter(({ problem }) => problem === null).map(({ name }) => name))
  const brought = own === null ? [] : listNamed(own.path, timeZone)
  const there = brought.flatMap(file => {
    const isOurs = file.origin === own?.origin
    const told = tellOf('own', own?.path ?? '', isOurs, file)
    const isTold = isOurs && sound.has(formatBackupName({ ...file, origin: null }))
    return isTold && told.problem === null ? [] : [told]
  })
  const isAhead = (backup: Backup) => Number(backup.at > now)
  return {
    backups: [...standard, ...there].sort((a, b) => isAhead(a) - isAhead(b) || b.at - a.at),
    verdicts,
  }
}

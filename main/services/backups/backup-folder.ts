/** A folder of backups: which files in it are some, whose they are, what can be told of them, and which have to go. */
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
 * The files of a folder that are backups by their names; none when there is no such folder.
 *
 * @param timeZone in which the time of a copy whose name does not say it is told
 */
export function listNamed(folder: string, timeZone = 'UTC'): NamedFile[] {
  return readFolder(folder).flatMap(name => {
    // Another computer may have removed its own meanwhile; and a link may lead nowhere.
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

/** What is copied before a migration is named after the version, so that a second attempt replaces the first. */
function parseMigrationCopy(folder: string, name: string, timeZone: string): BackupName | null {
  if (!/-before-version-\d+\.sqlite$/.test(name)) return null
  const at = Math.floor(statSync(join(folder, name)).mtimeMs)
  return { moment: momentOfInstant(at, timeZone), reason: 'before-migration', origin: null }
}

/** A name that is not taken: of two copies of the same second, the second bears the next one. No copy replaces another. */
export function findFreeName(folder: string, { moment, ...rest }: BackupName): string {
  const name = formatBackupName({ moment, ...rest })
  if (!existsSync(join(folder, name))) return name
  return findFreeName(folder, { moment: { ...moment, at: moment.at + 1000 }, ...rest })
}

/**
 * Removes what need not be kept any longer.
 *
 * @param files of the folder, those that may be removed
 * @param spared paths that stay nevertheless
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

/** The files in the person's own folder that this installation has brought there. */
export const listBrought = ({ path, origin }: OwnFolder): NamedFile[] =>
  listNamed(path).filter(file => file.origin === origin)

/** Everything in the person's own folder that this installation has made there, also what it did not come to finish. */
export const listTracesIn = ({ path, origin }: OwnFolder): string[] =>
  readdirSync(path).filter(name => parseBackupName(nameOfDrafted(name))?.origin === origin)

// -------------------------------------------------------------------- what they hold

export type BackupCheck = Pick<Backup, 'entryCount' | 'problem'>

/**
 * What has been found out about files, by path, size and time of change: a file that is as it was need not be read whole
 * again. Not kept longer than the program runs, so that what a disk spoils in silence is noticed at the next start.
 */
export type BackupChecks = ReadonlyMap<string, BackupCheck>

/** Judges files, each once. `verdicts` holds what is known after that of all that it was asked about. */
export function createJudge(known: BackupChecks) {
  const verdicts = new Map<string, BackupCheck>()
  return {
    verdicts,
    judge: (path: string): BackupCheck => {
      const stats = findStats(path)
      // Opening a pipe would wait for ever for somebody to write into it.
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
 * Tells of every backup there is. One of ours that also lies in the other folder is told once, unless the copy there is
 * spoiled.
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

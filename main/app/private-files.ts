/**
 * POSIX file modes: restricts files of the program to the account's own user.
 *
 * No effect on Windows, which has no modes and whose profile folders already exclude other users.
 */
import { chmodSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const OTHERS = 0o077
const STICKY = 0o1000

/** Sets the process's umask, which covers new files of Chromium as well. */
export function restrictNewFiles(): void {
  if (process.platform !== 'win32') process.umask(OTHERS)
}

/** Names in the data folder that hold personal data: the journal with its WAL, settings, backups and web storage. */
const OWN =
  /^(journal\.sqlite.*|window\.json.*|cramp-shortcut\.json|backup-folder\.json|backups|(Local|Session) Storage)$/

/**
 * Revokes other users' access to the data folder and the personal files in it, which an earlier version left readable.
 * A folder shared between users (`/tmp`, recognised by its sticky bit) keeps its own mode.
 */
export function restrictExistingFiles(folder: string): void {
  if (process.platform === 'win32') return
  const mode = lstatSync(folder, { throwIfNoEntry: false })?.mode
  if (mode === undefined) return
  if ((mode & STICKY) === 0) restrict(folder)
  for (const name of readFolder(folder)) if (OWN.test(name)) restrictTree(join(folder, name))
}

function restrictTree(path: string): void {
  const entry = lstatSync(path, { throwIfNoEntry: false })
  // Links are skipped: the person has arranged them, and their targets may be shared on purpose.
  if (entry === undefined || entry.isSymbolicLink()) return
  restrict(path)
  if (entry.isDirectory()) for (const name of readFolder(path)) restrictTree(join(path, name))
}

/** Logs failures instead of throwing: a file of another owner, or a disk without modes, must not prevent the start. */
function restrict(path: string): void {
  try {
    const { mode } = lstatSync(path)
    if ((mode & OTHERS) !== 0) chmodSync(path, mode & 0o7777 & ~OTHERS)
  } catch (error) {
    console.error('other users may be able to read', path, error)
  }
}

function readFolder(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/**
 * File modes: what the program writes can be read by the account's own user alone.
 *
 * On Windows nothing is done: there are no modes, and a profile's access list already keeps other users out.
 */
import { chmodSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const OTHERS = 0o077
const STICKY = 0o1000

/** Withholds every file and folder made from now on from other users, by whatever part of the program: also Chromium. */
export function withholdNewFiles(): void {
  if (process.platform !== 'win32') process.umask(OTHERS)
}

/** In the data folder: the journal with its log, settings, backups, and what pages store. The rest is Chromium's. */
const OWN = /^(journal\.sqlite.*|window\.json.*|backup-folder\.json|backups|(Local|Session) Storage)$/

/**
 * Takes the data folder, and what the program keeps in it, from other users, to whom an earlier version left it readable.
 * A folder that several users share (`/tmp`, known by its sticky bit) stays as it is.
 */
export function withholdExistingFiles(folder: string): void {
  if (process.platform === 'win32') return
  const mode = lstatSync(folder, { throwIfNoEntry: false })?.mode
  if (mode === undefined) return
  if ((mode & STICKY) === 0) withhold(folder)
  for (const name of readFolder(folder)) if (OWN.test(name)) withholdAll(join(folder, name))
}

function withholdAll(path: string): void {
  const entry = lstatSync(path, { throwIfNoEntry: false })
  // What a link leads to is somebody's own arrangement.
  if (entry === undefined || entry.isSymbolicLink()) return
  withhold(path)
  if (entry.isDirectory()) for (const name of readFolder(path)) withholdAll(join(path, name))
}

/** A file of another owner, or a disk without modes, is no reason not to start. */
function withhold(path: string): void {
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

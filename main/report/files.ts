/** Saving what was made for the person where they want it: the whole file, or no trace of it. */
import { randomUUID } from 'node:crypto'
import { open, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BrowserWindow, Dialog, FileFilter } from 'electron'
import { CallFailure } from '../failures.ts'

export interface FileQuestion {
  /** Folder and name to offer. */
  readonly defaultPath: string
  readonly filters?: FileFilter[]
}

/** Asks where a file shall be saved. @returns the path, or null when the person changed their mind */
export async function askForPath(
  dialog: Pick<Dialog, 'showSaveDialog'>,
  window: BrowserWindow | null,
  question: FileQuestion,
): Promise<string | null> {
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(question)
    : dialog.showSaveDialog(window, question))
  return canceled || filePath === '' ? null : filePath
}

/**
 * Asks where to save, and saves there.
 *
 * @returns the path, or null when the person changed their mind
 * @throws CallFailure with a sentence for the person when the file cannot be written; nothing is left behind then
 */
export async function saveFile(
  dialog: Pick<Dialog, 'showSaveDialog'>,
  window: BrowserWindow | null,
  { data, ...question }: FileQuestion & { readonly data: string | Uint8Array },
): Promise<string | null> {
  const path = await askForPath(dialog, window, question)
  if (path !== null) await writeWhole(path, data)
  return path
}

/**
 * Writes a file so that at every moment the path holds either what it held before or all of `data`: under a name of its
 * own in the same folder, then renamed.
 *
 * @throws CallFailure, with nothing left behind and an older file untouched
 */
export async function writeWhole(
  path: string,
  data: string | Uint8Array | Iterable<string | Uint8Array>,
): Promise<void> {
  const temporary = join(dirname(path), `.unknot-${randomUUID()}.tmp`)
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(data)
      // Else a power cut after the rename could leave an empty file under the final name.
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await unlink(temporary).catch(() => {})
    throw new CallFailure({ code: 'internal', message: `${describeFileError(error)} No file was saved.` })
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full.',
  EDQUOT: 'You have used all the disk space you are allowed.',
  EACCES: 'You are not allowed to write to this folder. Choose another one.',
  EPERM: 'You are not allowed to write this file. Choose another name or folder.',
  EROFS: 'This disk is read-only. Choose another one.',
  EBUSY: 'The file is open in another program. Close it there, or choose another name.',
  ENOENT: 'This folder is no longer there. Choose another one.',
  ENOTDIR: 'This is not a folder. Choose another one.',
  EISDIR: 'There is a folder with that name. Choose another name.',
  EEXIST: 'There is a folder with that name. Choose another name.',
  ENOTEMPTY: 'There is a folder with that name. Choose another name.',
  ENAMETOOLONG: 'This name is too long. Choose a shorter one.',
}

/** What the file system says, as a sentence for the person. */
export function describeFileError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
  return reasons[code] ?? `The file could not be written (${code}).`
}

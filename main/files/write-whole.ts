/** Saving what was made for the person where they want it: the whole file, or no trace of it. */
import { randomUUID } from 'node:crypto'
import { lstat, open, realpath, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BrowserWindow, Dialog, FileFilter } from 'electron'
import { CallFailure } from './failures.ts'
import { describeFileError, getErrorCode } from './file-errors.ts'

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
 * own in the same folder, then renamed. A link stays a link, and the file that it leads to is written.
 *
 * @throws CallFailure, with nothing left behind and an older file untouched
 */
export async function writeWhole(
  path: string,
  data: string | Uint8Array | Iterable<string | Uint8Array>,
): Promise<void> {
  let temporary: string | undefined
  try {
    const target = await findTarget(path)
    temporary = join(dirname(target), `.unknot-${randomUUID()}.tmp`)
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(data)
      // Else a power cut after the rename could leave an empty file under the final name.
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, target)
  } catch (error) {
    if (temporary !== undefined) await unlink(temporary).catch(() => {})
    if (error instanceof CallFailure) throw error
    throw new CallFailure({ code: 'internal', message: `${describeFileError(error)} No file was saved.` })
  }
}

/**
 * The file that is written when `path` is.
 *
 * @throws CallFailure for what is no file that could be replaced: a device, or a link that leads nowhere
 */
async function findTarget(path: string): Promise<string> {
  const entry = await lstat(path).catch(allowMissing)
  if (entry === undefined || entry.isFile() || entry.isDirectory()) return path
  const target = entry.isSymbolicLink() ? await realpath(path).catch(allowMissing) : undefined
  const kind = target === undefined ? undefined : await stat(target)
  // Writing over a folder is refused by its name.
  if (target !== undefined && (kind?.isFile() || kind?.isDirectory())) return target
  throw new CallFailure({
    code: 'internal',
    message:
      'This name belongs to a link that leads nowhere, or to a device. Choose another one. No file was saved.',
  })
}

function allowMissing(error: unknown): undefined {
  if (getErrorCode(error) !== 'ENOENT') throw error
}

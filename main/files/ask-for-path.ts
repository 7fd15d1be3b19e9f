/** File dialogs: a place to save at, or files to read. `null` or none when the dialog was cancelled. */
import type { BrowserWindow, Dialog, FileFilter, OpenDialogOptions } from 'electron'
import { writeWhole } from './write-whole.ts'

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

/** Asks for files or folders. @returns none when the person changed their mind */
export async function choosePaths(
  dialog: Pick<Dialog, 'showOpenDialog'>,
  window: BrowserWindow | null,
  options: OpenDialogOptions,
): Promise<readonly string[]> {
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  return canceled ? [] : filePaths
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

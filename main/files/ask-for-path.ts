/**
 * File dialogs for saving and opening. A cancelled dialog gives `null`, or no paths. Windows does not list the chosen files
 * among the recent ones: a copy of the journal is nothing to show there.
 */
import type { BrowserWindow, Dialog, FileFilter, OpenDialogOptions } from 'electron'
import { writeWhole } from './write-whole.ts'

export interface FileQuestion {
  /** Suggested folder and name. */
  readonly defaultPath: string
  readonly filters?: FileFilter[]
}

/** Shows the save dialog. @returns the path, or null when cancelled */
export async function askForPath(
  dialog: Pick<Dialog, 'showSaveDialog'>,
  window: BrowserWindow | null,
  question: FileQuestion,
): Promise<string | null> {
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog({ ...question, properties: ['dontAddToRecent'] })
    : dialog.showSaveDialog(window, { ...question, properties: ['dontAddToRecent'] }))
  return canceled || filePath === '' ? null : filePath
}

/** Shows the open dialog. @returns no paths when cancelled */
export async function choosePaths(
  dialog: Pick<Dialog, 'showOpenDialog'>,
  window: BrowserWindow | null,
  options: OpenDialogOptions,
): Promise<readonly string[]> {
  const unlisted: OpenDialogOptions = {
    ...options,
    properties: [...(options.properties ?? []), 'dontAddToRecent'],
  }
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(unlisted)
    : dialog.showOpenDialog(window, unlisted))
  return canceled ? [] : filePaths
}

/**
 * Shows the save dialog and writes the file.
 *
 * @returns the path, or null when cancelled
 * @throws CallFailure with a sentence for the person when the file cannot be written; no partial file is left behind
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

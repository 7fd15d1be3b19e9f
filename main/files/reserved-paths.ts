/** Reserved paths: the program's own files and folders, which no saved file may overwrite or join. */
import { realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { BaseWindow, Dialog, OpenDialogOptions, SaveDialogOptions } from 'electron'
import { CallFailure } from './failures.ts'

/** Backup folder of the journal at `path`. */
export const getBackupFolder = (path: string) => join(dirname(path), 'backups')

/** True when `path` is the folder or inside it, after resolving symbolic links. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(resolveLinks(folder), resolveLinks(path))
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way)
}

/** Resolves symbolic links in the part of the path that exists. */
function resolveLinks(path: string): string {
  const whole = resolve(path)
  try {
    return realpathSync.native(whole)
  } catch {
    const parent = dirname(whole)
    return parent === whole ? whole : join(resolveLinks(parent), basename(whole))
  }
}

/** True when both paths name one file, compared by path and by inode (hard links, case-insensitive disks). */
export function isSame(one: string, other: string): boolean {
  if (resolveLinks(one) === resolveLinks(other)) return true
  const [first, second] = [one, other].map(path => statSync(path, { bigint: true, throwIfNoEntry: false }))
  return first !== undefined && second !== undefined && first.ino === second.ino && first.dev === second.dev
}

/**
 * @param ownFolder data folder of the program
 * @throws CallFailure when saving at `path` would overwrite a reserved file or put another file among them
 */
export function refuseReservedPaths(
  path: string,
  journalPath: string,
  ownFolder = dirname(journalPath),
): void {
  if (['', '-wal', '-shm', '-journal'].some(ending => isSame(path, `${journalPath}${ending}`)))
    throw new CallFailure({
      code: 'internal',
      message: 'This is the file of your journal itself. Choose another name or folder. No file was saved.',
    })
  if (isWithin(getBackupFolder(journalPath), path))
    throw new CallFailure({
      code: 'internal',
      message: 'Unknot keeps its backups in this folder. Choose another one. No file was saved.',
    })
  if (isWithin(ownFolder, path))
    throw new CallFailure({
      code: 'internal',
      message: 'Unknot keeps its own files in this folder. Choose another one. No file was saved.',
    })
}

type FileDialogs = Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
type Asked<Options> = [BaseWindow, Options] | [Options]

/** Save dialogs that refuse reserved paths. */
export function guardReservedPaths(
  dialog: FileDialogs,
  journalPath: string,
  ownFolder?: string,
): FileDialogs {
  return {
    showOpenDialog: (...asked: Asked<OpenDialogOptions>) =>
      asked.length === 1 ? dialog.showOpenDialog(...asked) : dialog.showOpenDialog(...asked),
    showSaveDialog: async (...asked: Asked<SaveDialogOptions>) => {
      const answer = await (asked.length === 1
        ? dialog.showSaveDialog(...asked)
        : dialog.showSaveDialog(...asked))
      if (!answer.canceled && answer.filePath !== '')
        refuseReservedPaths(answer.filePath, journalPath, ownFolder)
      return answer
    },
  }
}

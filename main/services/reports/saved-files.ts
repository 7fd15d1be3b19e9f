/** Files that pages have saved. A page opens its newest one by token, so that it never names a path to the desktop. */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { Shell } from 'electron'
import { CallFailure } from '../../files/failures.ts'

export type Desktop = Pick<Shell, 'openPath' | 'showItemInFolder'>

export interface SavedFiles {
  /** @returns token of the file, for the page that saved it, until that page saves another one */
  add(pageId: number, path: string): string
  /**
   * Opens the file in the system's program for it, or its folder with the file selected.
   *
   * @throws CallFailure for the token of another page or of an earlier file, and when the file cannot be shown
   */
  show(pageId: number, token: string, as: 'file' | 'folder'): Promise<void>
}

export function createSavedFiles(desktop: Desktop): SavedFiles {
  const newest = new Map<number, { readonly token: string; readonly path: string }>()
  return {
    add: (pageId, path) => {
      const token = randomUUID()
      newest.set(pageId, { token, path })
      return token
    },
    show: async (pageId, token, as) => {
      const file = newest.get(pageId)
      if (file === undefined || file.token !== token)
        throw new CallFailure({ code: 'not-found', message: 'Save the report again to open it from here.' })
      if (!existsSync(file.path))
        throw new CallFailure({
          code: 'not-found',
          message: 'The file is no longer where it was saved. Save the report again.',
        })
      if (as === 'folder') return desktop.showItemInFolder(file.path)
      const problem = await desktop.openPath(file.path)
      if (problem !== '')
        throw new CallFailure({
          code: 'internal',
          message: `The file is saved, but no program opened it (${problem}). Use “Show in folder”.`,
        })
    },
  }
}

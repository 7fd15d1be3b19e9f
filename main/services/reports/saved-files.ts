import { existsSync } from 'node:fs'
import type { Shell } from 'electron'
import { CallFailure } from '../../files/failures.ts'

export type Desktop = Pick<Shell, 'openPath' | 'showItemInFolder'>

/**
 * Opens a saved file in the system's program for it, or its folder with the file selected.
 *
 * @throws CallFailure when the file cannot be shown
 */
export async function showSavedFile(desktop: Desktop, path: string, as: 'file' | 'folder'): Promise<void> {
  if (!existsSync(path))
    throw new CallFailure({
      code: 'not-found',
      message: 'The file is no longer where it was saved. Save the report again.',
    })
  if (as === 'folder') return desktop.showItemInFolder(path)
  const problem = await desktop.openPath(path)
  if (problem !== '')
    throw new CallFailure({
      code: 'internal',
      message: `The file is saved, but no program opened it (${problem}). Use “Show in folder”.`,
    })
}

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { CallFailure } from '../../files/failures.ts'
import { describeFileError } from '../../files/file-errors.ts'
import { listTracesIn } from './backup-folder.ts'
import type { OwnFolder } from './folder-setting.ts'

/**
 * Deletes the backup folder with its content and, in the custom folder, only the files of this installation.
 *
 * @throws CallFailure when the custom folder is missing, with nothing deleted, or when a file cannot be deleted
 */
export function eraseBackups(folder: string, own: OwnFolder | null): void {
  const brought = own === null ? [] : listTraces(own).map(name => join(own.path, name))
  try {
    for (const path of brought) rmSync(path, { force: true })
    rmSync(folder, { recursive: true, force: true })
  } catch (error) {
    throw new CallFailure({
      code: 'internal',
      message: `${describeFileError(error, 'remove')} Not all backups are gone. The journal is still there.`,
    })
  }
}

function listTraces(own: OwnFolder): string[] {
  try {
    return listTracesIn(own)
  } catch {
    throw new CallFailure({
      code: 'internal',
      message:
        'Your backup folder cannot be reached at the moment, so nothing was erased. Make it available, or leave out the backups in it.',
    })
  }
}

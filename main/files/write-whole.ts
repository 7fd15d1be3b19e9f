/** Atomic file writes: the whole file under its final name, or no trace of it. */
import { randomUUID } from 'node:crypto'
import { lstat, open, realpath, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CallFailure } from './failures.ts'
import { describeFileError, getErrorCode } from './file-errors.ts'

/**
 * Writes to a temporary file in the same folder and renames it, so that at every moment the path holds either its
 * previous content or all of `data`. A symbolic link is kept, and its target is written.
 *
 * @throws CallFailure, with no temporary file left behind and an older file untouched
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
      // Without it, a power cut after the rename could leave an empty file under the final name.
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
 * Resolves symbolic links of the target.
 *
 * @throws CallFailure when the target cannot be replaced: a device, or a dangling link
 */
async function findTarget(path: string): Promise<string> {
  const entry = await lstat(path).catch(allowMissing)
  if (entry === undefined || entry.isFile() || entry.isDirectory()) return path
  const target = entry.isSymbolicLink() ? await realpath(path).catch(allowMissing) : undefined
  const kind = target === undefined ? undefined : await stat(target)
  // A folder passes here: the rename refuses it with an error code that has a better sentence.
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

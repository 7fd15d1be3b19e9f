/** Choice between the two previews for files that the person opened without saying what for. */
import { closeSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { isSealed } from '../../files/seal.ts'

/** First bytes of every SQLite database. */
const SQLITE_HEADER = 'SQLite format 3'
/** Names that Unknot proposes for locked texts and tables. What is in a locked file shows only once it is unlocked. */
const LOCKED_TEXT = /(\.json|tables)\.unknot$/i

/**
 * `restore` for the copy of a whole journal, `import` for everything else. A file that cannot be read is left to the
 * import, whose preview says why.
 */
export function findPurpose(paths: readonly string[]): 'import' | 'restore' {
  const [path, ...others] = paths
  if (path === undefined || others.length > 0) return 'import'
  try {
    if (isSealed(path)) return LOCKED_TEXT.test(basename(path)) ? 'import' : 'restore'
    return readStart(path) === SQLITE_HEADER ? 'restore' : 'import'
  } catch {
    return 'import'
  }
}

function readStart(path: string): string {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(SQLITE_HEADER.length)
    readSync(file, bytes, 0, bytes.length, 0)
    return bytes.toString('latin1')
  } finally {
    closeSync(file)
  }
}

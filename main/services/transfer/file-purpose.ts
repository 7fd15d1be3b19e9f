/** Choice between the previews for files that the person chose or dropped without saying what for. */
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { decodeText } from '../../files/decode-text.ts'
import { isSealed } from '../../files/seal.ts'
import { APPLICATION_ID } from '../../store/judge.ts'
import { isTableOfUnknot } from './read-csv.ts'

/** First bytes of every SQLite database, and the place of the application's id in it. */
const SQLITE_HEADER = 'SQLite format 3'
const APPLICATION_ID_AT = 68
/** First bytes of a zip. */
const ZIP_HEADER = 'PK'
/** Bytes at the start of a file by which it is recognised. */
const LOOKED_AT_BYTES = 4_096
/** Names that Unknot proposes for locked files. What is in one shows only once it is unlocked. */
const LOCKED_TEXT = /(\.json|tables)\.unknot$/i
const LOCKED_JOURNAL = /\.journal\.unknot$/i

type FilePurpose = 'import' | 'restore' | 'history'

/**
 * `restore` for the copy of a whole journal, `import` for texts and tables of Unknot, `history` for a folder and for files of
 * other programs. What cannot be read, or is nothing known, is left to the import, whose preview says why.
 *
 * @param locked purpose of a locked file whose name says nothing
 */
export function findPurpose(paths: readonly string[], locked: 'import' | 'restore' = 'restore'): FilePurpose {
  const purposes = paths.map(path => findPurposeOf(path, locked))
  if (purposes.includes('history')) return 'history'
  return purposes.length === 1 ? (purposes[0] ?? 'import') : 'import'
}

function findPurposeOf(path: string, locked: 'import' | 'restore'): FilePurpose {
  try {
    if (statSync(path).isDirectory()) return 'history'
    if (isSealed(path)) return findLockedPurpose(basename(path)) ?? locked
    const start = readStart(path)
    if (hasMark(start, SQLITE_HEADER)) return isOtherDatabase(start) ? 'history' : 'restore'
    return hasMark(start, ZIP_HEADER) || isOtherText(start) ? 'history' : 'import'
  } catch {
    return 'import'
  }
}

function findLockedPurpose(name: string): 'import' | 'restore' | null {
  if (LOCKED_TEXT.test(name)) return 'import'
  return LOCKED_JOURNAL.test(name) ? 'restore' : null
}

const hasMark = (start: Buffer, mark: string) => start.subarray(0, mark.length).toString('latin1') === mark

/** True for a database with the id of no journal. One that is cut off says nothing: the preview of a restore explains it. */
const isOtherDatabase = (start: Buffer) =>
  start.length >= APPLICATION_ID_AT + 4 && start.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID

/** True for XML, a JSON list, and a table without the columns of Unknot. A journal as JSON is an object. */
function isOtherText(start: Buffer): boolean {
  const decoded = decodeText(start, false)
  // Other encodings have the same signs in their first line.
  const text = (decoded.ok ? decoded.text : start.toString('latin1')).replace(/^\uFEFF+/, '').trimStart()
  if (text.startsWith('<') || text.startsWith('[')) return true
  const [firstLine = ''] = /^.*/.exec(text) ?? []
  return (
    !text.startsWith('{') && /[,;\t]/.test(firstLine) && !firstLine.includes('\0') && !isTableOfUnknot(text)
  )
}

function readStart(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(LOOKED_AT_BYTES)
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0))
  } finally {
    closeSync(file)
  }
}

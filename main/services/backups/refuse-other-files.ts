/** Files mistaken for a copy of the journal, such as an export: detected before SQLite reports them as damaged. */
import { closeSync, openSync, readSync } from 'node:fs'
import type { BackupProblem } from '../../../shared/archive/backup.ts'
import { decodeText } from '../../files/decode-text.ts'

/** An intact file of another type. */
export class OtherFile extends Error {
  readonly problem: BackupProblem

  constructor(problem: BackupProblem, detail: string) {
    super(detail)
    this.name = 'OtherFile'
    this.problem = problem
  }
}

const LOOKED_AT_BYTES = 4096
const SQLITE_MARK = 'SQLite format 3\0'
/** Control characters that do not occur in text: all but tab and line breaks. */
const CONTROL_CHARACTER = /[^\P{Cc}\t\n\r\u0085]/u

/** @throws OtherFile when the file is empty, or a text */
export function refuseOtherFiles(path: string): void {
  const start = readStart(path)
  if (start.length === 0) throw new OtherFile('empty', 'There is nothing in it.')
  if (!start.toString('latin1').startsWith(SQLITE_MARK) && isText(start))
    throw new OtherFile('text', 'It begins like a text, not like an SQLite database.')
}

function readStart(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(LOOKED_AT_BYTES)
    return bytes.subarray(0, readSync(file, bytes))
  } finally {
    closeSync(file)
  }
}

function isText(start: Buffer): boolean {
  // `start` may be cut within a character.
  const decoded = decodeText(start, false)
  return decoded.ok && !CONTROL_CHARACTER.test(decoded.text)
}

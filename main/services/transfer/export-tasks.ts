/** Tasks of export, performed by the archive worker: the journal as a database file, JSON or CSV tables. */
import { randomUUID } from 'node:crypto'
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { tabulateFile } from '../../../shared/archive/csv-tables.ts'
import type { JournalFile } from '../../../shared/archive/journal-file.ts'
import { formatCsv } from '../../files/csv.ts'
import { CallFailure } from '../../files/failures.ts'
import { describeFileError } from '../../files/file-errors.ts'
import { seal } from '../../files/seal.ts'
import { writeWhole } from '../../files/write-whole.ts'
import { serializeSound } from '../../store/journal-copy.ts'
import { createJournalStore } from '../../store/journal-store.ts'
import { openSecondConnection } from '../../store/open.ts'
import { type Bundled, bundle } from './table-bundle.ts'
import { exportJournal, formatJournalFile } from './transfer.ts'

export interface CopyOrder {
  readonly journalPath: string
  /** Target path. */
  readonly path: string
  /** Null for an unencrypted copy. */
  readonly passphrase: string | null
}

/** Saves the journal as a database file. Makes no temporary files next to the journal, whose disk may be full. */
export async function saveJournalCopy({ journalPath, path, passphrase }: CopyOrder): Promise<void> {
  const db = openToRead(journalPath)
  try {
    await save(path, [serializeSound(db)], passphrase)
  } finally {
    db.close()
  }
}

function openToRead(path: string): Database {
  try {
    return new Sqlite(path, { readonly: true, fileMustExist: true })
  } catch (error) {
    throw new CallFailure({
      code: 'internal',
      message: `${describeFileError(error, 'journal')} No file was saved.`,
    })
  }
}

/** Saves the journal as JSON. */
export async function saveJsonCopy({ journalPath, path, passphrase }: CopyOrder): Promise<void> {
  await save(path, encode(formatJournalFile(readWhole(journalPath))), passphrase)
}

export interface TablesOrder extends CopyOrder {
  /** Zone in which the ends of entries are written. */
  readonly timeZone: string
}

/** Saves the journal as CSV tables: a new folder with all of them, or none; with a passphrase, one sealed file. */
export async function saveTables({ journalPath, path, passphrase, timeZone }: TablesOrder): Promise<void> {
  const tables = tabulateFile(readWhole(journalPath), timeZone).map(({ record, table }) => ({
    name: `${record}.csv`,
    text: formatCsv(table),
  }))
  if (passphrase !== null) await save(path, encode([bundle(tables)]), passphrase)
  else await saveInFolder(path, tables)
}

async function saveInFolder(path: string, tables: readonly Bundled[]): Promise<void> {
  const draft = join(dirname(path), `.unknot-${randomUUID()}`)
  try {
    mkdirSync(draft)
    for (const { name, text } of tables) await writeWhole(join(draft, name), text)
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (error instanceof CallFailure) throw error
    throw new CallFailure({ code: 'internal', message: `${describeFileError(error)} Nothing was saved.` })
  }
}

/** Consistent snapshot of the journal. */
function readWhole(journalPath: string): JournalFile {
  const journal = createJournalStore(openSecondConnection(journalPath))
  try {
    return journal.atOneMoment(() => exportJournal(journal))
  } finally {
    journal.close()
  }
}

/** Writes a file. With a passphrase, no plain text is ever written to the target's disk. */
function save(path: string, pieces: Iterable<Uint8Array>, passphrase: string | null): Promise<void> {
  return writeWhole(path, passphrase === null ? pieces : seal(pieces, passphrase))
}

const PIECE_BYTES = 1024 * 1024

/** Encodes texts as UTF-8, joined to chunks large enough to write efficiently. */
function* encode(texts: Iterable<string>): Generator<Uint8Array> {
  let piece = ''
  for (const text of texts) {
    piece += text
    if (piece.length < PIECE_BYTES) continue
    yield Buffer.from(piece)
    piece = ''
  }
  yield Buffer.from(piece)
}

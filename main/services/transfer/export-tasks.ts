/** Copies that a person makes, in the keeping thread: the journal itself, or what is in it as text. */
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
import { openBeside } from '../../store/open.ts'
import { type Bundled, bundle } from './table-bundle.ts'
import { exportJournal, formatJournalFile } from './transfer.ts'

export interface CopyOrder {
  readonly journalPath: string
  /** Where the copy goes. */
  readonly path: string
  /** Null for a copy that anybody can read. */
  readonly passphrase: string | null
}

/** Saves the journal's file. Nothing is written beside the journal, whose disk may be full. */
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

/** Saves everything in the journal as JSON. */
export async function saveJsonCopy({ journalPath, path, passphrase }: CopyOrder): Promise<void> {
  await save(path, encode(formatJournalFile(readWhole(journalPath))), passphrase)
}

export interface TablesOrder extends CopyOrder {
  /** By whose clock the ends of entries are told. */
  readonly timeZone: string
}

/**
 * Saves everything in the journal as tables: in a folder that is there with all of them, or not at all; with a passphrase,
 * all of them in one file.
 */
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

/** All of the journal, as it is at one moment. */
function readWhole(journalPath: string): JournalFile {
  const journal = createJournalStore(openBeside(journalPath))
  try {
    return journal.atOneMoment(() => exportJournal(journal))
  } finally {
    journal.close()
  }
}

/** With a passphrase, nothing that can be read is ever written to where the copy goes. */
function save(path: string, pieces: Iterable<Uint8Array>, passphrase: string | null): Promise<void> {
  return writeWhole(path, passphrase === null ? pieces : seal(pieces, passphrase))
}

const PIECE_BYTES = 1024 * 1024

/** Text as bytes, in pieces that are worth writing. */
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

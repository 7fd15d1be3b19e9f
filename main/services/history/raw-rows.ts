/**
 * Rows of a program's own table as they are written, for tables that `read-table.ts` does not fit: with repeated names of
 * columns, with a header for each record, or with lines that are longer than the header.
 */
import { MAX_RECORDS_IN_FILE } from '../../../shared/kinds/limits.ts'
import { parseCsv } from '../../files/csv.ts'
import { decodeForeignText } from '../../files/decode-text.ts'
import type { OnStep } from '../../jobs/job.ts'
import type { HistoryFile, HistoryFiles } from './history-files.ts'
import { cutSeparatorLine, readBytes } from './read-table.ts'
import { DAMAGED, INCOMPLETE, refuseExport } from './refuse-export.ts'

/** Bytes of a file that tell which program wrote it. */
const HEAD_BYTES = 16 * 1024
const MOST_FIRST_ROWS = 50

type Rows = readonly (readonly string[])[]

/** Names of tables in the upper folders of an export. */
const TABLE_NAME = /^(?:[^/]+\/){0,3}[^/]+\.csv$/i
/** Most files that are looked at for one program: a takeout of others has thousands. */
const MOST_LOOKED_AT = 200

/** Tables that pass the test: a single chosen file whatever it is called, and of several those called like tables. */
export async function findTables(
  { list }: HistoryFiles,
  test: (file: HistoryFile) => Promise<boolean>,
): Promise<HistoryFile[]> {
  const called = list.length === 1 ? list : list.filter(({ name }) => TABLE_NAME.test(name))
  const found: HistoryFile[] = []
  for (const file of called.slice(0, MOST_LOOKED_AT)) if (await test(file)) found.push(file)
  return found
}

/** Start of a text file; empty for a file that is no text. */
export const readHeadText = async (file: HistoryFile): Promise<string> =>
  decodeForeignText(await file.readHead(HEAD_BYTES), false)?.text ?? ''

/** First rows of a table, the header among them. */
export async function readFirstRows(file: HistoryFile): Promise<Rows> {
  const { body, delimiter } = cutSeparatorLine(await readHeadText(file))
  const rows = parseCsv(body, delimiter, MOST_FIRST_ROWS).rows.map(({ cells }) => cells)
  // The last one may be cut off.
  return file.size > HEAD_BYTES && rows.length > 1 ? rows.slice(0, -1) : rows
}

/** @throws CallFailure for a table that ends within a cell, that no program writes, or that is no text */
export async function readRows(file: HistoryFile, files: HistoryFiles, onStep: OnStep): Promise<Rows> {
  const decoded = decodeForeignText(await readBytes(file, files, onStep))
  if (decoded === null) throw refuseExport(DAMAGED)
  const { body, delimiter } = cutSeparatorLine(decoded.text.toWellFormed())
  const plain = parseCsv(body, delimiter, MAX_RECORDS_IN_FILE)
  // Some programs escape quotes with a backslash instead of doubling them.
  const isEscaped = plain.broken.length > 0 && body.includes('\\"')
  const parsed = isEscaped ? parseCsv(body.replaceAll('\\"', '""'), delimiter, MAX_RECORDS_IN_FILE) : plain
  if (parsed.hasMore || parsed.excess !== null)
    throw refuseExport(
      `“${file.name}” has longer lines, or more of them, than any export. Nothing was imported.`,
    )
  if (parsed.broken.some(({ message }) => UNCLOSED.test(message))) throw refuseExport(INCOMPLETE)
  return parsed.rows.map(({ cells }) => cells)
}

/** Papa Parse's words for a quote that is not closed at the end of the text. */
const UNCLOSED = /unterminated/i

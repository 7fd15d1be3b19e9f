/** Tables of other programs: text in any encoding and dialect, as header and rows. */
import { findDelimiter, SEPARATOR_LINE } from '../../../shared/csv/delimiter.ts'
import {
  type BadLine,
  describeColumns,
  hasNoHeader,
  nameColumns,
  type Table,
  type TableScan,
} from '../../../shared/history/table.ts'
import { MAX_IMPORT_BYTES, MAX_RECORDS_IN_FILE, MAX_TABLE_COLUMNS } from '../../../shared/kinds/limits.ts'
import { parseCsv } from '../../files/csv.ts'
import { decodeForeignText } from '../../files/decode-text.ts'
import type { OnStep } from '../../jobs/job.ts'
import type { HistoryFile, HistoryFiles } from './history-files.ts'
import { refuseExport } from './refuse-export.ts'

const MEGABYTE = 1024 * 1024
const HEAD_BYTES = 64 * 1024
/** Characters of a line that is too long. */
const LINE_START = 1000

/** Names of files that may be tables. Only these are looked at in a folder or zip of many files. */
const TABLE_NAME = /\.(?:csv|tsv|tab|txt)$/i

/** Files that may be tables: a single chosen file whatever it is called, and of several those called like tables. */
export const listTableFiles = ({ list }: HistoryFiles): readonly HistoryFile[] =>
  list.length === 1 ? list : list.filter(({ name }) => TABLE_NAME.test(name))

/** Names of the columns in the first line of a file; empty for a file that is no table. */
export async function readHeader(file: HistoryFile): Promise<readonly string[]> {
  const decoded = decodeForeignText(await file.readHead(HEAD_BYTES), false)
  if (decoded === null) return []
  const { body, delimiter } = cutSeparatorLine(decoded.text)
  // Text that is marked up is no table, nor is a PDF without compression.
  if (/^\s*[<{[]|^%PDF-/.test(body)) return []
  const whole = parseCsv(body, delimiter, 1)
  // A line that exceeds the limits is refused when the table is read: its beginning shows that it is a table.
  const { rows } = whole.excess === null ? whole : parseCsv(body.slice(0, LINE_START), delimiter, 1)
  return (rows[0]?.cells ?? []).map(cell => cell.trim())
}

/** Up to three lines without a separator above one with several: the title that some programs write above the header. */
const TITLE = /^(?:[^",;\t|\r\n]{0,200}(?:\r\n|\r|\n)){1,3}(?=[^\r\n]*([,;\t|])[^\r\n]*\1)/

/** Text below Excel's `sep=;` or a title, and the sign between its cells. */
export function cutSeparatorLine(text: string) {
  const plain = text.replace(/^\uFEFF+/, '')
  const told = SEPARATOR_LINE.exec(plain)
  const above = told?.[0] ?? TITLE.exec(plain)?.[0] ?? ''
  const body = plain.slice(above.length)
  return {
    ...{ body, delimiter: told?.[1] ?? findDelimiter(body) ?? ',' },
    linesBefore: above.match(/\r\n|\r|\n/g)?.length ?? 0,
  }
}

/**
 * Reads a whole table.
 *
 * @param columns names of the columns for a file that may begin without a header
 * @throws CallFailure with a sentence
 */
export const readTable = async (
  file: HistoryFile,
  files: HistoryFiles,
  onStep: OnStep,
  columns?: readonly string[],
): Promise<Table> => parseTable(file.name, await readBytes(file, files, onStep), columns)

/** Parses a whole table. Lines that are no rows are listed in it; a file that is no table is refused. */
export function parseTable(name: string, bytes: Uint8Array, columns?: readonly string[]): Table {
  const decoded = decodeForeignText(bytes)
  if (decoded === null)
    throw refuseExport(`“${name}” is not a table. Choose a file of lines with commas or semicolons (CSV).`)
  const { body, delimiter, linesBefore } = cutSeparatorLine(decoded.text.toWellFormed())
  const { rows, broken, excess, hasMore } = parseCsv(body, delimiter, MAX_RECORDS_IN_FILE)
  if (excess !== null)
    throw refuseExport(
      `“${name}”, line ${excess.line + linesBefore}: ${excess.message} Nothing was imported.`,
    )
  if (hasMore) throw refuseExport(`“${name}” has more lines than anybody writes. Nothing was imported.`)
  const isBare = columns !== undefined && (rows[0] === undefined || hasNoHeader(rows[0].cells))
  const [first, ...others] = isBare ? [{ line: 0, cells: columns }, ...rows] : rows
  const names = first?.cells.slice(0, first.cells.findLastIndex(cell => cell.trim() !== '') + 1) ?? []
  if (names.length === 0) throw refuseExport(`“${name}” is empty. Nothing was imported.`)
  if (names.length > MAX_TABLE_COLUMNS)
    throw refuseExport(
      `“${name}” has ${names.length} columns. Keep at most ${MAX_TABLE_COLUMNS} of them, and try again.`,
    )
  if (hasNoHeader(names))
    throw refuseExport(`The first line of “${name}” does not name the columns. Add a line with their names.`)
  const header = nameColumns(names)
  const badLines: BadLine[] = []
  const brokenLines = new Set(broken.map(({ line }) => line))
  const whole = others.flatMap(({ line, cells }) => {
    const isBroken = brokenLines.has(line)
    const isTooLong = cells.slice(header.length).some(cell => cell.trim() !== '')
    if (!isBroken && !isTooLong) return [{ line: line + linesBefore, cells: cells.slice(0, header.length) }]
    const reason = isBroken ? 'quotes that do not close' : 'more cells than columns'
    badLines.push({ line: line + linesBefore, reason })
    return []
  })
  return {
    name,
    header,
    columns: describeColumns(header, whole),
    rows: whole,
    badLines,
    isOldEncoding: decoded.isOldEncoding,
  }
}

/** @throws CallFailure for a file that is too large */
export async function readBytes(file: HistoryFile, files: HistoryFiles, onStep: OnStep): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of await file.open()) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MAX_IMPORT_BYTES)
      throw refuseExport(
        `“${file.name}” is larger than ${MAX_IMPORT_BYTES / MEGABYTE} MB. Split it into parts, and try again.`,
      )
    const { done, total } = files.getProgress()
    onStep(done, total)
  }
  return Buffer.concat(chunks)
}

/** Most tables of one choice that are looked at. */
export const MOST_TABLES = 50

type IsHeader = (header: readonly string[]) => boolean

/** Tables among the files whose header belongs to one program. */
async function findTablesOf(files: HistoryFiles, isOf: IsHeader): Promise<HistoryFile[]> {
  const found: HistoryFile[] = []
  for (const file of listTableFiles(files).slice(0, MOST_TABLES))
    if (isOf(await readHeader(file))) found.push(file)
  return found
}

export const hasTableOf = async (files: HistoryFiles, isOf: IsHeader): Promise<boolean> =>
  (await findTablesOf(files, isOf)).length > 0

/** Reads the tables of one program. @throws CallFailure with a sentence */
export async function readTablesOf(files: HistoryFiles, isOf: IsHeader, onStep: OnStep): Promise<TableScan> {
  const found = await findTablesOf(files, isOf)
  files.expect(found)
  const tables: Table[] = []
  for (const file of found) tables.push(await readTable(file, files, onStep))
  return { tables: joinTables(tables) }
}

/** Tables of the same columns as one, in the order of their names. */
export function joinTables(tables: readonly Table[]): Table[] {
  const joined = new Map<string, Table[]>()
  for (const table of tables) {
    const key = JSON.stringify(table.header)
    joined.set(key, [...(joined.get(key) ?? []), table])
  }
  return [...joined.values()].flatMap(parts => {
    const [first] = parts
    if (first === undefined || parts.length === 1) return parts
    const rows = parts.flatMap(table => table.rows)
    return [
      {
        ...first,
        rows,
        columns: describeColumns(first.header, rows),
        badLines: parts.flatMap(({ badLines }) => badLines),
        isOldEncoding: parts.some(({ isOldEncoding }) => isOldEncoding),
      },
    ]
  })
}

/** Whole texts and tables of an export, for files of a few megabytes. Larger ones are read as streams. */
import { MAX_IMPORT_BYTES, MAX_RECORDS_IN_FILE } from '../../../shared/kinds/limits.ts'
import { parseCsv } from '../../files/csv.ts'
import { decodeText } from '../../files/decode-text.ts'
import type { OnStep } from '../../jobs/job.ts'
import type { HistoryFile, HistoryFiles } from './history-files.ts'
import { INCOMPLETE, refuseExport } from './refuse-export.ts'

/** Bytes of a file that tell which program wrote it. */
const HEAD_BYTES = 16 * 1024

/** Start of a text file; empty for a file in another encoding, which no reader recognises. */
export async function readHeadText(file: HistoryFile): Promise<string> {
  const decoded = decodeText(await file.readHead(HEAD_BYTES), false)
  return decoded.ok ? decoded.text : ''
}

/** First cells of a table: the header, where the first line is one. */
export async function readHeader(file: HistoryFile): Promise<readonly string[]> {
  const line = firstLineOf(await readHeadText(file))
  return parseCsv(line, delimiterOf(line)).rows[0]?.cells ?? []
}

/** First rows of a table, the header among them; the last one may be cut off. */
export async function readFirstRows(file: HistoryFile): Promise<readonly (readonly string[])[]> {
  const text = await readHeadText(file)
  const rows = parseCsv(text, delimiterOf(firstLineOf(text)), MOST_FIRST_ROWS).rows.map(({ cells }) => cells)
  return file.size > HEAD_BYTES && rows.length > 1 ? rows.slice(0, -1) : rows
}
const MOST_FIRST_ROWS = 50

const firstLineOf = (text: string) => /^[^\r\n]*/.exec(text.replace(/^\uFEFF/, ''))?.[0] ?? ''

/** Comma as programs write it, or the semicolon or tab with which a spreadsheet saved the table again. */
const delimiterOf = (line: string) =>
  [',', ';', '\t'].reduce((best, sign) => (line.split(sign).length > line.split(best).length ? sign : best))

/** Files whose name fits and whose content passes the test. */
export async function findFiles(
  files: HistoryFiles,
  name: RegExp,
  test: (file: HistoryFile) => Promise<boolean>,
): Promise<HistoryFile[]> {
  const found: HistoryFile[] = []
  for (const file of files.list) if (name.test(file.name) && (await test(file))) found.push(file)
  return found
}

/** @throws CallFailure for a file that is too large, or in an encoding that is not read */
export async function readText(file: HistoryFile): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of await file.open()) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MAX_IMPORT_BYTES)
      throw refuseExport(`${file.name} is larger than any export of its sort. Nothing was imported.`)
  }
  const decoded = decodeText(Buffer.concat(chunks))
  if (!decoded.ok) throw refuseExport(`${file.name}: ${decoded.message}`)
  return decoded.text
}

/**
 * Rows of a table, the header among them.
 *
 * @throws CallFailure for a table that ends within a cell, or has more rows than a life
 */
export async function readTable(file: HistoryFile, files: HistoryFiles, onStep: OnStep): Promise<string[][]> {
  const rows = parseTable(await readText(file))
  const { done, total } = files.getProgress()
  onStep(done, total)
  return rows
}

/** Rows of a table's text. Some programs escape quotes with a backslash instead of doubling them. */
function parseTable(text: string): string[][] {
  const delimiter = delimiterOf(firstLineOf(text))
  const plain = parseCsv(text, delimiter, MAX_RECORDS_IN_FILE)
  const parsed =
    plain.broken.length > 0 && text.includes('\\"')
      ? parseCsv(text.replaceAll('\\"', '""'), delimiter, MAX_RECORDS_IN_FILE)
      : plain
  if (parsed.hasMore) throw refuseExport('This table has more lines than any export. Nothing was imported.')
  if (parsed.broken.some(({ message }) => UNCLOSED.test(message))) throw refuseExport(INCOMPLETE)
  return parsed.rows.map(({ cells }) => [...cells])
}

/** Papa Parse's words for a quote that is not closed at the end of the text. */
const UNCLOSED = /unterminated/i

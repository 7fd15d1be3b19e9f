/** CSV text of tables, readable by spreadsheets and safe from formula injection. */
import Papa from 'papaparse'
import type { CsvTable } from '../../shared/archive/csv-table.ts'
import { unifyLines } from './csv-lines.ts'

/** Makes spreadsheets read the text as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Start of a text that a spreadsheet would evaluate: = + - @ (also in their full-width forms, and after blanks that are
 * trimmed on import), a tab or a line break. Papa Parse's own pattern looks at one line only and misses a note of two
 * lines. A match after apostrophes is escaped by one more, so that reading can always remove exactly one.
 */
const formulaStart = /^'*(\s*[=+\-@＝＋－＠]|[\t\r\n])/

/**
 * Formats CSV by RFC 4180: comma, CRLF, quotes where needed. Texts that look like a formula get a leading apostrophe;
 * numbers stay numbers.
 */
export function formatCsv({ columns, rows }: CsvTable): string {
  const text = Papa.unparse([[...columns], ...rows.map(row => [...row])], {
    delimiter: ',',
    newline: '\r\n',
    escapeFormulae: formulaStart,
  })
  return `${BYTE_ORDER_MARK}${text}\r\n`
}

/**
 * Formats tab-separated text for the clipboard, escaped like `formatCsv`. Tabs and line breaks within a cell become
 * blanks: not every program respects quotes when pasting, and text that spills into another cell would not be escaped
 * there.
 */
export function formatForPasting({ columns, rows }: CsvTable): string {
  const table = [columns, ...rows].map(row =>
    row.map(cell => (typeof cell === 'string' ? cell.replaceAll(/[\t\r\n]+/g, ' ') : cell)),
  )
  return Papa.unparse(table, { delimiter: '\t', newline: '\r\n', escapeFormulae: formulaStart })
}

interface CsvRow {
  /** Line at which the row begins, counted from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface ParsedCsv {
  readonly rows: readonly CsvRow[]
  /** Lines with syntax errors. */
  readonly broken: readonly { readonly line: number; readonly message: string }[]
  /** Line that exceeds a limit, also among `broken`; what follows it was not read. Null when none does. */
  readonly excess: { readonly line: number; readonly message: string } | null
  /** True when `mostRows` cut the text short. */
  readonly hasMore: boolean
}

/**
 * Parses the rows, without empty ones, and removes the apostrophes of `formatCsv`.
 *
 * @param mostRows maximum of rows, and of broken lines, before parsing stops
 */
export function parseCsv(text: string, delimiter: string, mostRows = Number.POSITIVE_INFINITY): ParsedCsv {
  const lines = unifyLines(text.replace(/^\uFEFF+/, ''), delimiter)
  const rows: CsvRow[] = []
  const broken: { line: number; message: string }[] = lines.excess === null ? [] : [lines.excess]
  let line = 1
  let hasMore = false
  Papa.parse<string[]>(lines.text, {
    delimiter,
    newline: '\n',
    // Fast mode would split all lines at once.
    fastMode: false,
    // Streamed row by row: a file that is no journal may have millions of rows.
    step: ({ data: cells, errors }, parser) => {
      for (const { message } of errors) broken.push({ line, message: `${message}.` })
      if (cells.some(cell => cell.trim() !== '')) rows.push({ line, cells: cells.map(unescapeFormula) })
      line += 1 + cells.reduce((sum, cell) => sum + countLineBreaks(cell), 0)
      if (rows.length <= mostRows && broken.length <= mostRows) return
      hasMore = true
      parser.abort()
    },
  })
  return { rows, broken, excess: lines.excess, hasMore }
}

const countLineBreaks = (cell: string) => (/[\r\n]/.test(cell) ? (cell.match(/\r\n|\r|\n/g)?.length ?? 0) : 0)

const unescapeFormula = (cell: string) =>
  cell.startsWith("'") && formulaStart.test(cell) ? cell.slice(1) : cell

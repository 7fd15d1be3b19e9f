/** Tables as CSV text that spreadsheets open correctly and harmlessly. */
import Papa from 'papaparse'
import type { CsvTable } from '../../shared/archive/csv-table.ts'
import { unifyLines } from './csv-lines.ts'

/** With it, spreadsheets read the text as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * What a spreadsheet would compute instead of show, at the start of a text: = + - @ (also in their full-width forms, and
 * after blanks that are trimmed on import), a tab or a line break. Papa Parse's own list looks at one line only, and so
 * lets a note of two lines through. What looks so after apostrophes gets one more of them, so that reading can always take one off.
 */
const formulaStart = /^'*(\s*[=+\-@＝＋－＠]|[\t\r\n])/

/**
 * CSV by RFC 4180: comma, CRLF, quotes where needed. Texts that look like a formula get a leading apostrophe; numbers
 * stay numbers.
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
 * The text that a spreadsheet takes from the clipboard into cells: separated by tabs, guarded like `formatCsv`. Tabs and
 * line breaks within a text become blanks: not every program that pastes minds quotes, and a text must not spill into
 * another cell, where nothing would guard it.
 */
export function formatForPasting({ columns, rows }: CsvTable): string {
  const table = [columns, ...rows].map(row =>
    row.map(cell => (typeof cell === 'string' ? cell.replaceAll(/[\t\r\n]+/g, ' ') : cell)),
  )
  return Papa.unparse(table, { delimiter: '\t', newline: '\r\n', escapeFormulae: formulaStart })
}

interface CsvRow {
  /** Where it begins, counted from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface ParsedCsv {
  readonly rows: readonly CsvRow[]
  /** Lines that are not CSV. */
  readonly broken: readonly { readonly line: number; readonly message: string }[]
  /** Whether there are more rows than were asked for. */
  readonly hasMore: boolean
}

/**
 * The cells of a text, empty lines left out, with the apostrophes of `formatCsv` taken off.
 *
 * @param mostRows after so many, or so many broken ones, the rest is left
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
    // Fast means that all lines are cut at once.
    fastMode: false,
    // Row by row: what is no journal may have millions, and is not worth the memory.
    step: ({ data: cells, errors }, parser) => {
      for (const { message } of errors) broken.push({ line, message: `${message}.` })
      if (cells.some(cell => cell.trim() !== '')) rows.push({ line, cells: cells.map(unescapeFormula) })
      line += 1 + cells.reduce((sum, cell) => sum + countLineBreaks(cell), 0)
      if (rows.length <= mostRows && broken.length <= mostRows) return
      hasMore = true
      parser.abort()
    },
  })
  return { rows, broken, hasMore }
}

const countLineBreaks = (cell: string) => (/[\r\n]/.test(cell) ? (cell.match(/\r\n|\r|\n/g)?.length ?? 0) : 0)

const unescapeFormula = (cell: string) =>
  cell.startsWith("'") && formulaStart.test(cell) ? cell.slice(1) : cell

/** Tables as CSV text that spreadsheets open correctly and harmlessly. */
import Papa from 'papaparse'
import type { CsvTable } from '../../shared/report/csv-table.ts'

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

export interface CsvRow {
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
 * The text with LF at the end of every line, whatever other programs have put there: CRLF with lines of another editor
 * behind them, or the CR of an old Mac. Line breaks within quotes belong to their cell and stay.
 */
function unifyLineEnds(text: string, delimiter: string): string {
  if (!text.includes('\r')) return text
  const pieces: string[] = []
  let from = 0
  let isQuoted = false
  let isCellStart = true
  let closedAt = -1
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (isQuoted) {
      isQuoted = sign !== '"'
      if (!isQuoted) closedAt = at
      continue
    }
    // A quote that is doubled closes the cell and opens it again.
    isQuoted = sign === '"' && (isCellStart || (closedAt >= 0 && closedAt === at - 1))
    isCellStart = sign === delimiter || sign === '\r' || sign === '\n'
    if (sign !== '\r') continue
    pieces.push(text.slice(from, at), '\n')
    if (text[at + 1] === '\n') at++
    from = at + 1
  }
  pieces.push(text.slice(from))
  return pieces.join('')
}

/**
 * The cells of a text, empty lines left out, with the apostrophes of `formatCsv` taken off.
 *
 * @param mostRows after so many, or so many broken ones, the rest is left
 */
export function parseCsv(text: string, delimiter: string, mostRows = Number.POSITIVE_INFINITY): ParsedCsv {
  const rows: CsvRow[] = []
  const broken: { line: number; message: string }[] = []
  let line = 1
  let hasMore = false
  Papa.parse<string[]>(unifyLineEnds(text.replace(/^\uFEFF+/, ''), delimiter), {
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

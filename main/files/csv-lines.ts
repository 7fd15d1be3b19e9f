/** Line ends and size limits of a CSV text, handled in one pass before a parser allocates its cells. */

import { MAX_TABLE_CELL_LENGTH, MAX_TABLE_CELLS } from '../../shared/kinds/limits.ts'

export interface CsvLines {
  /** Text with LF at the end of every row. Line breaks within quotes are part of their cell and stay. */
  readonly text: string
  /** First row that exceeds a limit; `text` ends before it. Null when none does. */
  readonly excess: { readonly line: number; readonly message: string } | null
}

/**
 * Normalises line ends to LF, also mixed ones: CRLF rows followed by LF rows of another editor, or the CR of old Macs.
 */
export function unifyLines(text: string, delimiter: string): CsvLines {
  const pieces: string[] = []
  /** Offsets in `text`: start of what is not in `pieces` yet, of the current row and of the current cell. */
  let from = 0
  let rowStart = 0
  let cellStart = 0
  let line = 1
  let rowLine = 1
  let cells = 1
  let isQuoted = false
  let closedAt = -1
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    const isLineEnd = sign === '\n' || (sign === '\r' && text[at + 1] !== '\n')
    if (isLineEnd) line++
    if (isQuoted) {
      isQuoted = sign !== '"'
      if (!isQuoted) closedAt = at
    } else if (sign === '"') {
      // A doubled quote closes the cell and opens it again.
      isQuoted = at === cellStart || (closedAt >= 0 && closedAt === at - 1)
    } else if (sign === delimiter) {
      cells++
      cellStart = at + 1
    } else if (isLineEnd) {
      if (sign === '\r' || text[at - 1] === '\r') {
        pieces.push(text.slice(from, sign === '\r' ? at : at - 1), '\n')
        from = at + 1
      }
      cells = 1
      cellStart = at + 1
      rowStart = at + 1
      rowLine = line
    }
    if (cells <= MAX_TABLE_CELLS && at - cellStart <= MAX_TABLE_CELL_LENGTH) continue
    const message =
      cells > MAX_TABLE_CELLS
        ? `This line has more than ${MAX_TABLE_CELLS} cells. No table of Unknot has so many.`
        : `A cell of this line has more than ${MAX_TABLE_CELL_LENGTH} characters. Nothing in Unknot is so long.`
    pieces.push(text.slice(from, Math.max(from, rowStart)))
    return { text: pieces.join(''), excess: { line: rowLine, message } }
  }
  pieces.push(text.slice(from))
  return { text: pieces.join(''), excess: null }
}

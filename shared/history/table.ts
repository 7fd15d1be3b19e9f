/** Table of another program as it was read: its columns, and what their cells seem to hold. */
import { normaliseCell } from '../csv/text.ts'
import { plainName } from './digest-key.ts'
import { readMeasured } from './table-numbers.ts'
import { canBeClock, canBeDate, canBeDateTime, canBeEpoch, hasOffset, plainTime } from './table-times.ts'

export interface TableRow {
  /** Line of the file at which it begins, counted from 1. */
  readonly line: number
  /** As many as the header, in its order. */
  readonly cells: readonly string[]
}

/** Line that is no row of the table. */
export interface BadLine {
  readonly line: number
  readonly reason: string
}

export interface Table {
  /** Path inside the chosen folder or zip. */
  readonly name: string
  /** Names of the columns, each different. */
  readonly header: readonly string[]
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  readonly badLines: readonly BadLine[]
  /** True for a text that is no Unicode: its letters with accents are guessed. */
  readonly isOldEncoding: boolean
}

/** Scan of a table reader: tables of the same columns are one. */
export interface TableScan {
  readonly tables: readonly Table[]
}

/**
 * Content that the cells of a column fit, all or nearly all of them. A cell may fit several: `20260301` is a number and a
 * date, `7:45` a clock time and a length.
 */
export type ColumnSort =
  /** Date and time with an offset from UTC. */
  | 'instant'
  /** Seconds or milliseconds since 1970. */
  | 'epoch'
  | 'date-time'
  | 'date'
  | 'clock'
  /** `H:MM:SS` or `H:MM`. */
  | 'length'
  | 'number'
  | 'text'

export interface TableColumn {
  readonly name: string
  readonly index: number
  /** Empty for a column without content. */
  readonly sorts: readonly ColumnSort[]
}

const tests: Readonly<Record<ColumnSort, (cell: string) => boolean>> = {
  instant: cell => hasOffset(cell) && canBeDateTime(cell),
  epoch: canBeEpoch,
  'date-time': cell => !hasOffset(cell) && canBeDateTime(cell),
  date: canBeDate,
  clock: canBeClock,
  length: cell => LENGTH.test(cell),
  number: cell => readMeasured(cell, 'point') !== null || readMeasured(cell, 'comma') !== null,
  text: cell => !/^[\d\s.,:+-]*$/.test(cell),
}
const columnSorts: readonly ColumnSort[] = [
  'instant',
  'epoch',
  'date-time',
  'date',
  'clock',
  'length',
  'number',
  'text',
]

/** Length of time as programs write it: `7:45`, `0:07:30`. */
const LENGTH = /^-?\d{1,4}:-?\d{1,2}(?::-?\d{1,2}(?:[.,]\d+)?)?$/

/** Rows that are looked at for each column, spread over the table. */
const ROWS_SAMPLED = 1_000
/** Share of the cells of which more have to fit: some are mistyped in any list that was kept by hand. */
const SHARE_THAT_FITS = 0.5

/** Columns of a table by their content, from a sample of its rows. */
export function describeColumns(header: readonly string[], rows: readonly TableRow[]): TableColumn[] {
  const step = Math.max(1, Math.floor(rows.length / ROWS_SAMPLED))
  const sample = rows.filter((_, index) => index % step === 0)
  return header.map((name, index) => {
    const cells = sample.map(({ cells: all }) => plainTime(all[index] ?? '')).filter(cell => cell !== '')
    const fits = (sort: ColumnSort) =>
      cells.filter(cell => tests[sort](cell)).length > SHARE_THAT_FITS * cells.length
    return { name, index, sorts: cells.length === 0 ? [] : columnSorts.filter(fits) }
  })
}

/** Characters of the name of a column. */
const LONGEST_HEADING = 200

/** Names of columns, each different: an empty one is called by its position, a repeated one is numbered. */
export function nameColumns(cells: readonly string[]): string[] {
  const taken = new Set<string>()
  return cells.map((cell, index) => {
    const plain = plainName(cell).slice(0, LONGEST_HEADING).toWellFormed()
    const name = plain === '' ? `Column ${index + 1}` : plain
    let free = name
    for (let number = 2; taken.has(free); number++) free = `${name} (${number})`
    taken.add(free)
    return free
  })
}

/** True where a first line holds values instead of names of columns. */
export const hasNoHeader = (cells: readonly string[]): boolean =>
  cells.some(cell => {
    const plain = normaliseCell(cell)
    return canBeDate(plain) || canBeDateTime(plain) || canBeEpoch(plain)
  })

export const findColumn = ({ columns }: Table, name: string): TableColumn | undefined =>
  columns.find(column => column.name === name)

export const cellOf = ({ cells }: TableRow, column: TableColumn | null): string =>
  column === null ? '' : (cells[column.index] ?? '')

/** Columns whose cells fit one of the sorts. */
export const columnsOf = ({ columns }: Table, ...sorts: readonly ColumnSort[]): TableColumn[] =>
  columns.filter(column => sorts.some(sort => column.sorts.includes(sort)))

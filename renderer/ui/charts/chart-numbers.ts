/** The numbers of a chart: the same for its table, its CSV file and screen readers. */
import type { CsvCell, CsvTable } from '../../../shared/archive/csv-table.ts'
import { formatNumber } from '../../data/format.ts'
import type { ChartBasis } from './chart-basis.ts'

export interface ChartColumn {
  /** With its unit: "Fluids, ml per day". */
  readonly title: string
  /** Digits after the decimal sign in the table; none unless told. The file holds the number as it is. */
  readonly digits?: number
  /** Cell text for an unknown number; "not tracked" by default. */
  readonly unknown?: string
}

export interface ChartNumbers {
  /** Title of the drawing these numbers belong to, for charts that consist of several. */
  readonly title?: string
  /** The first names the rows: a week, a shoe, an hour. */
  readonly columns: readonly ChartColumn[]
  /** One cell per column; null where it is unknown. Text stays as it is. */
  readonly rows: readonly (readonly CsvCell[])[]
}

/** A cell as the table shows it. */
export function formatCell(cell: CsvCell, { digits = 0, unknown = 'not answered' }: ChartColumn): string {
  if (cell === null) return unknown
  return typeof cell === 'number' ? formatNumber(cell, digits) : cell
}

/**
 * Joins all numbers of a chart into one table, for a file or another program. With several drawings, the first column
 * names the drawing of a row, and cells of the others' columns are empty. The last columns hold the basis.
 */
export function joinNumbers(parts: readonly ChartNumbers[], basis: ChartBasis | null): CsvTable {
  const titles = [...new Set(parts.flatMap(({ columns }) => columns.map(({ title }) => title)))]
  const hasParts = parts.length > 1
  const basisCells: CsvCell[] =
    basis === null
      ? []
      : [basis.fromDate, basis.toDate, basis.only.length === 0 ? 'all' : basis.only.join(', ')]
  return {
    columns: [
      ...(hasParts ? ['Part'] : []),
      ...titles,
      ...(basis === null ? [] : ['Period from', 'Period to', 'Which cramps']),
    ],
    rows: parts.flatMap(({ title = '', columns, rows }) =>
      rows.map(row => {
        const cellOf = new Map(columns.map((column, index) => [column.title, row[index] ?? null]))
        return [
          ...(hasParts ? [title] : []),
          ...titles.map(column => cellOf.get(column) ?? null),
          ...basisCells,
        ]
      }),
    ),
  }
}

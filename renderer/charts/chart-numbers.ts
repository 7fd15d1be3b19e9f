/** The numbers of a chart: the same for its table, its CSV file and whoever reads them out. */
import type { CsvCell } from '../../shared/report/csv-table.ts'
import { formatNumber } from '../format.ts'

export interface ChartColumn {
  /** With its unit: "Fluids, ml per day". */
  readonly title: string
  /** Digits after the decimal sign in the table; none unless told. The file holds the number as it is. */
  readonly digits?: number
  /** What the table says where the number is unknown; "not tracked" unless told. */
  readonly unknown?: string
}

export interface ChartNumbers {
  /** The first names the rows: a week, a shoe, an hour. */
  readonly columns: readonly ChartColumn[]
  /** One cell per column; null where it is unknown. Text stays as it is. */
  readonly rows: readonly (readonly CsvCell[])[]
}

/** A cell as the table shows it. */
export function formatCell(cell: CsvCell, { digits = 0, unknown = 'not tracked' }: ChartColumn): string {
  if (cell === null) return unknown
  return typeof cell === 'number' ? formatNumber(cell, digits) : cell
}

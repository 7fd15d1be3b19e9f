/** A cell of a CSV table; null is an empty cell. */
export type CsvCell = string | number | null

export interface CsvTable {
  readonly columns: readonly string[]
  /** Rows × columns. */
  readonly rows: readonly (readonly CsvCell[])[]
}

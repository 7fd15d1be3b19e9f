/**
 * Tables of programs that keep lists of anything: which of their columns is which. What the things in them are, only the person
 * knows.
 */
import { findColumn, type Table, type TableColumn, type TableRow } from './table.ts'

/** Roles of the columns of a table. */
export interface TableRoles {
  readonly date: TableColumn
  /** Time of day; null where the date column holds it, or where there is none. */
  readonly clock: TableColumn | null
  /** Name of the thing; null where every row is the same, or where the columns are the things. */
  readonly name: TableColumn | null
  readonly value: TableColumn | null
  /** More about it, such as a muscle. */
  readonly label: TableColumn | null
  readonly notes: readonly TableColumn[]
}

export interface KnownTable {
  /** Name of the table in the ids of its questions. */
  readonly scope: string
  /** Name of the program, suggested as the source. */
  readonly source: string
  readonly roles: TableRoles
  /** Value and label of a row, where a program writes them in a way of its own; null for a row that says nothing happened. */
  readonly readValue?: (row: TableRow, value: string, label: string) => ValueAndLabel | null
  /** Completes "12 rows are ...": rows that say that nothing happened. */
  readonly unmarked?: string
}

export interface ValueAndLabel {
  readonly value: string
  readonly label: string
}

/** Header of the table that the checkmarks of Loop are joined into: a file for each habit, and its facts in another. */
export const LOOP_HEADER = ['Habit', 'Date', 'Value', 'Notes', 'Type'] as const
/** Separator of the names in one cell. */
export const NAME_SEPARATOR = '|'

/** @returns null for a table of any other program */
export function findKnownTable(table: Table): KnownTable | null {
  return asTrackAndGraph(table) ?? asDaylio(table) ?? asLoop(table)
}

/** Number or length, and behind a colon the label: `3:Left calf`, `-10:-30:20:Some label`. Exports of 2021 and before. */
const VALUE_AND_LABEL = /^(-?\d+:-?\d{1,2}:-?\d{1,2}|-?\d+(?:\.\d+)?(?:E-?\d+)?)(?::([\s\S]*))?$/

function asTrackAndGraph(table: Table): KnownTable | null {
  const [name, date, value] = ['FeatureName', 'Timestamp', 'Value'].map(column => findColumn(table, column))
  if (name === undefined || date === undefined || value === undefined) return null
  const label = findColumn(table, 'Label') ?? null
  return {
    scope: 'track-and-graph',
    source: 'Track & Graph',
    roles: { date, clock: null, name, value, label, notes: listColumns(table, 'Note') },
    readValue: (_, text, ownLabel) => {
      if (label !== null) return { value: text, label: ownLabel }
      const [, number = text, behind = ''] = VALUE_AND_LABEL.exec(text.trim()) ?? []
      return { value: number, label: behind.trim() }
    },
  }
}

function asDaylio(table: Table): KnownTable | null {
  const date = findColumn(table, 'full_date')
  const name = findColumn(table, 'activities') ?? null
  // Columns come and go with the age of the program.
  if (date === undefined || (name === null && findColumn(table, 'mood') === undefined)) return null
  return {
    scope: 'daylio',
    source: 'Daylio',
    roles: {
      date,
      clock: findColumn(table, 'time') ?? null,
      name,
      value: null,
      label: null,
      notes: listColumns(table, 'note_title', 'note'),
    },
  }
}

function asLoop(table: Table): KnownTable | null {
  const [name, date, value, note, type] = LOOP_HEADER.map(column => findColumn(table, column))
  if (!name || !date || !value || !note || !type || table.header.length !== LOOP_HEADER.length) return null
  return {
    scope: 'loop',
    source: 'Loop Habit Tracker',
    roles: { date, clock: null, name, value, label: null, notes: [note] },
    unmarked: 'Days without a mark',
    readValue: ({ cells }, text) => {
      if (cells[type.index] !== 'NUMERICAL')
        // YES_AUTO is a day that only the schedule counts as done. Exports of 2020 and before write numbers.
        return text === 'YES_MANUAL' || text === '2' ? { value: '', label: '' } : null
      // Written in thousandths.
      const value = Number(text) / 1000
      return text.trim() === '' || !(value > 0) ? null : { value: String(value), label: '' }
    },
  }
}

const listColumns = (table: Table, ...names: readonly string[]): TableColumn[] =>
  names.flatMap(name => findColumn(table, name) ?? [])

/** Tables back into a journal, every problem with its file, line and column. */
import { emptyProfile } from '../journal/profile.ts'
import { dayNumber } from '../time/calendar-date.ts'
import { type Moment, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../time/moment.ts'
import { momentAt } from '../time/time-zone.ts'
import { CellProblem, numberCell, readClock, readDate, writeClock } from './csv-cells.ts'
import { type CsvDialect, findDialect } from './csv-dialect.ts'
import {
  type Column,
  getColumns,
  getHeader,
  isEntryKind,
  type RecordName,
  recordNames,
  timeColumns,
} from './csv-tables.ts'
import type { CsvAnswers, CsvQuestion, ImportProblem } from './import-plan.ts'

/** One file, cut into cells. */
export interface CsvSheet {
  /** The file's name. */
  readonly name: string
  readonly delimiter: string
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

export interface ReadingPlace {
  readonly answers: CsvAnswers
  /** Of rows that do not say in which offset their time is. */
  readonly timeZone: string
  /** When what does not say so is written down. */
  readonly now: Moment
}

export type ReadTables =
  | {
      readonly state: 'read'
      /** Shaped like a journal file; whether it is one is for its schema to say. */
      readonly json: unknown
      /** Whether one of the tables tells of the person. */
      readonly hasProfile: boolean
      readonly placeOf: (path: string) => string
    }
  | { readonly state: 'refused'; readonly problems: readonly ImportProblem[] }
  | { readonly state: 'asks'; readonly questions: readonly CsvQuestion[] }

/** A row of a table that is known, its cells by column. */
interface NamedRow {
  readonly record: RecordName
  readonly place: string
  readonly textOf: (column: string) => string
}

/** Reads all files as one journal. What names another row, as a drink names a cramp, needs that row's table too. */
export function readTables(
  sheets: readonly CsvSheet[],
  { answers, timeZone, now }: ReadingPlace,
): ReadTables {
  const problems: ImportProblem[] = []
  const rows = sheets.flatMap(sheet => nameRows(sheet, problems))
  if (problems.length > 0) return { state: 'refused', problems }
  const found = findDialect(takeSample(rows, sheets[0]?.delimiter ?? ','), answers)
  if (found.state === 'asks') return found

  const lists = makeLists<Record<string, unknown>>()
  const places: Record<string, string[]> = makeLists()
  for (const row of rows) {
    const list = listOf(row.record)
    lists[list].push(readRow(row, { dialect: found.dialect, timeZone, now }, problems))
    places[list]?.push(row.place)
  }
  if (problems.length > 0) return { state: 'refused', problems }
  numberEntries(lists.entries)
  const { profile, ...rest } = lists
  return {
    state: 'read',
    json: { format: 'unknot-journal', version: 1, profile: profile[0] ?? emptyProfile, ...rest },
    hasProfile: profile.length > 0,
    placeOf: path => {
      const [, list = '', index = '0', field] = /^(\w+)(?:\[(\d+)\])?(?:\.(\w+))?/.exec(path) ?? []
      const place = places[list]?.[Number(index)] ?? path
      return field === undefined ? place : `${place}, ${columnOf(field)}`
    },
  }
}

/** Where a journal file has what a table holds; the profile is only one. */
const listNames = {
  shoe: 'shoes',
  'check-in': 'checkIns',
  warning: 'warnings',
  decision: 'suggestionDecisions',
  experiment: 'experiments',
  profile: 'profile',
} as const
type ListName = 'entries' | (typeof listNames)[keyof typeof listNames]

const makeLists = <T>(): Record<ListName, T[]> => ({
  entries: [],
  shoes: [],
  checkIns: [],
  warnings: [],
  suggestionDecisions: [],
  experiments: [],
  profile: [],
})

const listOf = (record: RecordName): ListName => (isEntryKind(record) ? 'entries' : listNames[record])

function columnOf(field: string): string {
  if (field === 'at') return `${timeColumns.date} or ${timeColumns.time}`
  if (field === 'offsetMinutes') return timeColumns.offset
  const named = recordNames.flatMap(getColumns).find(column => column.field === field)
  return named?.name ?? field
}

function nameRows({ name, header, rows }: CsvSheet, problems: ImportProblem[]): NamedRow[] {
  const first = rows[0]?.cells[0]?.trim()
  const record = recordNames.find(known => known === first)
  const inHeader = (message: string) => problems.push({ place: `${name}, line 1`, message })
  if (header[0] !== 'record')
    inHeader('The first column must be called record. Is this a table that Unknot has saved?')
  else if (rows.length > 0 && record === undefined)
    problems.push({
      place: `${name}, line ${rows[0]?.line}`,
      message: `Under record, enter one of ${recordNames.join(', ')}.`,
    })
  if (header[0] !== 'record' || record === undefined) return []
  const known = getHeader(record)
  for (const [index, column] of header.entries()) {
    if (!known.includes(column)) inHeader(`There is no column "${column}" in the table ${record}.`)
    if (header.indexOf(column) < index) inHeader(`The column "${column}" is there twice.`)
  }
  return rows.flatMap(({ line, cells }) => {
    const place = `${name}, line ${line}`
    if (cells.length !== header.length) {
      problems.push({ place, message: `This line has ${cells.length} cells, and not ${header.length}.` })
      return []
    }
    if (cells[0]?.trim() !== record) {
      problems.push({
        place,
        message: `This is no line of the table ${record}. Keep each table in a file of its own.`,
      })
      return []
    }
    return [{ record, place, textOf: column => cells[header.indexOf(column)] ?? '' }]
  })
}

/** The cells by which it is told how dates and numbers are written. */
function takeSample(rows: readonly NamedRow[], delimiter: string) {
  const dates: string[] = []
  const numbers: string[] = []
  for (const { record, textOf } of rows) {
    if (isEntryKind(record)) dates.push(textOf(timeColumns.date))
    for (const { name, cell } of getColumns(record)) {
      if (cell.sort === 'date') dates.push(textOf(name))
      if (cell.sort === 'number') numbers.push(textOf(name))
    }
  }
  return { dates, numbers, delimiter }
}

interface RowReading {
  readonly dialect: CsvDialect
  readonly timeZone: string
  readonly now: Moment
}

function readRow(row: NamedRow, reading: RowReading, problems: ImportProblem[]): Record<string, unknown> {
  const { record, place, textOf } = row
  /** What a cell says, or its problem written down. */
  function attempt<T>(column: string, read: () => T): T | undefined {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error
      problems.push({ place: `${place}, ${column}`, message: error.message })
      return undefined
    }
  }
  const fields: Record<string, unknown> = {}
  let offsetMinutes = 0
  if (isEntryKind(record)) {
    const moment = readMoment(row, reading, attempt)
    fields.kind = record
    fields.at = moment?.at
    fields.offsetMinutes = moment?.offsetMinutes
    offsetMinutes = moment?.offsetMinutes ?? 0
  }
  for (const column of getColumns(record)) {
    const value = attempt(column.name, () =>
      readCell(column, textOf(column.name), reading.dialect, offsetMinutes),
    )
    if (value !== undefined) fields[column.field] = value
  }
  if (isEntryKind(record)) fields.loggedAt ??= reading.now.at
  if (record === 'check-in') fields.checkedAt ??= reading.now.at
  return fields
}

function readCell(
  { cell, empty }: Column,
  text: string,
  dialect: CsvDialect,
  offsetMinutes: number,
): unknown {
  return text === '' ? empty : cell.read(text, dialect, offsetMinutes)
}

function readMoment(
  { record, textOf }: NamedRow,
  { dialect, timeZone }: RowReading,
  attempt: <T>(column: string, read: () => T) => T | undefined,
): Moment | undefined {
  const date = attempt(timeColumns.date, () => readDate(textOf(timeColumns.date), dialect))
  const time = textOf(timeColumns.time)
  // What is true of a whole day stands at its noon.
  const clockMs = attempt(timeColumns.time, () =>
    time === '' && record === 'day' ? 12 * MS_PER_HOUR : readClock(time),
  )
  if (date === undefined || clockMs === undefined) return undefined
  const offset = textOf(timeColumns.offset)
  if (offset === '') return momentAt(date, writeClock({ at: clockMs, offsetMinutes: 0 }), timeZone)
  const offsetMinutes = attempt(timeColumns.offset, () => Number(numberCell.read(offset, dialect, 0)))
  if (offsetMinutes === undefined) return undefined
  return { at: dayNumber(date) * MS_PER_DAY + clockMs - offsetMinutes * MS_PER_MINUTE, offsetMinutes }
}

/** Rows without an id are given one that no other has. */
function numberEntries(entries: readonly Record<string, unknown>[]): void {
  let last = entries.reduce((most, { id }) => Math.max(most, typeof id === 'number' ? id : 0), 0)
  for (const entry of entries) entry.id ??= ++last
}

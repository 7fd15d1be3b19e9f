/** Tables back into a journal, every problem with its file, line and column. */
import { emptyProfile } from '../journal/profile.ts'
import { dayNumber } from '../time/calendar-date.ts'
import { type Moment, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../time/moment.ts'
import { momentAt } from '../time/time-zone.ts'
import { CellProblem, numberCell, readClock, readDate, writeClock } from './csv-cells.ts'
import { type CsvDialect, type DialectQuestion, findDialect } from './csv-dialect.ts'
import {
  type Column,
  getColumns,
  getHeader,
  isEntryKind,
  type RecordName,
  recordNames,
  timeColumns,
} from './csv-tables.ts'
import { type CsvAnswers, type CsvQuestion, type ImportProblem, PROBLEMS_COUNTED } from './import-plan.ts'

/** One file, cut into cells. */
export interface CsvSheet {
  /** The file's name. */
  readonly name: string
  readonly delimiter: string
  readonly header: readonly string[]
  readonly headerLine: number
  readonly rows: readonly CsvLine[]
}

interface CsvLine {
  readonly line: number
  readonly cells: readonly string[]
}

export interface ReadingPlace {
  readonly answers: CsvAnswers
  /** Of rows that do not say in which offset their time is. */
  readonly timeZone: string
  /** When what does not say so is written down. */
  readonly now: Moment
  /** Told after every row, with how many there are in its sheet. */
  readonly onRow?: (done: number, total: number) => void
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

/** A sheet whose record and columns are known. */
interface NamedSheet {
  readonly record: RecordName
  readonly name: string
  readonly delimiter: string
  readonly rows: readonly CsvLine[]
  readonly columns: ReadonlyMap<string, number>
}

/** A row of a table that is known, its cells by column. */
interface NamedRow {
  readonly record: RecordName
  readonly place: string
  readonly textOf: (column: string) => string
}

/**
 * Reads all files as one journal, sheet by sheet. What names another row, as a drink names a cramp, needs that row's table
 * too.
 *
 * @param sheets made when they are asked for: only one needs to be in memory
 */
export function readTables(sheets: Iterable<CsvSheet>, place: ReadingPlace): ReadTables {
  const problems: ImportProblem[] = []
  const questions: CsvQuestion[] = []
  const lists = makeLists<Record<string, unknown>>()
  const places: Record<string, string[]> = makeLists()
  for (const sheet of sheets) {
    if (problems.length >= PROBLEMS_COUNTED) break
    const named = nameRows(sheet, problems)
    if (named === null) continue
    const found = findDialect(takeSample(named), place.answers)
    if (found.state === 'asks') {
      addQuestions(questions, found.questions, sheet.name)
      continue
    }
    const list = listNameOf(named.record)
    for (const [index, line] of named.rows.entries()) {
      const row = nameRow(named, line)
      if (problems.length >= PROBLEMS_COUNTED) break
      lists[list].push(readRow(row, { ...place, dialect: found.dialect }, problems))
      places[list]?.push(row.place)
      place.onRow?.(index + 1, named.rows.length)
    }
  }
  for (const second of places.profile?.slice(1) ?? [])
    problems.push({ place: second, message: 'A journal is about one person. Keep one line of this table.' })
  if (problems.length > 0) return { state: 'refused', problems }
  if (questions.length > 0) return { state: 'asks', questions }
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

/** What several files leave open is asked once, and the question names them. */
function addQuestions(questions: CsvQuestion[], asked: readonly DialectQuestion[], file: string): void {
  for (const { about, sample } of asked) {
    const known = questions.find(question => question.about === about)
    if (known === undefined) questions.push({ about, sample, files: [file] })
    else known.files.push(file)
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

const listNameOf = (record: RecordName): ListName => (isEntryKind(record) ? 'entries' : listNames[record])

function columnOf(field: string): string {
  if (field === 'at') return `${timeColumns.date} or ${timeColumns.time}`
  if (field === 'offsetMinutes') return timeColumns.offset
  const named = recordNames.flatMap(getColumns).find(column => column.field === field)
  return named?.name ?? field
}

/** @returns null when the sheet cannot be read, with the reasons among the problems */
function nameRows(
  { name, delimiter, header, headerLine, rows }: CsvSheet,
  problems: ImportProblem[],
): NamedSheet | null {
  const before = problems.length
  const first = rows[0]?.cells[0]?.trim()
  const record = recordNames.find(known => known === first)
  const say = (line: number | undefined, message: string) =>
    problems.push({ place: `${name}, line ${line}`, message })
  if (header[0] !== 'record')
    say(headerLine, 'The first column must be called record. Is this a table that Unknot has saved?')
  else if (rows.length > 0 && record === undefined)
    say(rows[0]?.line, `Under record, enter one of ${recordNames.join(', ')}.`)
  if (header[0] !== 'record' || record === undefined) return null
  const known = getHeader(record)
  const columns = new Map(header.map((column, index) => [column, index]))
  for (const [index, column] of header.entries()) {
    if (!known.includes(column)) say(headerLine, `There is no column "${column}" in the table ${record}.`)
    if (header.indexOf(column) < index) say(headerLine, `The column "${column}" is listed twice.`)
  }
  for (const { line, cells } of rows) {
    if (problems.length >= PROBLEMS_COUNTED) break
    // A spreadsheet may end every line with empty cells.
    if (cells.length < header.length || cells.slice(header.length).some(cell => cell !== ''))
      say(line, `This line has ${cells.length} cells instead of ${header.length}.`)
    else if (cells[0]?.trim() !== record)
      say(line, `This line does not belong in the table ${record}. Keep each table in a file of its own.`)
  }
  if (problems.length > before) return null
  return {
    record,
    name,
    delimiter,
    rows,
    columns,
  }
}

const nameRow = ({ record, name, columns }: NamedSheet, { line, cells }: CsvLine): NamedRow => ({
  record,
  place: `${name}, line ${line}`,
  textOf: column => cells[columns.get(column) ?? -1] ?? '',
})

/** The cells by which it is told how dates and numbers are written. */
function takeSample({ record, rows, columns: places, delimiter }: NamedSheet) {
  const columns = getColumns(record)
  const listOfSort = (sort: Column['cell']['sort']) => columns.filter(({ cell }) => cell.sort === sort)
  const dateNames = listOfSort('date').map(({ name }) => name)
  if (isEntryKind(record)) dateNames.unshift(timeColumns.date)
  const numberNames = listOfSort('number').map(({ name }) => name)
  const read = (names: readonly string[]) =>
    names.flatMap(name => {
      const place = places.get(name)
      return place === undefined ? [] : rows.flatMap(({ cells }) => cells[place] || [])
    })
  return { dates: read(dateNames), numbers: read(numberNames), delimiter }
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

/** Reads CSV tables back into a journal; each problem names its file, line and column. */

import { type CsvDialect, type DialectQuestion, findDialect } from '../csv/dialect.ts'
import { readNumber } from '../csv/numbers.ts'
import { CellProblem, normaliseCell } from '../csv/text.ts'
import { formatClock, MIDNIGHT, readClock, readDate, splitDateAndClock } from '../csv/times.ts'
import { emptyProfile } from '../kinds/profile.ts'
import { dayNumber } from '../time/calendar-date.ts'
import { type Moment, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../time/moment.ts'
import { momentAt } from '../time/time-zone.ts'
import type { ReadContext } from './csv-cells.ts'
import {
  findRecord,
  getColumns,
  getHeader,
  isEntryKind,
  type RecordName,
  recordNames,
  timeColumns,
} from './csv-tables.ts'
import { type CsvAnswers, type CsvQuestion, type ImportProblem, PROBLEMS_COUNTED } from './import-plan.ts'
import { FILE_VERSION } from './journal-file.ts'
import type { Column } from './kind-columns.ts'

/** Parsed CSV file. */
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
  /** IANA zone for rows without an offset. */
  readonly timeZone: string
  /** Time of logging for rows that do not give one. */
  readonly now: Moment
  /** Progress callback, called after each row with the number of rows in its sheet. */
  readonly onRow?: (done: number, total: number) => void
}

export type ReadTables =
  | {
      readonly state: 'read'
      /** Object in the shape of a journal file, still to be validated by its schema. */
      readonly json: unknown
      /** True if one of the tables holds the profile. */
      readonly hasProfile: boolean
      readonly placeOf: (path: string) => string
    }
  | { readonly state: 'refused'; readonly problems: readonly ImportProblem[] }
  | { readonly state: 'asks'; readonly questions: readonly CsvQuestion[] }

/** Sheet whose record and columns were recognised. */
interface NamedSheet {
  readonly record: RecordName
  readonly name: string
  readonly delimiter: string
  readonly rows: readonly CsvLine[]
  readonly columns: ReadonlyMap<string, number>
}

/** Row of a recognised table, its cells by column. */
interface NamedRow {
  readonly record: RecordName
  readonly place: string
  readonly textOf: (column: string) => string
  /** True for a row saved before the milliseconds column existed. A row without a logging time was added by hand. */
  readonly isOfOlderVersion: boolean
}

/**
 * Reads all files as one journal, sheet by sheet. References between rows, such as from a drink to a cramp, need the other
 * table among the files.
 *
 * @param sheets produced lazily, so that only one is in memory at a time
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
    json: { format: 'unknot-journal', version: FILE_VERSION, profile: profile[0] ?? emptyProfile, ...rest },
    hasProfile: profile.length > 0,
    placeOf: path => {
      const [, list = '', index = '0', field] = /^(\w+)(?:\[(\d+)\])?(?:\.(\w+))?/.exec(path) ?? []
      const place = places[list]?.[Number(index)] ?? path
      return field === undefined ? place : `${place}, ${columnOf(field)}`
    },
  }
}

/** Merges the questions of several files; the question lists the files. */
function addQuestions(questions: CsvQuestion[], asked: readonly DialectQuestion[], file: string): void {
  for (const { about, sample } of asked) {
    const known = questions.find(question => question.about === about)
    if (known === undefined) questions.push({ about, sample, files: [file] })
    else known.files.push(file)
  }
}

/** List of a journal file for each record; the profile is not in a list. */
const listNames = {
  shoe: 'shoes',
  factor: 'ownFactors',
  'factor-check-in': 'factorCheckIns',
  'own-thing': 'ownThings',
  'check-in': 'checkIns',
  warning: 'warnings',
  decision: 'suggestionDecisions',
  experiment: 'experiments',
  suspect: 'suspects',
  coins: 'coins',
  source: 'sources',
  'erased-key': 'erasedKeys',
  checkpoint: 'shownCheckpoints',
  profile: 'profile',
} as const
type ListName = 'entries' | (typeof listNames)[keyof typeof listNames]

const makeLists = <T>(): Record<ListName, T[]> => ({
  entries: [],
  shoes: [],
  ownFactors: [],
  factorCheckIns: [],
  ownThings: [],
  checkIns: [],
  warnings: [],
  suggestionDecisions: [],
  experiments: [],
  suspects: [],
  coins: [],
  sources: [],
  erasedKeys: [],
  shownCheckpoints: [],
  profile: [],
})

const listNameOf = (record: RecordName): ListName => (isEntryKind(record) ? 'entries' : listNames[record])

function columnOf(field: string): string {
  if (field === 'at') return `${timeColumns.date} or ${timeColumns.time}`
  if (field === 'offsetMinutes') return timeColumns.offset
  const named = recordNames.flatMap(getColumns).find(column => column.field === field)
  return named?.name ?? field
}

/** @returns null if the sheet cannot be read; the reasons are added to `problems` */
function nameRows(
  { name, delimiter, header, headerLine, rows }: CsvSheet,
  problems: ImportProblem[],
): NamedSheet | null {
  const before = problems.length
  const record = findRecord(rows[0]?.cells[0] ?? '')
  const say = (line: number | undefined, message: string) =>
    problems.push({ place: `${name}, line ${line}`, message })
  if (header[0] !== 'record')
    say(headerLine, 'The first column must be called record. Is this a table that Unknot has saved?')
  else if (rows.length > 0 && record === undefined)
    say(rows[0]?.line, `Under record, enter one of ${recordNames.join(', ')}.`)
  if (header[0] !== 'record' || record === undefined) return null
  const known = new Set(getHeader(record))
  const columns = new Map<string, number>()
  for (const [index, column] of header.entries()) {
    if (columns.has(column)) say(headerLine, `The column "${column}" is listed twice.`)
    else columns.set(column, index)
    if (!known.has(column)) say(headerLine, `There is no column "${column}" in the table ${record}.`)
  }
  for (const { line, cells } of rows) {
    if (problems.length >= PROBLEMS_COUNTED) break
    // Spreadsheets may pad lines with empty cells, and editors drop them at the end.
    const length = cells.findLastIndex(cell => cell.trim() !== '') + 1
    if (length > header.length)
      say(line, `This line has ${length} cells, and the table only ${header.length} columns.`)
    else if (cells[0] !== record && findRecord(cells[0] ?? '') !== record)
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

function nameRow({ record, name, columns }: NamedSheet, { line, cells }: CsvLine): NamedRow {
  const textOf = (column: string) => cells[columns.get(column) ?? -1] ?? ''
  const isOfOlderVersion = !columns.has(timeColumns.milliseconds) && textOf('logged_at') !== ''
  return { record, place: `${name}, line ${line}`, textOf, isOfOlderVersion }
}

/** Cells of date and number columns, from which the dialect is inferred. */
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

/** Runs a cell's codec; on a CellProblem it records the problem and returns undefined. */
type Attempt = <T>(column: string, read: () => T) => T | undefined

function readRow(row: NamedRow, reading: RowReading, problems: ImportProblem[]): Record<string, unknown> {
  const { record, place, textOf } = row
  const { dialect, timeZone, now } = reading
  const attempt: Attempt = (column, read) => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error
      problems.push({ place: `${place}, ${column}`, message: error.message })
      return undefined
    }
  }
  const start = isEntryKind(record) ? readMoment(row, reading, attempt) : undefined
  const fields: Record<string, unknown> = isEntryKind(record) ? { kind: record, ...start } : {}
  const context: ReadContext = {
    dialect,
    timeZone,
    start: start ?? { at: 0, offsetMinutes: 0 },
    isByStartOffset: row.isOfOlderVersion,
  }
  for (const { name, field, cell, empty } of getColumns(record)) {
    const text = textOf(name)
    const isEmpty = cell.sort === 'text' ? text === '' : text.trim() === ''
    const value = isEmpty ? empty : attempt(name, () => cell.read(text, context))
    if (value !== undefined) fields[field] = value
  }
  if (isEntryKind(record)) fields.loggedAt ??= now.at
  if (record === 'check-in' || record === 'factor-check-in') fields.checkedAt ??= now.at
  return fields
}

function readMoment(
  { record, textOf }: NamedRow,
  { dialect, timeZone }: RowReading,
  attempt: Attempt,
): Moment | undefined {
  const { dateText, time } = findDateAndTime(textOf(timeColumns.date), textOf(timeColumns.time), record)
  const date = attempt(timeColumns.date, () => readDate(dateText, dialect))
  // Entries about a whole day are stored at noon.
  const secondsMs = attempt(timeColumns.time, () =>
    time.trim() === '' && record === 'day' ? 12 * MS_PER_HOUR : readClock(time),
  )
  const fractionMs = attempt(timeColumns.milliseconds, () =>
    readMilliseconds(textOf(timeColumns.milliseconds), dialect),
  )
  const offset = textOf(timeColumns.offset)
  const offsetMinutes = attempt(timeColumns.offset, () => readOffset(offset, dialect))
  if (date === undefined || secondsMs === undefined || fractionMs === undefined) return undefined
  if (offsetMinutes === undefined) return undefined
  const clockMs = secondsMs + fractionMs
  if (offsetMinutes === null) return momentAt(date, formatClock(clockMs), timeZone)
  return { at: dayNumber(date) * MS_PER_DAY + clockMs - offsetMinutes * MS_PER_MINUTE, offsetMinutes }
}

/** Date and time if both are in the date column. Midnight does not count: programs add it to plain dates. */
function findDateAndTime(dateText: string, time: string, record: RecordName) {
  const split = time.trim() === '' && record !== 'day' ? splitDateAndClock(normaliseCell(dateText)) : null
  return split === null || MIDNIGHT.test(dateText)
    ? { dateText, time }
    : { dateText: split.date, time: split.clock }
}

/** @throws CellProblem */
function readMilliseconds(text: string, { decimalSign }: CsvDialect): number {
  const value = text.trim() === '' ? 0 : readNumber(text, decimalSign)
  if (!Number.isInteger(value) || value < 0 || value > 999)
    throw new CellProblem('Enter a whole number from 0 to 999.')
  return value
}

/** @returns null if the row gives no offset @throws CellProblem */
function readOffset(text: string, { decimalSign }: CsvDialect): number | null {
  if (text.trim() === '') return null
  const [, sign, hours, minutes] = /^(?:UTC|GMT)?([+-])(\d{1,2}):(\d\d)$/i.exec(normaliseCell(text)) ?? []
  if (hours === undefined) return readNumber(text, decimalSign, 'minutes')
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** Assigns unused ids to rows without one. */
function numberEntries(entries: readonly Record<string, unknown>[]): void {
  let last = entries.reduce((most, { id }) => Math.max(most, typeof id === 'number' ? id : 0), 0)
  for (const entry of entries) entry.id ??= ++last
}

/** Reading of a table's rows by the roles of its columns: times, names, values and notes of each thing. */
import { normaliseCell } from '../csv/text.ts'
import { MIDNIGHT } from '../csv/times.ts'
import type { Asking } from './asking.ts'
import { askNightDate, type NightDate } from './bed-times.ts'
import type { Collector } from './collector.ts'
import { plainName } from './digest-key.ts'
import type { LeftOut } from './history.ts'
import { type KnownTable, NAME_SEPARATOR, type ValueAndLabel } from './known-tables.ts'
import { cellOf, type Table, type TableColumn, type TableRow } from './table.ts'
import { unitInName } from './table-numbers.ts'
import type { Thing, ThingRow } from './table-plan.ts'
import type { AskedRoles } from './table-roles.ts'
import {
  canBeClock,
  hasOffset,
  hasOnlyZeroOffsets,
  plainTime,
  type RowTime,
  readNightTimes,
  readRowTime,
  settleDateOrder,
  type TimeReading,
} from './table-times.ts'
import { askZone, readZoneAnswer, ZONE, type ZoneClock } from './zones.ts'

/** Order of dates and the zone; null while one of them is open. */
function settleTimes(
  { rows }: Table,
  { date }: AskedRoles,
  asking: Asking,
  { answers, context, ask }: Collector,
): TimeReading | null {
  const cells = rows.map(row => cellOf(row, date))
  const isByInstant = hasOnlyZeroOffsets(cells)
  const needsZone = isByInstant || cells.some(cell => !hasOffset(plainTime(cell)))
  if (needsZone) ask(askZone(context))
  const zone = readZoneAnswer(answers)
  const order = settleDateOrder(date.name, cells, context.now, asking)
  if (order === null || (needsZone && zone === null)) return null
  // Programs write plain dates with midnight.
  const isDateOnly = cells.every(cell => cell.trim() === '' || MIDNIGHT.test(normaliseCell(cell)))
  return { order, zone, isByInstant, isDateOnly }
}

interface TimedRow {
  readonly row: TableRow
  readonly time: ThingRow['time']
  readonly end: RowTime | null
}

/** Date that a night is listed under, where both its ends are clock times; null for others, undefined while it is open. */
function settleNightDate(
  { rows }: Table,
  { clock, until, rows: meaning }: AskedRoles,
  asking: Asking,
): NightDate | null | undefined {
  const isByClocks =
    meaning === 'night' &&
    clock !== null &&
    until !== null &&
    rows.some(row => canBeClock(normaliseCell(cellOf(row, until))))
  return isByClocks ? (askNightDate(asking) ?? undefined) : null
}

/** Things of a table, independent of what each becomes. */
export interface ReadThings {
  readonly things: readonly Thing[]
  readonly zone: ZoneClock | null
  readonly leftOut: readonly LeftOut[]
  readonly ignored: ReadonlyMap<string, number>
}

/**
 * Things of a table by the answers about its columns, its zone and its dates; null while one of them is open. Most answers are
 * about what the things become, and change nothing here: the last reading of each table is kept.
 */
export function readThings(
  table: Table,
  roles: AskedRoles,
  known: KnownTable | null,
  asking: Asking,
  collector: Collector,
): ReadThings | null {
  const reading = settleTimes(table, roles, asking, collector)
  const nightDate = settleNightDate(table, roles, asking)
  if (reading === null || nightDate === undefined) return null
  const { date, clock, name, value, label, until, distance, notes } = roles
  const columns = [date, clock, name, value, label, until, distance, ...notes].map(column => column?.name)
  const key = JSON.stringify([collector.answers[ZONE], reading.order, nightDate, roles.rows, columns])
  const last = lastReadings.get(table)
  if (last?.key === key) return last.read
  const fresh = readRows(table, roles, known, reading, nightDate)
  lastReadings.set(table, { key, read: fresh })
  return fresh
}

const lastReadings = new WeakMap<Table, { readonly key: string; readonly read: ReadThings }>()

function readRows(
  table: Table,
  roles: AskedRoles,
  known: KnownTable | null,
  reading: TimeReading,
  nightDate: NightDate | null,
): ReadThings {
  const leftOut: LeftOut[] = []
  const timed = table.rows.flatMap((row): TimedRow[] => {
    const { time, end } = readTimes(row, roles, reading, nightDate)
    if (time.state !== 'problem') return [{ row, time, end }]
    const when = [roles.date, roles.clock].map(column => cellOf(row, column)).join(' ')
    leftOut.push({ reason: time.reason, what: `Line ${row.line}`, when: when.trim().slice(0, 100) })
    return []
  })
  return { ...listThings(timed, table, roles, known), zone: reading.zone, leftOut }
}

function readTimes(
  row: TableRow,
  { date, clock, until }: Pick<AskedRoles, 'date' | 'clock' | 'until'>,
  reading: TimeReading,
  nightDate: NightDate | null,
): { readonly time: RowTime; readonly end: RowTime | null } {
  const time = readRowTime(cellOf(row, date), clock && cellOf(row, clock), reading)
  if (until === null || time.state !== 'time') return { time, end: null }
  const end = cellOf(row, until)
  if (!canBeClock(normaliseCell(end))) return { time, end: readRowTime(end, null, reading) }
  return readNightTimes(time, end, reading, nightDate)
}

/** Rows of each thing, the most frequent first. */
function listThings(
  rows: readonly TimedRow[],
  table: Table,
  roles: AskedRoles,
  known: KnownTable | null,
): Pick<ReadThings, 'things' | 'ignored'> {
  const things = new Map<string, ThingRow[]>()
  const ignored = new Map<string, number>()
  const ignore = (what: string) => ignored.set(what, (ignored.get(what) ?? 0) + 1)
  const add = (name: string, { row, time, end }: TimedRow, { value, label }: ValueAndLabel) => {
    const note = roles.notes.map(column => plainNote(cellOf(row, column))).join('\n')
    const list = things.get(name)
    const distance = cellOf(row, roles.distance)
    const thingRow = { line: row.line, time, value, label, note, end, distance }
    if (list === undefined) things.set(name, [thingRow])
    else list.push(thingRow)
  }
  const columns = roles.rows === 'columns' ? listThingColumns(table, roles) : []
  for (const timed of rows) {
    const { row } = timed
    for (const column of columns) {
      const value = cellOf(row, column)
      if (value.trim() !== '') add(column.name, timed, { value, label: '' })
    }
    if (roles.rows === 'columns') continue
    const written = { value: cellOf(row, roles.value), label: cellOf(row, roles.label) }
    const told = known?.readValue === undefined ? written : known.readValue(row, written.value, written.label)
    const names = listNames(row, roles)
    if (told === null) ignore(known?.unmarked ?? 'Rows')
    else if (names.length === 0) ignore('Rows that name nothing')
    else for (const name of names) add(name, timed, told)
  }
  const unit = roles.value === null ? '' : unitInName(roles.value.name)
  const list = Array.from(things, ([name, ofThing]) => ({
    name,
    rows: ofThing,
    unit: roles.rows === 'columns' ? unitInName(name) : unit,
    distanceColumn: roles.distance?.name ?? '',
  }))
  return {
    things: list.sort((a, b) => b.rows.length - a.rows.length || (a.name < b.name ? -1 : 1)),
    ignored,
  }
}

const listThingColumns = ({ columns }: Table, { date, clock, notes }: AskedRoles): TableColumn[] =>
  columns.filter(
    column => column !== date && column !== clock && !notes.includes(column) && column.sorts.length > 0,
  )

/** Names in a row: one, or several between vertical bars. Empty where every row is the same. */
function listNames(row: TableRow, { rows, name }: AskedRoles): string[] {
  if (rows !== 'named') return ['']
  return [
    ...new Set(
      cellOf(row, name)
        .split(NAME_SEPARATOR)
        .map(part => plainName(part))
        .filter(part => part !== ''),
    ),
  ]
}

/** Notes that a program keeps as HTML, as plain text. */
const plainNote = (text: string): string =>
  /<\/?(?:div|p|br|b|i|u|s|ul|ol|li|strong|em|font|span|h\d)\b[^<>]{0,200}>/i.test(text)
    ? text
        .replaceAll(/<(?:br|\/div|\/p|\/li|\/h\d)\b[^<>]{0,200}>/gi, '\n')
        .replaceAll(/<\/?[a-z][a-z\d]{0,10}\b[^<>]{0,200}>/gi, '')
        .replaceAll('&nbsp;', ' ')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&')
        .trim()
    : text

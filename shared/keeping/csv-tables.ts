/**
 * A whole journal as tables, one for each kind and for what is beside the entries. Nothing is left out: from all of them
 * together the same journal is made again.
 *
 * The first column, `record`, says which table a row belongs to. Times are the wall clock's where the entry was made, with
 * its offset from UTC; a cell that nobody filled in is empty. A table may lack columns, as one made by hand does: what
 * stands in them then is unknown.
 */
import { type EntryKind, entryKinds } from '../journal/entry.ts'
import type { JournalFile } from '../journal/journal-file.ts'
import type { CsvTable } from '../report/csv-table.ts'
import { calendarDate } from '../time/moment.ts'
import {
  answersCell,
  booleanCell,
  type Cell,
  dateCell,
  designCell,
  instantCell,
  laterTimeCell,
  numberCell,
  numbersCell,
  reliefCell,
  sitesCell,
  textCell,
  wordsCell,
  writeClock,
} from './csv-cells.ts'

export interface Column {
  readonly name: string
  /** The field of the value it belongs to; for the time of an entry, see `timeColumns`. */
  readonly field: string
  readonly cell: Cell
  /** What the field is when the cell is empty or the column missing. */
  readonly empty: unknown
}

const toSnakeCase = (field: string) => field.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

function columnsOf(cells: Readonly<Record<string, Cell | readonly [Cell, empty: unknown]>>): Column[] {
  return Object.entries(cells).map(([field, given]) => {
    const [cell, empty]: readonly [Cell, unknown] = 'write' in given ? [given, null] : given
    return { name: toSnakeCase(field), field, cell, empty }
  })
}

const emptyText = [textCell, ''] as const
const falseUnlessSaid = [booleanCell, false] as const
const noWords = [wordsCell, []] as const

const ownColumns: Readonly<Record<EntryKind, Column[]>> = {
  cramp: columnsOf({
    onsetPrecision: [textCell, 'exact'],
    ongoing: falseUnlessSaid,
    needsDetails: falseUnlessSaid,
    durationSeconds: numberCell,
    sites: [sitesCell, []],
    intensity: numberCell,
    stateAtOnset: textCell,
    relievedByRest: textCell,
    wokeMe: booleanCell,
    relief: [reliefCell, []],
    symptoms: noWords,
    circumstances: noWords,
    sorenessHours: numberCell,
  }),
  fluid: columnsOf({
    drink: textCell,
    volumeMl: numberCell,
    alcoholPercent: numberCell,
    caffeineMg: numberCell,
    reliefOf: numberCell,
  }),
  footwear: columnsOf({ shoeId: numberCell, takenOffAt: laterTimeCell, closedBy: [numberCell, undefined] }),
  activity: columnsOf({
    activity: textCell,
    durationMinutes: numberCell,
    wholeDay: falseUnlessSaid,
    longestBoutMinutes: numberCell,
    exertion: numberCell,
    newOrHarder: booleanCell,
    sweat: textCell,
    cold: booleanCell,
    warmUpMinutes: numberCell,
    coolDownMinutes: numberCell,
    distanceKm: numberCell,
    climbM: numberCell,
    waterTemperatureC: numberCell,
  }),
  stretch: columnsOf({ muscles: noWords, durationMinutes: numberCell, beforeBed: falseUnlessSaid }),
  food: columnsOf({
    potassiumServings: numberCell,
    magnesiumServings: numberCell,
    calciumServings: numberCell,
    potassiumSupplementMg: numberCell,
    magnesiumSupplementMg: numberCell,
    calciumSupplementMg: numberCell,
  }),
  day: columnsOf({
    heat: textCell,
    maxTemperatureC: numberCell,
    illnessWithFluidLoss: booleanCell,
    saltAfterSweat: booleanCell,
    footExerciseMinutes: numberCell,
    bother: numberCell,
    urineColour: textCell,
    saltG: numberCell,
  }),
  night: columnsOf({
    wakeAt: laterTimeCell,
    coldLegs: booleanCell,
    bedding: textCell,
    position: textCell,
    roomFeel: textCell,
    roomTemperatureC: numberCell,
    sleepDisturbance: numberCell,
  }),
  medication: columnsOf({ name: emptyText, medicineClass: textCell, change: textCell, dose: emptyText }),
}

/** Date and time are of the wall clock; without an offset they are of the place the computer is in. */
export const timeColumns = { date: 'date', time: 'time', offset: 'utc_offset_minutes' } as const

const storedColumns = columnsOf({
  note: emptyText,
  loggedAt: [instantCell, undefined],
  editedAt: instantCell,
  deletedAt: instantCell,
})

/** What is beside the entries. */
const otherColumns = {
  shoe: columnsOf({
    id: numberCell,
    name: emptyText,
    kind: textCell,
    archSupport: textCell,
    fit: textCell,
    heelMm: numberCell,
    cushioning: textCell,
    insole: booleanCell,
    retired: falseUnlessSaid,
  }),
  'check-in': columnsOf({ date: dateCell, kind: textCell, checkedAt: [instantCell, undefined] }),
  warning: columnsOf({
    rule: textCell,
    entryId: numberCell,
    raisedAt: instantCell,
    acknowledgedAt: instantCell,
    snoozedUntil: instantCell,
  }),
  decision: columnsOf({
    suggestion: textCell,
    decision: textCell,
    reason: emptyText,
    decidedAt: [instantCell, undefined],
  }),
  experiment: columnsOf({
    subject: textCell,
    design: designCell,
    firstDate: dateCell,
    seed: numberCell,
    arms: [numbersCell, []],
    createdAt: instantCell,
    stoppedOn: dateCell,
    days: [answersCell, []],
  }),
  profile: columnsOf({
    name: emptyText,
    dateOfBirth: dateCell,
    sex: textCell,
    heightCm: numberCell,
    weightKg: numberCell,
    conditions: noWords,
    pregnancyWeek: numberCell,
    offWeekdays: [numbersCell, []],
    region: textCell,
    volumeUnit: [textCell, 'ml'],
    temperatureUnit: [textCell, 'c'],
    dayStartMinutes: [numberCell, 240],
    trackedKinds: noWords,
  }),
} satisfies Record<string, Column[]>

export const recordNames = [
  ...entryKinds,
  'shoe',
  'check-in',
  'warning',
  'decision',
  'experiment',
  'profile',
] as const
export type RecordName = (typeof recordNames)[number]

export function isEntryKind(record: RecordName): record is EntryKind {
  return entryKinds.some(kind => kind === record)
}

/** The columns of a table after `record`; those of an entry's time not among them. */
export function getColumns(record: RecordName): readonly Column[] {
  if (!isEntryKind(record)) return otherColumns[record]
  return [...columnsOf({ id: [numberCell, undefined] }), ...ownColumns[record], ...storedColumns]
}

/** The names in the first line of a table. */
export function getHeader(record: RecordName): string[] {
  const names = getColumns(record).map(({ name }) => name)
  if (!isEntryKind(record)) return ['record', ...names]
  const { date, time, offset } = timeColumns
  return ['record', 'id', date, time, offset, ...names.slice(1)]
}

/** The journal's tables by record; of what there is none, there is no table. */
export function tabulateFile(file: JournalFile): { readonly record: RecordName; readonly table: CsvTable }[] {
  const rowsOf: Record<Exclude<RecordName, EntryKind>, readonly object[]> = {
    shoe: file.shoes,
    'check-in': file.checkIns,
    warning: file.warnings,
    decision: file.suggestionDecisions,
    experiment: file.experiments,
    profile: [file.profile],
  }
  return recordNames.flatMap(record => {
    const rows = isEntryKind(record) ? file.entries.filter(({ kind }) => kind === record) : rowsOf[record]
    if (rows.length === 0) return []
    return [{ record, table: { columns: getHeader(record), rows: rows.map(row => writeRow(record, row)) } }]
  })
}

function writeRow(record: RecordName, row: object) {
  const fields: Readonly<Record<string, unknown>> = { ...row }
  const { at, offsetMinutes } = fields
  const moment = { at: Number(at), offsetMinutes: Number(offsetMinutes) }
  const cells = getColumns(record).map(({ field, cell }) => cell.write(fields[field], moment.offsetMinutes))
  if (!isEntryKind(record)) return [record, ...cells]
  const [id = null, ...rest] = cells
  return [record, id, calendarDate(moment), writeClock(moment), moment.offsetMinutes, ...rest]
}

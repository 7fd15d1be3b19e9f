/**
 * A whole journal as CSV tables, one per kind of entry and one per other record. Lossless: all tables together restore the
 * same journal.
 *
 * The first column, `record`, names the row's table. Times are local to the entry, with their offset from UTC; unknown
 * values are empty cells. A missing column, as in a table made by hand, means that its values are unknown.
 */
import { decisions } from '../advice/suggestions/decision.ts'
import { writeClock, writeMilliseconds } from '../csv/times.ts'
import { trialIds } from '../experiments/trials.ts'
import { trackedKinds } from '../kinds/check-in.ts'
import { conditions } from '../kinds/conditions.ts'
import { columnName } from '../kinds/fields.ts'
import { archSupports, cushionings, shoeFits, shoeKinds } from '../kinds/footwear.ts'
import { type EntryKind, entryKinds, kindWords, perKind } from '../kinds/kinds.ts'
import { ownLists } from '../kinds/list.ts'
import { muscles } from '../kinds/muscles.ts'
import { factorAnswers, factorDirections, factorWindows } from '../kinds/own-factor.ts'
import { caffeineAnswers } from '../kinds/own-thing.ts'
import { crampTimes, regions, sexes } from '../kinds/profile.ts'
import { thingKeyOf } from '../kinds/thing-key.ts'
import {
  dateOrders,
  papers,
  temperatureUnits,
  temperatureUnitWords,
  volumeUnits,
  volumeUnitWords,
} from '../locale/conventions.ts'
import { calendarDate, nearestInstant } from '../time/moment.ts'
import {
  answersCell,
  booleanCell,
  type Cell,
  choiceCell,
  choicesCell,
  coinAnswersCell,
  coinsCell,
  dateCell,
  designCell,
  instantCell,
  jsonCell,
  nameCell,
  numberCell,
  numbersCell,
  textCell,
  type WriteContext,
} from './csv-cells.ts'
import { createLookup, spellingsOf } from './csv-choices.ts'
import type { CsvTable } from './csv-table.ts'
import type { JournalFile } from './journal-file.ts'
import { type Column, columnsOfKind } from './kind-columns.ts'

function columnsOf(cells: Readonly<Record<string, Cell | readonly [Cell, empty: unknown]>>): Column[] {
  return Object.entries(cells).map(([field, given]) => {
    const [cell, empty]: readonly [Cell, unknown] = 'write' in given ? [given, null] : given
    return { name: columnName(field), field, cell, empty }
  })
}

const emptyText = [textCell, ''] as const
const falseUnlessSaid = [booleanCell, false] as const
const id = numberCell()
const count = numberCell()
const minutes = numberCell('minutes')

const ownColumns = perKind<Readonly<Record<EntryKind, Column[]>>>(columnsOfKind)

/**
 * Date and time are local; the time excludes the fraction of a second. Without an offset they are in the zone of the
 * computer.
 */
export const timeColumns = {
  date: 'date',
  time: 'time',
  milliseconds: 'milliseconds',
  offset: 'utc_offset_minutes',
} as const

const storedColumns = columnsOf({
  note: emptyText,
  loggedAt: [instantCell, undefined],
  editedAt: instantCell,
  deletedAt: instantCell,
  source: [textCell, undefined],
  sourceKey: [textCell, undefined],
})

/** Columns of the records that are not entries. */
const otherColumns = {
  shoe: columnsOf({
    id,
    name: emptyText,
    kind: choiceCell(shoeKinds.ids, shoeKinds.words),
    archSupport: choiceCell(archSupports.ids, archSupports.words),
    fit: choiceCell(shoeFits.ids, shoeFits.words),
    heelMm: numberCell('mm'),
    cushioning: choiceCell(cushionings.ids, cushionings.words),
    insole: booleanCell,
    retired: falseUnlessSaid,
  }),
  factor: columnsOf({
    id,
    name: emptyText,
    // Missing in tables of older versions, whose factors were all answered with yes or no.
    answer: [choiceCell(factorAnswers.ids, factorAnswers.words), 'yes-no'],
    unit: textCell,
    window: [choiceCell(factorWindows.ids, factorWindows.words), 'same-night'],
    direction: choiceCell(factorDirections.ids, factorDirections.words),
    createdOn: dateCell,
    archived: falseUnlessSaid,
    deletedAt: instantCell,
  }),
  'factor-check-in': columnsOf({
    factorId: id,
    date: dateCell,
    dayStartMinutes: [minutes, 0],
    checkedAt: [instantCell, undefined],
  }),
  // Each list has its own facts; the columns of the others are empty in its rows.
  'own-thing': columnsOf({
    id,
    list: choiceCell(ownLists),
    name: emptyText,
    usualMl: [numberCell('ml'), undefined],
    alcoholPercent: [numberCell('%'), undefined],
    caffeine: [choiceCell(caffeineAnswers.ids, caffeineAnswers.words), undefined],
    hasElectrolytes: [booleanCell, undefined],
    isStill: [booleanCell, undefined],
    createdOn: dateCell,
    archived: falseUnlessSaid,
  }),
  'check-in': columnsOf({
    date: dateCell,
    kind: choiceCell(trackedKinds, kindWords),
    // Missing in tables of older versions, whose days begin at midnight.
    dayStartMinutes: [minutes, 0],
    checkedAt: [instantCell, undefined],
    inOnePress: [booleanCell, undefined],
    source: [textCell, undefined],
  }),
  warning: columnsOf({
    rule: nameCell,
    entryId: id,
    raisedAt: instantCell,
    acknowledgedAt: instantCell,
    snoozedUntil: instantCell,
    endedAt: instantCell,
    closing: emptyText,
  }),
  decision: columnsOf({
    suggestion: nameCell,
    decision: choiceCell(decisions),
    reason: emptyText,
    decidedAt: [instantCell, undefined],
  }),
  experiment: columnsOf({
    subject: choiceCell(trialIds),
    design: designCell,
    firstDate: dateCell,
    seed: count,
    arms: [numbersCell, []],
    createdAt: instantCell,
    stoppedOn: dateCell,
    days: [answersCell, []],
  }),
  suspect: columnsOf({
    exposure: nameCell,
    namedOn: dateCell,
    isBeforehand: falseUnlessSaid,
    withdrawnOn: dateCell,
    keepsShare: falseUnlessSaid,
  }),
  coins: columnsOf({
    actions: coinsCell,
    firstDate: dateCell,
    seed: count,
    createdAt: instantCell,
    stoppedOn: dateCell,
    answers: [coinAnswersCell, []],
  }),
  source: columnsOf({ name: emptyText, reader: textCell, answers: [jsonCell, {}], sheet: [jsonCell, {}] }),
  'erased-key': columnsOf({ source: emptyText, key: emptyText }),
  checkpoint: columnsOf({ lastDate: dateCell, shownAt: [instantCell, undefined] }),
  profile: columnsOf({
    name: emptyText,
    dateOfBirth: dateCell,
    sex: choiceCell(sexes.ids, sexes.words),
    heightCm: numberCell('cm'),
    weightKg: numberCell('kg'),
    conditions: [choicesCell(conditions.ids, conditions.words), []],
    pregnancyWeek: count,
    offWeekdays: [numbersCell, []],
    region: choiceCell(regions.ids, regions.words),
    volumeUnit: choiceCell(volumeUnits, volumeUnitWords),
    temperatureUnit: choiceCell(temperatureUnits, temperatureUnitWords),
    dayStartMinutes: [minutes, 240],
    trackedKinds: [choicesCell(trackedKinds, kindWords), []],
    dateOrder: choiceCell(dateOrders),
    hourCycle: count,
    firstWeekday: count,
    paper: choiceCell(papers),
    decimalSign: textCell,
    reminderHour: count,
    reminderAsked: falseUnlessSaid,
    crampMuscles: [choicesCell(muscles.ids, muscles.words), []],
    crampTimes: [choicesCell(crampTimes.ids, crampTimes.words), []],
  }),
} satisfies Record<string, Column[]>

export type RecordName = EntryKind | keyof typeof otherColumns

export const recordNames: readonly RecordName[] = [
  ...entryKinds,
  'shoe',
  'factor',
  'factor-check-in',
  'own-thing',
  'check-in',
  'warning',
  'decision',
  'experiment',
  'suspect',
  'coins',
  'source',
  'erased-key',
  'checkpoint',
  'profile',
]

/** Table named by the first column; undefined for an unknown word. */
export const findRecord = createLookup(spellingsOf(recordNames, kindWords))

export function isEntryKind(record: RecordName): record is EntryKind {
  return entryKinds.some(kind => kind === record)
}

const idColumn = columnsOf({ id: [id, undefined] })
const columnsByRecord = new Map(
  recordNames.map((record): [RecordName, readonly Column[]] => [
    record,
    isEntryKind(record) ? [...idColumn, ...ownColumns[record], ...storedColumns] : otherColumns[record],
  ]),
)

/** Columns of a table after `record`, without those of an entry's time. */
export const getColumns = (record: RecordName): readonly Column[] => columnsByRecord.get(record) ?? []

/** Column names in the first line of a table. */
export function getHeader(record: RecordName): string[] {
  const names = getColumns(record).map(({ name }) => name)
  if (!isEntryKind(record)) return ['record', ...names]
  return ['record', 'id', ...Object.values(timeColumns), ...names.slice(1)]
}

/**
 * Tables of the journal by record; records without rows are left out.
 *
 * @param timeZone IANA zone for the ends of entries that were made in its offset
 */
export function tabulateFile(
  file: JournalFile,
  timeZone: string,
): { readonly record: RecordName; readonly table: CsvTable }[] {
  const rowsOf: Record<Exclude<RecordName, EntryKind>, readonly object[]> = {
    shoe: file.shoes,
    factor: file.ownFactors,
    'factor-check-in': file.factorCheckIns,
    'own-thing': file.ownThings,
    'check-in': file.checkIns,
    warning: file.warnings,
    decision: file.suggestionDecisions,
    experiment: file.experiments,
    suspect: file.suspects,
    coins: file.coins,
    source: file.sources,
    'erased-key': file.erasedKeys,
    checkpoint: file.shownCheckpoints,
    profile: [file.profile],
  }
  const ownNames = new Map(file.ownThings.map(({ id, name }) => [thingKeyOf(id), name]))
  return recordNames.flatMap(record => {
    const rows = isEntryKind(record) ? file.entries.filter(({ kind }) => kind === record) : rowsOf[record]
    if (rows.length === 0) return []
    return [
      {
        record,
        table: {
          columns: getHeader(record),
          rows: rows.map(row => writeRow(record, row, { timeZone, ownNames })),
        },
      },
    ]
  })
}

function writeRow(record: RecordName, row: object, context: Omit<WriteContext, 'start'>) {
  const fields: Readonly<Record<string, unknown>> = { ...row }
  const start = {
    at: nearestInstant(Number(fields.at ?? 0)),
    offsetMinutes: Number(fields.offsetMinutes ?? 0),
  }
  const cells = getColumns(record).map(({ field, cell }) => cell.write(fields[field], { start, ...context }))
  if (!isEntryKind(record)) return [record, ...cells]
  const [number = null, ...rest] = cells
  const time = [calendarDate(start), writeClock(start), writeMilliseconds(start), start.offsetMinutes]
  return [record, number, ...time, ...rest]
}

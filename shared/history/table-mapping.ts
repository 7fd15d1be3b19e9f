/**
 * Mapper of any table: the person says what its columns and the names in them are, and each row becomes an entry or is left out.
 *
 *     table -> roles of the columns -> zone and order of dates -> things -> kind of each -> its questions -> drafts
 *
 * Every step asks what the table leaves open; the next one follows once it is answered. What no answer names is counted as
 * ignored.
 */
import { normaliseCell } from '../csv/text.ts'
import { MIDNIGHT } from '../csv/times.ts'
import type { EntryDraft } from '../kinds/entry.ts'
import { getFactorNameKey, type OwnFactor } from '../kinds/own-factor.ts'
import { calendarDate } from '../time/moment.ts'
import { type Asking, createAsking, idOfName, type OptionOf, quote, shorten } from './asking.ts'
import { askNightDate, type NightDate } from './bed-times.ts'
import { type Collector, collect, writeMoment } from './collector.ts'
import { createDigestKeys, digestKey, plainName } from './digest-key.ts'
import { guessActivity, guessDrink, looksLikeCramp, looksLikeSleep } from './guess-names.ts'
import type { Answers, HistoryContext, Interpretation, LeftOut } from './history.ts'
import { findKnownTable, type KnownTable, NAME_SEPARATOR, type ValueAndLabel } from './known-tables.ts'
import { cellOf, type Table, type TableColumn, type TableRow, type TableScan } from './table.ts'
import { planCramp } from './table-cramps.ts'
import { planFluid } from './table-drinks.ts'
import { settleDecimalSign, unitInName } from './table-numbers.ts'
import type { Plan, PlanContext, Thing, ThingRow } from './table-plan.ts'
import { type AskedRoles, askRoles, type RowMeaning } from './table-roles.ts'
import { planActivity, planFootExercises, planNight, planOwnFactor } from './table-sessions.ts'
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
import { askZone, readZoneAnswer, ZONE } from './zones.ts'

export function interpretTable(scan: TableScan, answers: Answers, context: HistoryContext): Interpretation {
  const collector = collect(answers, context)
  const table = chooseTable(scan, collector)
  if (table === null) return collector.finish()
  const known = findKnownTable(table)
  const asking = createAsking(collector, known?.scope ?? `table-${digestKey([...table.header].sort())}`)
  const source = asking.text({
    id: 'source',
    group: 'Source',
    text: 'Which program or list is this from?',
    help: 'Its entries carry this name. You can find them by it later, or remove them all.',
    maxLength: 60,
    suggested: known?.source ?? null,
  })
  if (table.isOldEncoding)
    collector.note('The file is in an old encoding. Check letters with accents in the names below.')
  for (const { line, reason } of table.badLines) collector.leaveOut(reason, `Line ${line}`, '')
  mapRows(table, known, asking, collector)
  const interpretation = collector.finish()
  return source === null ? interpretation : { ...interpretation, sourceName: source }
}

function chooseTable({ tables }: TableScan, collector: Collector): Table | null {
  const [only, ...others] = tables
  if (only === undefined || others.length === 0) return only ?? null
  const chosen = createAsking(collector, 'tables').one<string>({
    id: 'table',
    group: 'Source',
    text: 'Which of these tables do you want to bring along?',
    help: 'Each can be brought along by itself.',
    options: tables.map(({ name, rows }) => ({ id: idOfName(name), label: `${name} (${rows.length} rows)` })),
    suggested: null,
  })
  return tables.find(({ name }) => idOfName(name) === chosen) ?? null
}

const withoutQuestions = { rows: 'named', until: null, distance: null } as const

function mapRows(table: Table, known: KnownTable | null, asking: Asking, collector: Collector): void {
  const roles: AskedRoles | null =
    known === null ? askRoles(table, asking) : { ...known.roles, ...withoutQuestions }
  if (roles === null) return
  const reading = settleTimes(table, roles, asking, collector)
  const nightDate = settleNightDate(table, roles, asking)
  if (reading === null || nightDate === undefined) return
  const { date, clock, name, value, label, until, distance, notes } = roles
  const columns = [date, clock, name, value, label, until, distance, ...notes]
  const read = readOnce(
    table,
    JSON.stringify([
      collector.answers[ZONE],
      reading.order,
      nightDate,
      roles.rows,
      columns.map(column => column?.name),
    ]),
    () => readThings(table, roles, known, reading, nightDate),
  )
  for (const { reason, what, when } of read.leftOut) collector.leaveOut(reason, what, when)
  for (const [what, count] of read.ignored) collector.ignore(what, count)
  const { things } = read
  const plans = planThings(things, roles, known, reading, asking, collector)
  const keyOf = createDigestKeys()
  const days = new Set<string>()
  for (const { thing, plan } of plans) {
    for (const row of plan === null ? [] : thing.rows) {
      const result = plan?.(row) ?? { state: 'none' }
      const when = row.time.state === 'time' ? writeMoment(row.time.moment) : row.time.date
      const what =
        [thing.name, row.label, row.value].filter(text => text.trim() !== '').join(', ') || `Line ${row.line}`
      if (result.state === 'none') collector.ignore(`${quote(thing.name || 'Rows')}: no`, 1)
      else if (result.state === 'left-out') collector.leaveOut(result.reason, what.slice(0, 200), when)
      else if (isSecondOfDay(result.draft, days))
        collector.leaveOut('a second one on that day', what.slice(0, 200), when)
      else
        collector.add({
          key: keyOf([
            row.time.state === 'time' ? row.time.wall : row.time.date,
            thing.name,
            // Known programs have one record of a thing at a time: its amount may be corrected later.
            ...(known === null ? [plainName(row.value), plainName(row.label)] : []),
          ]),
          // Programs of this sort log when the person presses the button.
          loggedAt: result.draft.at,
          draft: result.draft,
        })
    }
  }
}

/** Facts about a whole day are one entry of each date. */
function isSecondOfDay(draft: EntryDraft, days: Set<string>): boolean {
  if (draft.kind !== 'day' && !(draft.kind === 'own-factor' && draft.amount === null)) return false
  const day = `${draft.kind === 'day' ? '' : draft.factorId} ${calendarDate(draft)}`
  const isSecond = days.has(day)
  days.add(day)
  return isSecond
}

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
interface ReadThings {
  readonly things: readonly Thing[]
  readonly leftOut: readonly LeftOut[]
  readonly ignored: ReadonlyMap<string, number>
}

/** Last reading of each table: most answers are about what its things become, and change nothing in it. */
const lastReadings = new WeakMap<Table, { readonly key: string; readonly read: ReadThings }>()

function readOnce(table: Table, key: string, read: () => ReadThings): ReadThings {
  const last = lastReadings.get(table)
  if (last?.key === key) return last.read
  const fresh = read()
  lastReadings.set(table, { key, read: fresh })
  return fresh
}

function readThings(
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
  return { ...listThings(timed, table, roles, known), leftOut }
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
): Omit<ReadThings, 'leftOut'> {
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

interface PlannedThing {
  readonly thing: Thing
  /** Null while a question about it is open. */
  readonly plan: Plan | null
}

/** Names that are offered: the calls take no more. */
const MOST_OFFERED = 1_000
/** Names that are listed one by one among what is ignored. */
const MOST_IGNORED = 200

function planThings(
  things: readonly Thing[],
  roles: AskedRoles,
  known: KnownTable | null,
  { zone }: TimeReading,
  asking: Asking,
  collector: Collector,
): PlannedThing[] {
  const { context } = collector
  const picked =
    roles.rows === 'named' || roles.rows === 'columns' ? pickThings(things, asking, collector) : things
  /** Cells of the numbers of a thing: those of its column, or of the one column of all. */
  const signOf = ({ name }: Thing, ofThing: readonly Thing[]) => {
    if (known !== null) return 'point' as const
    const column = roles.rows === 'columns' ? name : (roles.value?.name ?? '')
    return settleDecimalSign(
      column,
      ofThing.flatMap(({ rows }) => rows.map(({ value }) => value)),
      asking,
    )
  }
  const common = roles.rows === 'columns' || picked[0] === undefined ? null : signOf(picked[0], picked)
  return picked.map(thing => {
    const kind =
      roles.rows === 'named' || roles.rows === 'columns' ? askKind(thing, context, asking) : roles.rows
    const decimalSign = roles.rows === 'columns' ? signOf(thing, [thing]) : common
    if (kind === null || decimalSign === null) return { thing, plan: null }
    return { thing, plan: planKind(kind, thing, { asking, history: context, zone, decimalSign }) }
  })
}

/** Things that the person picks; the others are counted as ignored. */
function pickThings(things: readonly Thing[], asking: Asking, collector: Collector): Thing[] {
  const offered = things.slice(0, MOST_OFFERED)
  if (offered.length === 0) return []
  const { context } = collector
  const chosen = asking.several({
    id: 'things',
    group: 'Things',
    text: 'Which of these belong in your journal?',
    options: offered.map(({ name, rows }) => ({
      id: idOfName(name),
      label: `${shorten(name)} (${rows.length})`,
    })),
    suggested: offered
      .filter(({ name }) => guessKind(name, context) !== null)
      .map(({ name }) => idOfName(name)),
  })
  if (chosen === null) return []
  for (const [index, { name, rows }] of things.entries())
    if (!chosen.has(idOfName(name)))
      collector.ignore(index < MOST_IGNORED ? shorten(name) : 'Other names', rows.length)
  return offered.filter(({ name }) => chosen.has(idOfName(name)))
}

type ThingKind = Exclude<RowMeaning, 'named' | 'columns'> | 'foot-exercises' | `factor:${number}`

function guessKind(name: string, { ownFactors }: HistoryContext): ThingKind | null {
  const key = getFactorNameKey(name)
  const factor = ownFactors.find(one => !one.archived && getFactorNameKey(one.name) === key)
  if (factor !== undefined) return `factor:${factor.id}`
  if (looksLikeCramp(name)) return 'cramp'
  if (guessDrink(name) !== null) return 'fluid'
  if (looksLikeSleep(name)) return 'night'
  return guessActivity(name) === null ? null : 'activity'
}

function askKind({ name }: Thing, context: HistoryContext, asking: Asking): ThingKind | null {
  const factors = context.ownFactors.filter(({ archived }) => !archived)
  const options: readonly OptionOf<ThingKind>[] = [
    { id: 'cramp', label: 'A cramp' },
    { id: 'fluid', label: 'A drink' },
    { id: 'activity', label: 'An activity' },
    { id: 'night', label: 'A night' },
    { id: 'foot-exercises', label: 'Minutes of foot exercises' },
    ...factors.map(factor => ({ id: `factor:${factor.id}` as const, label: factor.name })),
  ]
  return asking.one({
    id: `kind:${idOfName(name)}`,
    group: 'Things',
    text: `What is ${quote(name)}?`,
    options,
    suggested: guessKind(name, context),
  })
}

function planKind(kind: ThingKind, thing: Thing, context: PlanContext): Plan | null {
  if (kind === 'cramp') return planCramp(thing, context)
  if (kind === 'fluid') return planFluid(thing, context)
  if (kind === 'activity') return planActivity(thing, context)
  if (kind === 'night') return planNight(thing, context)
  if (kind === 'foot-exercises') return planFootExercises(thing, context)
  const factor = findFactor(kind, context.history.ownFactors)
  return factor === undefined ? null : planOwnFactor(factor, context)
}

const findFactor = (kind: `factor:${number}`, factors: readonly OwnFactor[]) =>
  factors.find(({ id }) => kind === `factor:${id}`)

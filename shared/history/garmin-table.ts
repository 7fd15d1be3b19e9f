/**
 * Training of Garmin Connect's list of activities, saved as a table (CSV). Its columns follow the account's language and the
 * sports in the list, so that the first seven are read by position:
 *
 *     type, date, favourite, title, distance, calories, time, ...
 *
 * The ascent is found by its name. Dates are wall clocks without a zone. No unit is in the table: kilometres or miles by the
 * account, metres or yards for swims in the same column.
 */
import type { CsvDialect } from '../csv/dialect.ts'
import { readNumber } from '../csv/numbers.ts'
import { CellProblem } from '../csv/text.ts'
import { addSession } from './activity-entries.ts'
import { type ActivityMeaning, meaningOfTrackerName, normaliseName } from './activity-names.ts'
import { type Collector, collect } from './collector.ts'
import { isCutOff } from './cut-off.ts'
import { readDateText, settleDialect } from './date-texts.ts'
import { createDigestKeys } from './digest-key.ts'
import type { Answers, HistoryContext, Interpretation } from './history.ts'
import { METRES } from './table-numbers.ts'
import { noteRepeated, ofWallMs } from './wall-clock.ts'
import { askZone, readZoneAnswer, type ZoneClock } from './zones.ts'

/** Cells of an activity, as they are written. */
interface GarminRow {
  readonly type: string
  readonly date: string
  readonly title: string
  readonly distance: string
  readonly time: string
  /** Empty where the table has no such column. */
  readonly ascent: string
}

export interface GarminTableScan {
  readonly rows: readonly GarminRow[]
  /** All numbers of the table, which show its decimal sign. */
  readonly numbers: readonly string[]
  /** Lines that do not have the columns, by what they begin with. */
  readonly damaged: readonly string[]
}

const [TYPE, DATE, TITLE, DISTANCE, TIME] = [0, 1, 3, 4, 6]
const LEAST_COLUMNS = 10

/** `0:31`, `00:47:58`, `00:08:02.2` */
const TIMER = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?$/
const MISSING = /^(?:-{1,2}|)$/
const NUMBER = /^-?\d[\d.,  ’']*$/

const anyOrder: Pick<CsvDialect, 'dateOrders'> = {
  dateOrders: { '.': 'day-first', '/': 'day-first', '-': 'day-first' },
}

const isNumber = (cell: string) => MISSING.test(cell) || NUMBER.test(cell)

/** True for cells in which the first seven columns of an activity lie. */
const isActivity = (cells: readonly string[]) =>
  cells.length >= LEAST_COLUMNS &&
  /\p{L}/u.test(cells[TYPE] ?? '') &&
  readDateText(cells[DATE] ?? '', anyOrder) !== null &&
  isNumber((cells[DISTANCE] ?? '').trim()) &&
  TIMER.test((cells[TIME] ?? '').trim())

/** True for the first lines of such a table, in any language. */
export function isGarminTable([header = [], ...rows]: readonly (readonly string[])[]): boolean {
  if (header.length < LEAST_COLUMNS || header.some(cell => /^\d/.test(cell))) return false
  if (rows.length === 0) return header.slice(0, 4).join(',') === 'Activity Type,Date,Favorite,Title'
  return rows.some(row => realign(row, header.length) !== null)
}

/** Parts of the names of the ascent, and of the descent, in the languages of Garmin Connect; accents and blanks left out. */
const ASCENT =
  /ascent|elevgain|elevationgain|anstieg|hohenmeter|stigning|hojdokning|wznios|wzniesien|podejsc|subida|ascens|ascesa|stijging|hoogtewinst|ganhodeelev|ganhodealt|deniveleposit|gaindalt/
const DESCENT =
  /descent|elevloss|abstieg|ned|fald|minsk|spad|zejsc|descida|discesa|descens|daling|perda|negati|perte/

const findAscent = (header: readonly string[]) =>
  header.findIndex(cell => {
    const name = normaliseName(cell)
    return ASCENT.test(name) && !DESCENT.test(name)
  })

/** @returns null for a table that ends within a line */
export function readGarminTable([
  header = [],
  ...lines
]: readonly (readonly string[])[]): GarminTableScan | null {
  if (isCutOff(lines, header.length)) return null
  const ascent = findAscent(header)
  const rows: GarminRow[] = []
  const numbers: string[] = []
  const damaged: string[] = []
  for (const line of lines) {
    const cells = realign(line, header.length)
    if (cells === null) {
      damaged.push(line.join(', ').slice(0, 60))
      continue
    }
    const cellAt = (index: number) => (cells[index] ?? '').trim()
    rows.push({
      type: cellAt(TYPE),
      date: cellAt(DATE),
      title: cellAt(TITLE),
      distance: cellAt(DISTANCE),
      time: cellAt(TIME),
      ascent: ascent < 0 ? '' : cellAt(ascent),
    })
    for (const cell of cells.slice(DISTANCE)) if (NUMBER.test(cell.trim())) numbers.push(cell.trim())
  }
  return { rows, numbers, damaged }
}

/**
 * Cells of a line by the columns of the header. In a table without quotes, commas of titles and between thousands have cut
 * cells up: those before the time are put together again. Null if the line does not fit.
 */
function realign(line: readonly string[], columns: number): readonly string[] | null {
  if (line.length <= columns) return isActivity(line) ? line : null
  const time = line.findIndex((cell, index) => index >= TIME && TIMER.test(cell.trim()))
  if (time < 0) return null
  const pieces = line.slice(TITLE, time).map(cell => cell.trim())
  const calories = pieces.pop() ?? ''
  // A session of 10,000 calories is none.
  if (
    /^\d$/.test(pieces.at(-1) ?? '') &&
    cutsThousands(pieces.at(-1), calories) &&
    isNumber(pieces.at(-2) ?? '') &&
    pieces.length > 2
  )
    pieces.pop()
  const distance = pieces.pop() ?? ''
  const thousands = cutsThousands(pieces.at(-1), distance) && pieces.length > 1 ? `${pieces.pop()},` : ''
  // Cells behind the time may be cut up in unknown places, and are not read.
  const isRestAligned = line.length - columns === time - TIME
  const cells = [
    ...line.slice(0, TITLE),
    ...[pieces.join(', '), thousands + distance, calories],
    ...(isRestAligned
      ? line.slice(time)
      : [line[time] ?? '', ...Array.from({ length: columns - TIME - 1 }, () => '')]),
  ]
  return isActivity(cells) ? cells : null
}

/** True for `1` and `200`, the two halves of `1,200`. */
const cutsThousands = (first: string | undefined, second: string) =>
  /^[1-9]\d{0,2}$/.test(first ?? '') && /^\d{3}(?:\.\d+)?$/.test(second)

/** Unit of distances in the account. */
type LongUnit = 'km' | 'mi'
/** Unit of swims. */
type PoolUnit = 'm' | 'yd'

interface ReadRow {
  readonly row: GarminRow
  readonly wallMs: number
  readonly seconds: number
  readonly meaning: ActivityMeaning | null
  /** By its name, or by what the person has answered about the name. */
  readonly isSwim: boolean
  readonly distance: number | null
  readonly ascent: number | null
}

export function interpretGarminTable(
  { rows, numbers, damaged }: GarminTableScan,
  answers: Answers,
  context: HistoryContext,
): Interpretation {
  const collector = collect(answers, context)
  collector.ask(askZone(context))
  const clock = readZoneAnswer(answers)
  const dialect = settleDialect({ dates: rows.map(({ date }) => date), numbers, delimiter: ',' }, collector)
  for (const start of damaged) collector.leaveOut('a damaged line', start, '')
  if (dialect === null) return collector.finish()
  const read = rows.flatMap(row => readRow(row, dialect, answers) ?? leaveUnread(row, collector))
  const long = read.filter(row => row.distance !== null && !isShortSwim(row))
  const longUnit = long.length === 0 ? 'km' : askForUnit(long, collector)
  const poolUnit = read.some(isShortSwim) ? askForPool(collector) : 'm'
  if (clock === null || longUnit === null || poolUnit === null) return collector.finish()
  collector.note('Times are by the clock of the place where you were.')
  checkPace(long, longUnit, collector)
  addRows(read, { longUnit, poolUnit }, clock, collector)
  return collector.finish()
}

function leaveUnread(row: GarminRow, collector: Collector): [] {
  collector.leaveOut('a date or number that Unknot cannot read', row.type, row.date)
  return []
}

function readRow(row: GarminRow, dialect: CsvDialect, answers: Answers): ReadRow | null {
  const [, hours = '0', minutes, seconds, fraction = ''] = TIMER.exec(row.time) ?? []
  const wallMs = readDateText(row.date, dialect)
  if (wallMs === null) return null
  const meaning = row.type === '' ? 'other' : meaningOfTrackerName(row.type)
  try {
    return {
      row,
      wallMs,
      seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction || 0}`),
      meaning,
      isSwim: (meaning ?? answers[`activity:${row.type}`]) === 'swim',
      distance: readOptional(row.distance, dialect),
      ascent: readOptional(row.ascent, dialect),
    }
  } catch (error) {
    if (error instanceof CellProblem) return null
    throw error
  }
}

/** Null where nothing was measured, which the table writes as `--` or 0. */
function readOptional(cell: string, { decimalSign }: CsvDialect): number | null {
  if (MISSING.test(cell)) return null
  const value = readNumber(cell, decimalSign)
  return value > 0 ? value : null
}

/** Speed in km/h that no swimmer reaches: a greater number is in metres or yards. */
const TOO_FAST_TO_SWIM = 10

/** True for a swim whose distance would be impossible in kilometres. */
const isShortSwim = ({ isSwim, distance, seconds }: ReadRow) =>
  isSwim && distance !== null && distance > (TOO_FAST_TO_SWIM * seconds) / 3600

/** Minutes of running for one unit of distance, in the middle of all runs; null without runs. */
function findPace(rows: readonly ReadRow[]): number | null {
  const paces = rows
    .flatMap(({ meaning, seconds, distance }) =>
      meaning === 'run' && distance !== null ? [seconds / 60 / distance] : [],
    )
    .toSorted((a, b) => a - b)
  return paces[Math.floor(paces.length / 2)] ?? null
}

/** Most people run a kilometre in 4 to 7.5 minutes and a mile in 8.5 to 12; between the two either may be. */
const SURELY_KM = 7.5
const SURELY_MILES = 8.5

function askForUnit(rows: readonly ReadRow[], collector: Collector): LongUnit | null {
  const pace = findPace(rows)
  const example = rows.find(({ meaning }) => meaning === 'run') ?? rows[0]
  const suggested = pace === null ? null : pace < SURELY_KM ? 'km' : pace > SURELY_MILES ? 'mi' : null
  const answer = collector.ask({
    id: 'distance-unit',
    group: 'Distances',
    text: 'Are distances in kilometres or miles?',
    help:
      example === undefined
        ? ''
        : `The file does not say. It has “${example.row.type}, ${example.row.distance}” on ${example.row.date.replace(/[ T]\d{1,2}:.*$/, '')}.`,
    answer: {
      kind: 'one',
      options: [
        { id: 'km', label: 'Kilometres, and climbs in metres' },
        { id: 'mi', label: 'Miles, and climbs in feet' },
      ],
    },
    suggested,
    isNeeded: true,
  })
  return answer === 'km' || answer === 'mi' ? answer : null
}

function askForPool(collector: Collector): PoolUnit | null {
  const answer = collector.ask({
    id: 'pool-unit',
    group: 'Distances',
    text: 'Are swims in metres or yards?',
    help: 'The file does not say.',
    answer: {
      kind: 'one',
      options: [
        { id: 'm', label: 'Metres' },
        { id: 'yd', label: 'Yards' },
      ],
    },
    suggested: null,
    isNeeded: true,
  })
  return answer === 'm' || answer === 'yd' ? answer : null
}

/** Minutes for a kilometre: the record of running it, and a pace slower than a stroll. */
const FASTEST_KM = 2.2
const SLOWEST_KM = 15

function checkPace(rows: readonly ReadRow[], unit: LongUnit, collector: Collector): void {
  const pace = findPace(rows)
  const minutes = pace === null ? null : (pace * 1000) / METRES[unit]
  if (minutes !== null && (minutes < FASTEST_KM || minutes > SLOWEST_KM))
    collector.note(
      `By this unit your runs take about ${minutes.toFixed(1)} minutes for a kilometre. Check if it is the right one.`,
    )
}

function addRows(
  read: readonly ReadRow[],
  { longUnit, poolUnit }: { readonly longUnit: LongUnit; readonly poolUnit: PoolUnit },
  clock: ZoneClock,
  collector: Collector,
): void {
  const keyOf = createDigestKeys()
  let repeated = 0
  for (const one of read) {
    const { row, wallMs, seconds, meaning, distance, ascent } = one
    const { moment, doubt } = ofWallMs(clock, wallMs)
    if (doubt === 'twice') repeated++
    const unit = isShortSwim(one) ? poolUnit : longUnit
    addSession(
      {
        // The title and the type can be changed in Garmin Connect, the start and the timer cannot.
        key: keyOf(['garmin', wallMs, seconds]),
        loggedAt: null,
        name: row.type,
        meaning,
        start: moment,
        seconds,
        distanceM: distance === null ? null : distance * METRES[unit],
        climbM: ascent === null ? null : ascent * (longUnit === 'mi' ? METRES.ft : METRES.m),
        ...{ exertion: null, waterTemperatureC: null },
        texts: [row.title],
      },
      collector,
    )
  }
  noteRepeated(repeated, ['activity', 'activities'], collector)
}

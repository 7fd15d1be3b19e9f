/**
 * Dates and times of a table: which order its dates are written in, and the moments that its rows mean. What the cells leave
 * open is asked.
 */
import type { DateOrder } from '../csv/dialect.ts'
import { CellProblem, normaliseCell } from '../csv/text.ts'
import { cutOffset, formatClock, readClock, readDate, splitDateAndClock } from '../csv/times.ts'
import { addDays, type CalendarDate, dateOfDayNumber, dayNumber, spellDate } from '../time/calendar-date.ts'
import { calendarDate, type Moment, MS_PER_DAY, MS_PER_MINUTE, wallClockMs } from '../time/moment.ts'
import { type Asking, idOfName, quote } from './asking.ts'
import { type NightDate, placeNight } from './bed-times.ts'
import { cutWeekday, translateMonth } from './month-names.ts'
import { isOffset, type ZoneClock } from './zones.ts'

/** Order of the numbers of a date. The year is first in ISO dates, which need no answer, and in some with two digits. */
export type TableDateOrder = DateOrder | 'year-first'

/** `20.11.2026`, `20/11/26`, `26. 11. 20.` */
const NUMERIC = /^(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d{2})(?!\d)\.?/
const ISO = /^\d{4}-\d\d-\d\d/
/** `20-Nov-26`: the year of a named month. */
const NAMED_SHORT_YEAR = /^(\d{1,2}[. -]+\p{L}{3,}[., -]+)(\d{2})(?!\d)/u

const CENTURY = 2000

interface NumericDate {
  readonly text: string
  readonly first: number
  readonly sign: string
  readonly second: number
  readonly last: number
  readonly hasShortYear: boolean
  /** Text after the date. */
  readonly rest: string
}

function findNumericDate(cell: string): NumericDate | null {
  if (ISO.test(cell)) return null
  const match = NUMERIC.exec(cutWeekday(cell))
  if (match === null) return null
  const [text, first, sign = '', second, last = ''] = match
  return {
    text,
    first: Number(first),
    sign,
    second: Number(second),
    last: Number(last),
    hasShortYear: last.length === 2,
    rest: match.input.slice(text.length),
  }
}

/** @returns null for a date that does not exist in this order */
function toDate(
  { first, sign, second, last, hasShortYear }: NumericDate,
  order: TableDateOrder,
): CalendarDate | null {
  const year = hasShortYear ? CENTURY + last : last
  if (order === 'year-first') return hasShortYear ? makeDate(CENTURY + first, second, last) : null
  // A date with points has its day first in every region.
  return order === 'month-first' && sign !== '.'
    ? makeDate(year, first, second)
    : makeDate(year, second, first)
}

function makeDate(year: number, month: number, day: number): CalendarDate | null {
  const [yyyy, mm, dd] = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ]
  const date = `${yyyy}-${mm}-${dd}`
  return isDate(date) ? date : null
}

function isDate(text: string): boolean {
  try {
    dayNumber(text)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Runs a reader of cells; null where it refuses. */
function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof CellProblem) return null
    throw error
  }
}

/** Only dates that are no longer ambiguous are left to it. */
const anyDialect = { dateOrders: { '.': 'day-first', '/': 'day-first', '-': 'day-first' } } as const

/** Rewrites a numeric date at the beginning of a cell as an ISO date; null where it does not exist in this order. */
function withIsoDate(cell: string, order: TableDateOrder): string | null {
  const numeric = findNumericDate(cell)
  if (numeric !== null) {
    const date = toDate(numeric, order)
    return date === null ? null : `${date}${numeric.rest}`
  }
  return /\p{L}{3}/u.test(cell)
    ? translateMonth(cutWeekday(cell))
        .replaceAll(/(?<=[\p{L}\d]) de (?=[\p{L}\d])/gu, ' ')
        .replace(NAMED_SHORT_YEAR, (_, start: string, year: string) => `${start}${CENTURY + Number(year)}`)
    : cell
}

interface WallTime {
  readonly date: CalendarDate
  /** Milliseconds after midnight; null where the cell holds a date alone. */
  readonly clockMs: number | null
}

/** Longest date with a time: `Wednesday, 30 September 2026 at 12:34:56 p. m. +05:30`. */
const LONGEST_TIME = 60

/** Reads a normalised cell without offset that holds a date, or a date with a time. */
function readWallTime(cell: string, order: TableDateOrder): WallTime | null {
  if (cell.length > LONGEST_TIME || !/\d/.test(cell)) return null
  const iso = withIsoDate(cell, order)
  if (iso === null) return null
  const plain = plainClock(iso.replace(/(?<=\d) (?:at|um|à|kl\.?) (?=\d)/, ' '))
  const split = splitDateAndClock(plain)
  const date = orNull(() => readDate(split?.date ?? plain, anyDialect))
  if (date === null) return null
  if (split === null) return { date, clockMs: null }
  const clockMs = orNull(() => readClock(split.clock))
  return clockMs === null ? null : { date, clockMs }
}

/** Halves of the day in other languages, in front of the time or behind it. */
const halves: readonly (readonly [RegExp, string])[] = [
  [/(?:오전|上午|午前|ÖÖ|π\.?μ\.?|a\. ?m\.)/iu, 'am'],
  [/(?:오후|下午|午後|ÖS|μ\.?μ\.?|p\. ?m\.)/iu, 'pm'],
]

/** `下午3:05` and `3:05 ÖS` as `3:05 pm`. */
function plainClock(cell: string): string {
  if (/^[\d\s:.,T/-]*$/.test(cell)) return cell
  for (const [pattern, half] of halves)
    if (pattern.test(cell)) return `${cell.replace(pattern, '').replaceAll(/ +/g, ' ').trim()} ${half}`
  return cell
}

export const readClockCell = (text: string): number | null => {
  const cell = normaliseCell(text)
  return cell.length > LONGEST_TIME ? null : orNull(() => readClock(plainClock(cell)))
}

const orders: readonly TableDateOrder[] = ['day-first', 'month-first', 'year-first']

/** Normal form of a time. The name of the zone behind an offset says nothing more: `+01:00[Europe/Paris]`. */
export const plainTime = (cell: string): string => normaliseCell(cell).replace(/\[[\w/+-]+\]$/, '')

/** @param cell in its normal form */
export const hasOffset = (cell: string): boolean =>
  /\d[:.]?\d\d.*(?:Z|UTC|[+-]\d\d:?\d\d)$/i.test(cell) && cutOffset(cell).offsetMinutes !== null
export const canBeDate = (cell: string): boolean =>
  orders.some(order => readWallTime(cell, order)?.clockMs === null)
export const canBeDateTime = (cell: string): boolean =>
  orders.some(order => (readWallTime(cutOffset(cell).local, order)?.clockMs ?? null) !== null)
export const canBeClock = (cell: string): boolean =>
  /\d[:.h ]|[ap]\.? ?m/i.test(cell) && readClockCell(cell) !== null
export const canBeEpoch = (cell: string): boolean => readEpoch(cell) !== null

/** Instants that a log on a phone or computer can have. */
const FIRST_EPOCH_MS = Date.UTC(2000, 0, 1)
const LAST_EPOCH_MS = Date.UTC(2100, 0, 1)

/** Seconds or milliseconds since 1970, by their number of digits. */
function readEpoch(cell: string): number | null {
  if (!/^(?:\d{9,10}|\d{12,13})$/.test(cell)) return null
  const at = cell.length > 10 ? Number(cell) : Number(cell) * 1000
  return at >= FIRST_EPOCH_MS && at < LAST_EPOCH_MS ? at : null
}

/** Orders that the dates of a column can have, by the dates alone. */
interface OrdersFound {
  /** One where the dates decide; none where there is no numeric date. */
  readonly possible: readonly TableDateOrder[]
  /** Date that reads differently in them. */
  readonly sample: string
  /** Order by which the rows follow one another and none lies ahead; null where that says nothing. */
  readonly likely: TableDateOrder | null
}

/**
 * Finds the order of numeric dates. A date that exists in one order only decides for the column; a mistyped one, which exists
 * in none, does not count.
 */
function findDateOrders(cells: readonly string[], now: Moment): OrdersFound {
  const dates = cells.flatMap(cell => findNumericDate(normaliseCell(cell)) ?? [])
  const readings = orders.flatMap(order => {
    if (order === 'year-first' && !canHaveYearFirst(dates)) return []
    const days = dates.flatMap(date => {
      const day = toDate(date, order)
      return day === null ? [] : [dayNumber(day)]
    })
    return days.length === 0 ? [] : [{ order, days }]
  })
  const most = Math.max(...readings.map(({ days }) => days.length))
  const whole = readings.filter(({ days }) => days.length === most)
  // 05/05/2026, and dates with points, are the same in either order.
  const different = whole.filter(
    ({ days }, index) => !whole.slice(0, index).some(other => isEqual(other.days, days)),
  )
  const sample = dates.find(date => new Set(different.map(({ order }) => toDate(date, order))).size > 1)
  return {
    possible: different.map(({ order }) => order),
    sample: sample?.text ?? '',
    likely: findLikely(different, dayNumber(calendarDate(now))),
  }
}

/** True where the last number changes more than the first, as days do and years do not: `26. 9. 18.`, `26. 9. 19.` */
function canHaveYearFirst(dates: readonly NumericDate[]): boolean {
  const firsts = new Set(dates.map(({ first }) => first))
  const lasts = new Set(dates.map(({ last }) => last))
  return dates.every(({ hasShortYear, first }) => hasShortYear && first >= 10) && lasts.size > firsts.size
}

const isEqual = (one: readonly number[], other: readonly number[]) =>
  one.length === other.length && one.every((value, index) => value === other[index])

interface Reading {
  readonly order: TableDateOrder
  readonly days: readonly number[]
}

/** A log is written day after day: read in the wrong order, its dates jump by months. */
function findLikely(readings: readonly Reading[], today: number): TableDateOrder | null {
  const rated = readings.map(({ order, days }) => ({
    order,
    ahead: days.filter(day => day > today + 1).length,
    jumps: days.reduce((sum, day, index) => sum + Math.abs(day - (days[index - 1] ?? day)), 0),
  }))
  const [best, next] = rated.toSorted((a, b) => a.ahead - b.ahead || a.jumps - b.jumps)
  if (best === undefined) return null
  const isClear = next === undefined || best.ahead < next.ahead || best.jumps * 2 < next.jumps
  return isClear ? best.order : null
}

/** Order of the dates of a column: found, or asked with each reading of one of them. Null while it is not answered. */
export function settleDateOrder(
  column: string,
  cells: readonly string[],
  now: Moment,
  asking: Asking,
): TableDateOrder | null {
  const { possible, sample, likely } = findDateOrders(cells, now)
  const [only = 'day-first', ...others] = possible
  if (others.length === 0) return only
  const date = findNumericDate(sample)
  return asking.one({
    id: `date-order:${idOfName(column)}`,
    group: 'Times',
    text: `Which date is “${sample}” in the column ${quote(column)}?`,
    options: possible.map(order => ({
      id: order,
      label: spellDate((date && toDate(date, order)) ?? dateOfDayNumber(0)),
    })),
    suggested: likely,
  })
}

/** Time of a row. */
export type RowTime =
  | {
      readonly state: 'time'
      readonly moment: Moment
      /** Local time as the file tells it, or its instant: part of the record's key. */
      readonly wall: string
    }
  | { readonly state: 'date'; readonly date: CalendarDate }
  | { readonly state: 'problem'; readonly reason: string }

const NO_DATE = 'no date that Unknot can read'
const NO_CLOCK = 'no time of day that Unknot can read'
const NO_OFFSET = 'a time zone that does not exist'

/** Inputs for reading the times of a column. */
export interface TimeReading {
  readonly order: TableDateOrder
  readonly zone: ZoneClock | null
  /** True where the offsets of the column say nothing, all being 0: its times are instants, and the zone is asked. */
  readonly isByInstant: boolean
  /** True where every time of the column is midnight: programs write plain dates like that. */
  readonly isDateOnly: boolean
}

/**
 * Reads the time of a row.
 *
 * @param clock cell with the time of day where the date has a column of its own; null where there is none
 */
export function readRowTime(dateCell: string, clock: string | null, reading: TimeReading): RowTime {
  const cell = plainTime(dateCell)
  const at = readEpoch(cell)
  if (at !== null) return ofInstant(at, reading.zone)
  const { local, offsetMinutes } = hasOffset(cell) ? cutOffset(cell) : { local: cell, offsetMinutes: null }
  const wall = readWallTime(local, reading.order)
  if (wall === null) return { state: 'problem', reason: NO_DATE }
  const hasClock = clock !== null && normaliseCell(clock) !== ''
  if (!hasClock && (reading.isDateOnly || wall.clockMs === null)) return { state: 'date', date: wall.date }
  const clockMs = hasClock ? readClockCell(clock) : wall.clockMs
  if (clockMs === null) return { state: 'problem', reason: NO_CLOCK }
  if (offsetMinutes !== null) {
    const instant = dayNumber(wall.date) * MS_PER_DAY + clockMs - offsetMinutes * MS_PER_MINUTE
    if (reading.isByInstant) return ofInstant(instant, reading.zone)
    if (!isOffset(offsetMinutes)) return { state: 'problem', reason: NO_OFFSET }
    return { state: 'time', moment: { at: instant, offsetMinutes }, wall: String(instant) }
  }
  const text = formatClock(clockMs)
  const found = reading.zone?.ofWallClock(wall.date, text) ?? null
  if (found === null) return { state: 'problem', reason: NO_DATE }
  return { state: 'time', moment: found.moment, wall: `${wall.date}T${text}` }
}

function ofInstant(at: number, zone: ZoneClock | null): RowTime {
  return zone === null
    ? { state: 'problem', reason: NO_DATE }
    : { state: 'time', moment: zone.ofInstant(at), wall: String(at) }
}

/**
 * Start and end of something whose end is a clock time alone: the next such time after the start. Of a night the date may be that
 * of getting up.
 *
 * @param nightDate null for what is no night
 */
export function readNightTimes(
  start: Extract<RowTime, { state: 'time' }>,
  endCell: string,
  { zone }: TimeReading,
  nightDate: NightDate | null,
): { readonly time: RowTime; readonly end: RowTime } {
  const bedMs = wallClockMs(start.moment) % MS_PER_DAY
  const wakeMs = readClockCell(endCell)
  if (wakeMs === null) return { time: start, end: { state: 'problem', reason: NO_CLOCK } }
  const date = calendarDate(start.moment)
  const { bedDate, wakeDate } =
    nightDate === null
      ? { bedDate: date, wakeDate: bedMs < wakeMs ? date : addDays(date, 1) }
      : placeNight(date, { bed: formatClock(bedMs), wake: formatClock(wakeMs) }, nightDate)
  const { offsetMinutes } = start.moment
  const onDate = (day: CalendarDate, clockMs: number): RowTime => {
    const moment =
      zone === null
        ? { at: dayNumber(day) * MS_PER_DAY + clockMs - offsetMinutes * MS_PER_MINUTE, offsetMinutes }
        : zone.ofWallClock(day, formatClock(clockMs))?.moment
    return moment === undefined
      ? { state: 'problem', reason: NO_DATE }
      : { state: 'time', moment, wall: `${day}T${formatClock(clockMs)}` }
  }
  return { time: onDate(bedDate, bedMs), end: onDate(wakeDate, wakeMs) }
}

/** True where every offset in a column is 0: written in UTC, wherever the person was. */
export const hasOnlyZeroOffsets = (cells: readonly string[]): boolean =>
  cells.every(cell => (cutOffset(plainTime(cell)).offsetMinutes ?? 0) === 0)

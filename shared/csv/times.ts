/** Dates and times in cells. Forms with a single reading are parsed; others are asked about or refused, never guessed. */
import { type CalendarDate, dateOfDayNumber, dayNumber, weekday } from '../time/calendar-date.ts'
import {
  calendarDate,
  type Moment,
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  nearestInstant,
  wallClockMs,
} from '../time/moment.ts'
import { isByClockOf, listMomentsAt, momentAt, momentOfEnd } from '../time/time-zone.ts'
import { type CsvDialect, dateSigns, tightenDate, WEEKDAY, YEAR_LAST } from './dialect.ts'
import { CellProblem, normaliseCell } from './text.ts'

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** Year first: `2026-11-20`, `2026/1/5`, `2026.11.20`. The month is second in every region. */
const YEAR_FIRST = /^(\d{4})([./ -])(\d{1,2})\2(\d{1,2})$/
const COMPACT = /^(\d{4})(\d\d)(\d\d)$/
/** `20 November 2026`, `20-Nov-2026`, `20th Nov. 2026`. */
const DAY_AND_NAME = /^(\d{1,2})(?:st|nd|rd|th)?[. /-]*([a-z]+)[., /-]*(\d{4})$/i
/** `November 20, 2026`. */
const NAME_AND_DAY = /^([a-z]+)[. /-]*(\d{1,2})(?:st|nd|rd|th)?[, /-]+(\d{4})$/i
/** `2026-Nov-20`. */
const YEAR_AND_NAME = /^(\d{4})[. /-]*([a-z]+)[. /-]*(\d{1,2})$/i
/** Midnight after a date, as programs write plain dates. */
export const MIDNIGHT = /(?:T| )0?0:00(?::00(?:\.0+)?)?$/

const NO_SUCH_DAY = 'There is no such day. Check the day and the month of this date.'
const WRITE_DATE = 'Unknot cannot read this date. Write it as 2026-11-20.'

/** @throws CellProblem */
export function readDate(text: string, { dateOrders }: Pick<CsvDialect, 'dateOrders'>): CalendarDate {
  const cell = normaliseCell(text)
  if (cell === '') throw new CellProblem('Enter a date such as 2026-11-20.')
  const named = WEEKDAY.exec(cell)
  const day = findName(weekdays, named?.[1] ?? '')
  const date = readBareDate(
    (day < 0 ? cell : cell.slice(named?.[0].length)).replace(MIDNIGHT, ''),
    dateOrders,
  )
  if (day >= 0 && weekday(date) !== day)
    throw new CellProblem(`${date} is another day of the week. Check this date.`)
  return date
}

function readBareDate(cell: string, dateOrders: CsvDialect['dateOrders']): CalendarDate {
  const tight = tightenDate(cell)
  const last = YEAR_LAST.exec(tight)
  if (last !== null && last[0] === tight) {
    const sign = dateSigns.find(one => one === last[2])
    const isMonthFirst = sign !== undefined && dateOrders[sign] === 'month-first'
    return isMonthFirst ? toDate(last[4], last[1], last[3]) : toDate(last[4], last[3], last[1])
  }
  const first = YEAR_FIRST.exec(tight)
  if (first !== null) return toDate(first[1], first[3], first[4])
  const compact = COMPACT.exec(tight)
  if (compact !== null && /^(19|20|21)/.test(tight)) return toDate(compact[1], compact[2], compact[3])
  const dayAndName = DAY_AND_NAME.exec(cell)
  if (dayAndName !== null) return toDate(dayAndName[3], monthOf(dayAndName[2]), dayAndName[1])
  const nameAndDay = NAME_AND_DAY.exec(cell)
  if (nameAndDay !== null) return toDate(nameAndDay[3], monthOf(nameAndDay[1]), nameAndDay[2])
  const yearAndName = YEAR_AND_NAME.exec(cell)
  if (yearAndName !== null) return toDate(yearAndName[1], monthOf(yearAndName[2]), yearAndName[3])
  if (/^\d{4,5}([.,]\d+)?$/.test(cell))
    throw new CellProblem(
      'This is the number by which a spreadsheet counts days. Format the column as a date, or write it as 2026-11-20.',
    )
  if (/^\d{1,2}[./ -]+(\d{1,2}|[a-z]{3,9})[., /-]+\d{2}$/i.test(cell))
    throw new CellProblem('Enter the year with all four digits, preferably as 2026-11-20.')
  throw new CellProblem(WRITE_DATE)
}

function monthOf(name = ''): string {
  const index = findName(monthNames, name)
  if (index < 0) throw new CellProblem(WRITE_DATE)
  return String(index + 1)
}

/** Index of a name, in full or shortened to at least three letters; -1 if there is none. */
function findName(names: readonly string[], text: string): number {
  const word = text.toLowerCase()
  return word.length < 3 ? -1 : names.findIndex(name => name.startsWith(word))
}

function toDate(year = '', month = '', day = ''): CalendarDate {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  try {
    dayNumber(date)
    return date
  } catch {
    throw new CellProblem(NO_SUCH_DAY)
  }
}

const HALF = '([ap])\\.? ?m\\.?'
/** `14:05`, `14.05`, `14h05`, `14:05:06.123`, `2:05 p. m.`, `14:05 h`, `14.05 Uhr`. */
const WITH_MINUTES = new RegExp(
  `^(\\d{1,2})(?: ?([:.h]) ?)(\\d\\d)(?:\\2(\\d\\d)(?:[.,](\\d{1,3}))?)? ?(?:${HALF}|h|min|uhr)?$`,
  'i',
)
/** `14h`, `14 Uhr`, `2 pm`. */
const HOUR_ONLY = new RegExp(`^(\\d{1,2}) ?(?:${HALF}|h|uhr)$`, 'i')
/** `1405`. */
const FOUR_DIGITS = /^(\d\d)(\d\d)$/

/** Milliseconds after midnight. @throws CellProblem */
export function readClock(text: string): number {
  const cell = normaliseCell(text)
  const parts = findClockParts(cell)
  if (parts === null) throw new CellProblem(explainClock(cell))
  const { hour, minute, second, milliseconds, half } = parts
  const hours = half === null ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
  if (hours > 23 || minute > 59 || second > 59 || (half !== null && hour > 12))
    throw new CellProblem('There is no such time. Enter a time such as 14:05.')
  return hours * MS_PER_HOUR + minute * MS_PER_MINUTE + second * 1000 + milliseconds
}

interface ClockParts {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly milliseconds: number
  /** `a` or `p` on a 12-hour clock. */
  readonly half: string | null
}

function findClockParts(cell: string): ClockParts | null {
  const [, hour, sign, minute, second = '0', fraction = '', half] = WITH_MINUTES.exec(cell) ?? []
  if (hour !== undefined && minute !== undefined) {
    // Refused: a spreadsheet's 0.25 of a day is 6:00, which cannot be told from 0:25.
    if (sign === '.' && hour === '0' && half === undefined && second === '0') return null
    return {
      hour: Number(hour),
      minute: Number(minute),
      second: Number(second),
      milliseconds: Number(fraction.padEnd(3, '0')),
      half: half?.toLowerCase() ?? null,
    }
  }
  const [, onlyHour, onlyHalf] = HOUR_ONLY.exec(cell) ?? []
  const noMinutes = { minute: 0, second: 0, milliseconds: 0 }
  if (onlyHour !== undefined)
    return { ...noMinutes, hour: Number(onlyHour), half: onlyHalf?.toLowerCase() ?? null }
  const [, hours, minutes] = FOUR_DIGITS.exec(cell) ?? []
  return hours === undefined
    ? null
    : { ...noMinutes, hour: Number(hours), minute: Number(minutes), half: null }
}

function explainClock(cell: string): string {
  if (/^\d{1,2}:\d\d[.,]\d+$/.test(cell))
    return 'A spreadsheet has cut the hour off this time. Enter the whole time, such as 14:05.'
  if (/^0?[.,]\d+$/.test(cell) || /^1$/.test(cell))
    return 'This is the number by which a spreadsheet counts time. Format the column as a time, or enter a time such as 14:05.'
  if (cell === '') return 'Enter a time such as 14:05.'
  return 'Unknot cannot read this time. Enter a time such as 14:05.'
}

/** Local clock time with seconds and milliseconds only if they are not zero: `14:05`, `14:05:12`, `14:05:12.345`. */
export function formatClock(wallMs: number): string {
  return new Date(msOfDay(wallMs))
    .toISOString()
    .slice(11, 23)
    .replace(/(:00)?\.000$/, '')
}

/**
 * Clock time to the second. A spreadsheet would show `14:05:12.345` as 05:12.3, so the milliseconds have their own column.
 */
export const writeClock = (moment: Moment): string =>
  formatClock(Math.floor(wallClockMs(moment) / 1000) * 1000)

/** Milliseconds of the second; null for 0, so that the column stays empty. */
export const writeMilliseconds = (moment: Moment): number | null =>
  msOfDay(wallClockMs(moment)) % 1000 || null

const msOfDay = (wallMs: number) => ((wallMs % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY

/** Offset from UTC after a time: `Z`, `+01:00`, `-0330`. */
const OFFSET = / ?(?:(Z|UTC)|([+-])(0\d|1[0-4]):?([0-5]\d))$/i

export function cutOffset(cell: string): { readonly local: string; readonly offsetMinutes: number | null } {
  const match = OFFSET.exec(cell)
  if (match === null) return { local: cell, offsetMinutes: null }
  const minutes = match[1] === undefined ? Number(match[3]) * 60 + Number(match[4]) : 0
  return { local: cell.slice(0, match.index), offsetMinutes: match[2] === '-' ? -minutes : minutes }
}

function formatOffset(offsetMinutes: number): string {
  const minutes = Math.abs(offsetMinutes)
  const parts = [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0'))
  return `${offsetMinutes < 0 ? '-' : '+'}${parts.join(':')}`
}

/** Splits at the gap after which a clock time parses; dates and `p. m.` contain spaces too. */
export function splitDateAndClock(local: string): { readonly date: string; readonly clock: string } | null {
  for (const { index, 0: gap } of local.matchAll(/(?<=[\d.])T(?=\d)|,? +/g)) {
    const clock = local.slice(index + gap.length)
    const date = local.slice(0, index)
    // Four digits of a year are required, since the year of a plain date would parse as a clock time.
    if (/\d{4}/.test(date) && findClockParts(clock) !== null) return { date, clock }
  }
  return null
}

/** UTC instant without a zone, such as the time of logging. @throws CellProblem */
export function readInstant(text: string, dialect: Pick<CsvDialect, 'dateOrders'>): number {
  const { local, offsetMinutes } = cutOffset(normaliseCell(text))
  const split = splitDateAndClock(local)
  if (split === null || offsetMinutes === null)
    throw new CellProblem('Enter a time in UTC such as 2026-11-20T13:05:00Z.')
  return toInstant(split, dialect, offsetMinutes)
}

/** Clamps to the range that can be read back, since older versions did not validate instants. */
export function writeInstant(value: unknown): string | null {
  return typeof value === 'number' ? new Date(nearestInstant(value)).toISOString() : null
}

function toInstant(
  { date, clock }: { readonly date: string; readonly clock: string },
  dialect: Pick<CsvDialect, 'dateOrders'>,
  offsetMinutes: number,
): number {
  return dayNumber(readDate(date, dialect)) * MS_PER_DAY + readClock(clock) - offsetMinutes * MS_PER_MINUTE
}

/** Inputs for reading and writing the end of an interval. */
export interface EndContext {
  readonly dialect: Pick<CsvDialect, 'dateOrders'>
  /** Start of the entry. */
  readonly start: Moment
  readonly timeZone: string
  /** True for tables of older versions, which give the end in the offset of the start even across a clock change. */
  readonly isByStartOffset: boolean
}

/** End of an interval in the offset of its own instant: `2026-10-25T07:00+01:00`. */
export function writeEnd(at: number, { start, timeZone }: Pick<EndContext, 'start' | 'timeZone'>): string {
  const end = momentOfEnd(nearestInstant(at), start, timeZone)
  return `${calendarDate(end)}T${formatClock(wallClockMs(end))}${formatOffset(end.offsetMinutes)}`
}

/**
 * Reads the end of an interval. Without an offset it is local to the zone of the start, clock changes included; without a
 * date it is the next occurrence of the clock time.
 *
 * @throws CellProblem
 */
export function readEnd(text: string, { dialect, start, timeZone, isByStartOffset }: EndContext): number {
  const { local, offsetMinutes } = cutOffset(normaliseCell(text))
  const split = splitDateAndClock(local)
  const clock = split?.clock ?? local
  if (split === null && findClockParts(clock) === null)
    throw new CellProblem('Enter a date and a time such as 2026-11-20T17:30.')
  const clockMs = readClock(clock)
  const isByZone = offsetMinutes === null && !isByStartOffset && isByClockOf(timeZone, start)
  /** Instants at which the clock shows this time on a date; two if it was set back. */
  function listInstants(day: number): number[] {
    const wallMs = day * MS_PER_DAY + clockMs
    if (!isByZone) return [wallMs - (offsetMinutes ?? start.offsetMinutes) * MS_PER_MINUTE]
    const date = dateOfDayNumber(day)
    const shown = listMomentsAt(date, formatClock(wallMs), timeZone)
    return (shown.length > 0 ? shown : [momentAt(date, formatClock(wallMs), timeZone)]).map(({ at }) => at)
  }
  const startDay = Math.floor(wallClockMs(start) / MS_PER_DAY)
  const days =
    split === null ? [startDay - 1, startDay, startDay + 1] : [dayNumber(readDate(split.date, dialect))]
  const instants = days.flatMap(listInstants)
  // The schema refuses an end before the start.
  return instants.find(at => at > start.at) ?? instants[0] ?? start.at
}

/** What stands in one cell of a table, and the value it means. */

import type { CsvCell } from '../report/csv-table.ts'
import { type CalendarDate, dayNumber } from '../time/calendar-date.ts'
import { calendarDate, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE, wallClockMs } from '../time/moment.ts'
import { type CsvDialect, dateSigns, YEAR_LAST } from './csv-dialect.ts'

/** What a cell says cannot be understood; the message says what to enter. */
export class CellProblem extends Error {}

/** A way to write values of one sort into cells, and to read them back. `offsetMinutes` is that of the row's own time. */
export interface Cell {
  readonly sort: 'text' | 'number' | 'date'
  write(value: unknown, offsetMinutes: number): CsvCell
  /** @param text is not empty @throws CellProblem */
  read(text: string, dialect: CsvDialect, offsetMinutes: number): unknown
}

/** A text, or a word of a list: whether it is one is for the schema to say. */
export const textCell: Cell = {
  sort: 'text',
  write: value => (typeof value === 'string' ? value : null),
  read: text => text,
}

export const numberCell: Cell = {
  sort: 'number',
  write: value => (typeof value === 'number' ? value : null),
  read: (text, { decimalSign }) => {
    const trimmed = text.trim()
    const sign = decimalSign === 'comma' ? ',' : '.'
    if (!(sign === ',' ? /^-?\d+(,\d+)?$/ : /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i).test(trimmed))
      throw new CellProblem(`Enter a number such as 12${sign}5, without signs between thousands.`)
    return Number(trimmed.replace(',', '.'))
  },
}

const yes = new Set(['yes', 'true'])
const no = new Set(['no', 'false'])

export const booleanCell: Cell = {
  sort: 'text',
  write: value => (value === true ? 'yes' : value === false ? 'no' : null),
  read: readBoolean,
}

/** @throws CellProblem */
function readBoolean(text: string): boolean {
  const word = text.trim().toLowerCase()
  if (yes.has(word)) return true
  if (no.has(word)) return false
  throw new CellProblem('Enter yes or no.')
}

/** Several values in one cell: `lump; burning`. */
const listOf = (write: (item: unknown) => string, read: (text: string) => unknown): Cell => ({
  sort: 'text',
  write: value => (Array.isArray(value) && value.length > 0 ? value.map(write).join('; ') : null),
  read: text => text.split(';').map(item => read(item.trim())),
})

export const wordsCell = listOf(String, item => item)
export const numbersCell = listOf(String, item => {
  if (!/^\d+$/.test(item)) throw new CellProblem('Enter whole numbers with a semicolon between them.')
  return Number(item)
})

/** `left calf; both toes`. */
export const sitesCell = listOf(
  site => `${fieldOf(site, 'side')} ${fieldOf(site, 'muscle')}`,
  item => {
    const [side, muscle, ...more] = item.split(/\s+/)
    if (muscle === undefined || more.length > 0)
      throw new CellProblem('Enter places such as "left calf; right arch".')
    return { muscle, side }
  },
)

const reliefFields = ['technique', 'helped', 'minutesToRelief', 'startedAfterMinutes']
const minutesIn = (text: string) => (text === '' ? null : Number(text))

/**
 * What was tried, whether it helped, minutes to relief, minutes after the onset: `stretch/yes/2/1; heat///`. A table of an
 * older version does not have the last.
 */
export const reliefCell = listOf(
  action => reliefFields.map(name => fieldOf(action, name) ?? '').join('/'),
  item => {
    const [technique, helped, toRelief, startedAfter = '', ...more] = item.split('/')
    if (toRelief === undefined || more.length > 0 || !/^\d*\/\d*$/.test(`${toRelief}/${startedAfter}`))
      throw new CellProblem('Enter what was tried such as "stretch/yes/2/1; heat///".')
    return {
      technique,
      helped: helped || null,
      minutesToRelief: minutesIn(toRelief),
      startedAfterMinutes: minutesIn(startedAfter),
    }
  },
)

const designFields = ['scheme', 'periods', 'periodDays', 'washoutDays']

/** The plan of an experiment, periods, days in each, days at its beginning that do not count: `balanced/8/7/1`. */
export const designCell: Cell = {
  sort: 'text',
  write: value => designFields.map(name => fieldOf(value, name)).join('/'),
  read: text => {
    const [scheme, ...numbers] = text.trim().split('/')
    if (numbers.length !== 3 || !numbers.every(number => /^\d+$/.test(number)))
      throw new CellProblem('Enter a plan such as "balanced/8/7/1".')
    const [periods, periodDays, washoutDays] = numbers.map(Number)
    return { scheme, periods, periodDays, washoutDays }
  },
}

/** Days of an experiment, whether the plan was kept to, and when that was said: `2026-11-20/yes/2026-11-20T21:05:00.000Z`. */
export const answersCell = listOf(
  answer =>
    [
      fieldOf(answer, 'date'),
      fieldOf(answer, 'kept') === true ? 'yes' : 'no',
      writeInstant(fieldOf(answer, 'answeredAt')),
    ].join('/'),
  item => {
    const [date, kept, answeredAt, ...more] = item.split('/')
    if (date === undefined || kept === undefined || answeredAt === undefined || more.length > 0)
      throw new CellProblem('Enter days such as "2026-11-20/yes/2026-11-20T21:05:00Z".')
    return { date, kept: readBoolean(kept), answeredAt: readInstant(answeredAt) }
  },
)

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
}

/** An instant that is no time of the person's day, such as when something was written down. */
export const instantCell: Cell = {
  sort: 'text',
  write: writeInstant,
  read: readInstant,
}

function writeInstant(value: unknown): string | null {
  return typeof value === 'number' ? new Date(value).toISOString() : null
}

/** @throws CellProblem */
function readInstant(text: string): number {
  const at = Date.parse(text.trim())
  if (!/^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/.test(text.trim()) || Number.isNaN(at))
    throw new CellProblem('Enter a time in UTC such as 2026-11-20T13:05:00Z.')
  return at
}

export const dateCell: Cell = {
  sort: 'date',
  write: value => (typeof value === 'string' ? value : null),
  read: (text, dialect) => readDate(text, dialect),
}

/** A later time of the same person in the same place: `2026-11-20T17:30`. */
export const laterTimeCell: Cell = {
  sort: 'date',
  write: (value, offsetMinutes) => {
    if (typeof value !== 'number') return null
    const moment = { at: value, offsetMinutes }
    return `${calendarDate(moment)}T${writeClock(moment)}`
  },
  read: (text, dialect, offsetMinutes) => {
    const [, date = '', clock = ''] = /^(\S+?)(?:T|\s+)(.+)$/.exec(text.trim()) ?? []
    return dayNumber(readDate(date, dialect)) * MS_PER_DAY + readClock(clock) - offsetMinutes * MS_PER_MINUTE
  },
}

/** @throws CellProblem */
export function readDate(text: string, { dateOrders }: CsvDialect): CalendarDate {
  const trimmed = text.trim()
  const match = YEAR_LAST.exec(trimmed)
  const sign = dateSigns.find(one => one === match?.[2])
  const [day, month] =
    sign !== undefined && dateOrders[sign] === 'month-first'
      ? [match?.[3], match?.[1]]
      : [match?.[1], match?.[3]]
  const date =
    match === null || match[0] !== trimmed
      ? trimmed
      : `${match[4]}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  try {
    dayNumber(date)
    return date
  } catch {
    if (/^\d{4}-\d\d-\d\d$/.test(date))
      throw new CellProblem('There is no such day. Check the day and the month of this date.')
    throw new CellProblem('Enter a date with all four digits of the year, preferably as 2026-11-20.')
  }
}

/** The clock time of a moment, as exactly as it is known: `14:05`, `14:05:12`, `14:05:12.345`. */
export function writeClock(moment: { readonly at: number; readonly offsetMinutes: number }): string {
  const ofDay = ((wallClockMs(moment) % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY
  const text = new Date(ofDay).toISOString().slice(11, 23)
  return text.replace(/(:00)?\.000$/, '')
}

const CLOCK = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?\s*([ap]\.?m\.?)?$/i

/** Milliseconds since midnight. @throws CellProblem */
export function readClock(text: string): number {
  const [, hour = '', minute, second = '0', fraction = '', half] = CLOCK.exec(text.trim()) ?? []
  const isAfternoon = half?.toLowerCase().startsWith('p') === true
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0)
  if (
    minute === undefined ||
    hours > 23 ||
    Number(minute) > 59 ||
    Number(second) > 59 ||
    (half !== undefined && Number(hour) > 12)
  )
    throw new CellProblem('Enter a time such as 14:05.')
  return (
    hours * MS_PER_HOUR +
    Number(minute) * MS_PER_MINUTE +
    Number(second) * 1000 +
    Number(fraction.padEnd(3, '0'))
  )
}

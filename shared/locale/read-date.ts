/** Parser of typed dates, by the person's order of day, month and year. */
import { type CalendarDate, dateOfDayNumber, weekday } from '../time/calendar-date.ts'
import type { DateOrder } from './conventions.ts'
import { normalizeTyped } from './digits.ts'
import { monthNames, weekdayNames } from './formats.ts'
import { chooseReading, type TypedReading } from './reading.ts'

export interface DateReadingOptions {
  readonly dateOrder: DateOrder
  /** Accepts dates that the field allows; among several readings, those it rejects are dropped. */
  readonly isPossible?: (date: CalendarDate) => boolean
}

const WEEKDAY = new RegExp(
  `^(${weekdayNames.map(name => `${name}|${name.slice(0, 3)}`).join('|')})[.,]* `,
  'i',
)
/** `20261118` */
const RUN_TOGETHER = /^(\d{4})(\d{2})(\d{2})$/
const RUN_TOGETHER_YEAR_LAST = /^(\d{2})(\d{2})(\d{4})$/
/** `3.4.1980`, `03/04/80`, `1980-4-3`, `3. 4. 1980.` */
const NUMBERS = /^(\d{1,4})(?:\. | ?[-./,] ?| )(\d{1,2})(?:\. | ?[-./,] ?| )(\d{1,4})\.?$/
/** `3 Apr 1980`, `3rd of April, 1980`, `3-Apr-80` */
const DAY_AND_NAME = /^(\d{1,2})(?:st|nd|rd|th)?\.?[- ]?(?:of )?([a-z]{3,9})\.?,?[- ]?(\d{4}|\d{2})$/i
/** `Apr 3, 1980` */
const NAME_AND_DAY = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}|\d{2})$/i
/** `1980 Apr 3` */
const YEAR_AND_NAME = /^(\d{4})[-,]? ?([a-z]{3,9})\.?[- ]?(\d{1,2})$/i

type Part = 'd' | 'm' | 'y'

/**
 * Parses the whole text or fails. If the person's order yields no date, the other orders are tried; a two-digit year
 * gives a reading in each century.
 *
 * @example readTypedDate('03/04/1980', { dateOrder: 'dmy' }) // 1980-04-03
 */
export function readTypedDate(
  text: string,
  { dateOrder, isPossible }: DateReadingOptions,
): TypedReading<CalendarDate> {
  const typed = normalizeTyped(text)
  if (typed === '') return { kind: text.trim() === '' ? 'empty' : 'unreadable' }
  const [prefix = '', weekdayName] = WEEKDAY.exec(typed) ?? []
  const readings = listReadings(typed.slice(prefix.length), dateOrder, isPossible)
  const fitting = weekdayName === undefined ? readings : readings.filter(date => fallsOn(date, weekdayName))
  return chooseReading(fitting, isPossible)
}

const fallsOn = (date: CalendarDate, name: string) =>
  weekdayNames[weekday(date)]?.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()

function listReadings(
  text: string,
  dateOrder: DateOrder,
  isPossible: (date: CalendarDate) => boolean = () => true,
): CalendarDate[] {
  const run = RUN_TOGETHER.exec(text)
  if (run) {
    const [, year = '', month = '', day = ''] = run
    const [, first = '', second = '', lastYear = ''] = RUN_TOGETHER_YEAR_LAST.exec(text) ?? []
    const yearFirst = isLikelyYear(year) ? makeDates(day, month, year) : []
    return yearFirst.length > 0 ? yearFirst : readNumbers([first, second, lastYear], dateOrder, isPossible)
  }
  const numbers = NUMBERS.exec(text)
  if (numbers) {
    const [, first = '', second = '', third = ''] = numbers
    return readNumbers([first, second, third], dateOrder, isPossible)
  }
  const [, day = '', name = '', year = ''] = DAY_AND_NAME.exec(text) ?? reorder(NAME_AND_DAY.exec(text)) ?? []
  if (name !== '') return makeDates(day, getMonth(name), year)
  const [, yearBefore = '', nameBetween = '', lastDay = ''] = YEAR_AND_NAME.exec(text) ?? []
  return makeDates(lastDay, getMonth(nameBetween), yearBefore)
}

const reorder = (match: RegExpExecArray | null) => match && [match[0], match[2], match[1], match[3]]

/** Month number by its English name or abbreviation: `4` of `Apr` and `april`, `9` of `Sept`, '' if there is none. */
function getMonth(name: string): string {
  const wanted = name.toLowerCase() === 'sept' ? 'sep' : name.toLowerCase()
  const index = monthNames.findIndex(month =>
    wanted.length === 3 ? month.toLowerCase().startsWith(wanted) : month.toLowerCase() === wanted,
  )
  return index === -1 ? '' : String(index + 1)
}

/** Orders compatible with the position of a four-digit year, the person's own first. */
function listOrders([first, , third]: readonly [string, string, string], own: DateOrder): DateOrder[] {
  if (first.length > 2) return ['ymd']
  if (third.length > 2) return own === 'mdy' ? ['mdy', 'dmy'] : ['dmy', 'mdy']
  const all: DateOrder[] = ['dmy', 'mdy', 'ymd']
  return [own, ...all.filter(order => order !== own)]
}

function readNumbers(
  parts: readonly [string, string, string],
  own: DateOrder,
  isPossible: (date: CalendarDate) => boolean,
): CalendarDate[] {
  const orders = listOrders(parts, own)
  const byOrder = orders.map(order => {
    const partOf = (part: Part) => parts[order.indexOf(part)] ?? ''
    return makeDates(partOf('d'), partOf('m'), partOf('y'))
  })
  // A date with the year last is ambiguous for a year-first region: day or month may come first.
  if (own === 'ymd' && parts[2].length > 2) return byOrder.flat()
  const fitting = byOrder.find(dates => dates.some(isPossible)) ?? byOrder.find(dates => dates.length > 0)
  return fitting ?? []
}

const CENTURIES = [2000, 1900] as const
/** Decides whether eight digits begin with the year. */
const isLikelyYear = (year: string) => year >= '1800' && year <= '2199'

/** Valid dates of the given parts: at most one, or with a two-digit year at most one per century. */
function makeDates(day: string, month: string, year: string): CalendarDate[] {
  if (day === '' || month === '' || (year.length !== 2 && year.length !== 4)) return []
  const years = year.length === 4 ? [Number(year)] : CENTURIES.map(century => century + Number(year))
  return years.flatMap(one => {
    const date = [String(one).padStart(4, '0'), month.padStart(2, '0'), day.padStart(2, '0')].join('-')
    const ms = Date.parse(`${date}T00:00:00Z`)
    return !Number.isNaN(ms) && dateOfDayNumber(ms / 86_400_000) === date ? [date] : []
  })
}

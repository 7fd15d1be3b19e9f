/**
 * How a spreadsheet has written dates and numbers. What the cells themselves settle is recognised; what can be read both
 * ways is asked, never guessed.
 */
import type { CsvAnswers, CsvQuestion, DateOrder, DecimalSign } from './import-plan.ts'

export interface CsvDialect {
  /** Of dates that are not written as 2026-11-20. */
  readonly dateOrder: DateOrder
  readonly decimalSign: DecimalSign
}

export interface CsvSample {
  /** Every cell that should be a date, or begin with one. */
  readonly dates: readonly string[]
  /** Every cell that should be a number. */
  readonly numbers: readonly string[]
  /** What stands between the cells. Where it is a comma, the comma is hardly a decimal sign as well. */
  readonly delimiter: string
}

export type DialectFound =
  | { readonly state: 'found'; readonly dialect: CsvDialect }
  | { readonly state: 'asks'; readonly questions: readonly CsvQuestion[] }

/** A date by numbers with the year last: 20.11.2026, 11/20/2026. */
export const YEAR_LAST = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/

/** Reads the dialect off all cells together: one that can only be read one way settles the others. */
export function findDialect(sample: CsvSample, answers: CsvAnswers): DialectFound {
  const dateOrder = answers.dateOrder ?? findDateOrder(sample.dates)
  const decimalSign = answers.decimalSign ?? findDecimalSign(sample)
  const questions: CsvQuestion[] = [
    ...(typeof dateOrder === 'object' ? [{ about: 'dateOrder' as const, ...dateOrder }] : []),
    ...(typeof decimalSign === 'object' ? [{ about: 'decimalSign' as const, ...decimalSign }] : []),
  ]
  if (typeof dateOrder === 'object' || typeof decimalSign === 'object') return { state: 'asks', questions }
  return { state: 'found', dialect: { dateOrder, decimalSign } }
}

interface Unclear {
  readonly sample: string
}

function findDateOrder(dates: readonly string[]): DateOrder | Unclear {
  const matches = dates.flatMap(date => {
    const match = YEAR_LAST.exec(date.trim())
    return match === null ? [] : [match]
  })
  // Then there is nothing to be told.
  if (matches.length === 0) return 'day-first'
  // With points the day comes first, everywhere.
  if (matches.some(([, first, sign]) => sign === '.' || Number(first) > 12)) return 'day-first'
  if (matches.some(([, , , second]) => Number(second) > 12)) return 'month-first'
  return { sample: matches[0]?.[0] ?? '' }
}

/** Digits after the sign that cannot be a group of thousands, or nothing before it that could be one. */
const certainly = (sign: string) =>
  new RegExp(`^-?(\\d+${sign}(\\d{1,2}|\\d{4,})|0${sign}\\d+|\\d{4,}${sign}\\d+)$`)
const certainComma = certainly(',')
const certainPoint = certainly('\\.')

function findDecimalSign({ numbers, delimiter }: CsvSample): DecimalSign | Unclear {
  const cells = numbers.map(number => number.trim())
  if (cells.some(cell => certainComma.test(cell))) return 'comma'
  if (cells.some(cell => certainPoint.test(cell))) return 'point'
  const unclear = cells.find(
    cell => /^-?\d+,\d+$/.test(cell) || (delimiter !== ',' && /^-?\d+\.\d+$/.test(cell)),
  )
  return unclear === undefined ? 'point' : { sample: unclear }
}

/**
 * CSV dialect: date order and decimal sign of a spreadsheet. Inferred from unambiguous cells; if there are none, the
 * person is asked.
 */
import { cutUnit, type DecimalSign, readGroups } from './numbers.ts'
import { normaliseCell } from './text.ts'

/** Orders of day and month in dates with the year last. */
export const dateOrders = ['day-first', 'month-first'] as const
export type DateOrder = (typeof dateOrders)[number]

/** Separators between the numbers of a date. */
export const dateSigns = ['.', '/', '-'] as const
type DateSign = (typeof dateSigns)[number]

export interface CsvDialect {
  /** Order of dates other than 2026-11-20, by separator. */
  readonly dateOrders: Readonly<Record<DateSign, DateOrder>>
  readonly decimalSign: DecimalSign
}

/** Cells of one file that show its dialect. */
export interface CsvSample {
  /** Cells of date columns; a time may follow the date. */
  readonly dates: readonly string[]
  /** Cells of number columns. */
  readonly numbers: readonly string[]
  /** Cell separator. In a file separated by commas, a comma is rarely the decimal sign. */
  readonly delimiter: string
}

export type DialectFound =
  | { readonly state: 'found'; readonly dialect: CsvDialect }
  | { readonly state: 'asks'; readonly questions: readonly DialectQuestion[] }

export interface DialectQuestion {
  readonly about: 'dateOrder' | 'decimalSign'
  /** Ambiguous date or number from one of the cells. */
  readonly sample: string
}

/** The person's answers to dialect questions; null where none was given. */
export interface DialectAnswers {
  readonly dateOrder: DateOrder | null
  readonly decimalSign: DecimalSign | null
}

/** Numeric date with the year last: 20.11.2026, 11/20/2026. */
export const YEAR_LAST = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/
/** Weekday before a date: `Wed, `. */
export const WEEKDAY = /^([a-z]{3,9})\.?,? +(?=\d|[a-z]{3})/i

/** Date without spaces and final point: `20. 11. 2026.` to `20.11.2026`; `2026年11月20日` with hyphens. */
export const tightenDate = (cell: string): string =>
  cell
    .replace(/([./-]) +/g, '$1')
    .replace(/\.$/, '')
    .replace(/^(\d{4})年(\d{1,2})月(\d{1,2})日$/, '$1-$2-$3')

/**
 * Infers the dialect from the cells of one file: a date or number with a single reading decides for all others of the same
 * form. Other files and other separators do not count, since another program may have written them.
 *
 * @param answers the person's answers to what the cells leave open
 */
export function findDialect(sample: CsvSample, answers: DialectAnswers): DialectFound {
  const questions: DialectQuestion[] = []
  /** Dialect that was found, otherwise the person's answer, otherwise a question. */
  function settle<About extends DialectQuestion['about'], Found extends string>(
    about: About,
    found: Found | Unclear,
    answer: Found | null,
    meanwhile: Found,
  ): Found {
    if (typeof found !== 'object') return found
    if (answer !== null) return answer
    if (!questions.some(question => question.about === about)) questions.push({ about, sample: found.sample })
    return meanwhile
  }
  const orderOf = (sign: DateSign) =>
    settle('dateOrder', findDateOrder(sample.dates, sign), answers.dateOrder, 'day-first')
  const dialect: CsvDialect = {
    dateOrders: { '.': orderOf('.'), '/': orderOf('/'), '-': orderOf('-') },
    decimalSign: settle('decimalSign', findDecimalSign(sample), answers.decimalSign, 'point'),
  }
  return questions.length > 0 ? { state: 'asks', questions } : { state: 'found', dialect }
}

interface Unclear {
  readonly sample: string
}

function findDateOrder(dates: readonly string[], sign: DateSign): DateOrder | Unclear {
  // A date with points has its day first in every region.
  if (sign === '.') return 'day-first'
  let unclear: string | undefined
  for (const date of dates) {
    if (/^\d{4}-\d\d-\d\d/.test(date)) continue
    const match = YEAR_LAST.exec(tightenDate(normaliseCell(date).replace(WEEKDAY, '')))
    if (match?.[2] !== sign) continue
    if (Number(match[1]) > 12) return 'day-first'
    if (Number(match[3]) > 12) return 'month-first'
    // 05/05/2026 is the same in either order, and 0 is neither a day nor a month.
    if (Number(match[1]) === 0 || Number(match[3]) === 0) continue
    if (match[1]?.padStart(2, '0') !== match[3]?.padStart(2, '0')) unclear ??= match[0]
  }
  // Without an ambiguous date, the order has no effect.
  return unclear === undefined ? 'day-first' : { sample: unclear }
}

function findDecimalSign({ numbers, delimiter }: CsvSample): DecimalSign | Unclear {
  let unclear: string | undefined
  let isPoint = false
  for (const number of numbers) {
    if (/^\d+$/.test(number)) continue
    const sign = readGroups(number)
    if (sign === 'comma') return 'comma'
    if (sign === 'point') isPoint = true
    // A point is rarely anything but the decimal sign in a file separated by commas.
    if (sign === 'comma-or-groups' || (sign === 'point-or-groups' && delimiter !== ','))
      unclear ??= cutUnit(normaliseCell(number)).number
  }
  return isPoint || unclear === undefined ? 'point' : { sample: unclear }
}

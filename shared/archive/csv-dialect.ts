/**
 * How a spreadsheet has written dates and numbers. What the cells themselves settle is recognised; what can be read both
 * ways is asked, never guessed.
 */
import { cutUnit, readGroups } from './csv-numbers.ts'
import { normaliseCell } from './csv-text.ts'
import type { CsvAnswers, CsvQuestion, DateOrder, DecimalSign } from './import-plan.ts'

/** What stands between the numbers of a date. */
export const dateSigns = ['.', '/', '-'] as const
type DateSign = (typeof dateSigns)[number]

export interface CsvDialect {
  /** Of dates that are not written as 2026-11-20, by what stands between their numbers. */
  readonly dateOrders: Readonly<Record<DateSign, DateOrder>>
  readonly decimalSign: DecimalSign
}

/** The cells of one file. */
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
  | { readonly state: 'asks'; readonly questions: readonly DialectQuestion[] }

export type DialectQuestion = Omit<CsvQuestion, 'files'>

/** A date by numbers with the year last: 20.11.2026, 11/20/2026. */
export const YEAR_LAST = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/
/** `Wed, ` before a date. */
export const WEEKDAY = /^([a-z]{3,9})\.?,? +(?=\d|[a-z]{3})/i

/** `20. 11. 2026.` without its spaces and its last point, `2026年11月20日` with hyphens. */
export const tightenDate = (cell: string): string =>
  cell
    .replace(/([./-]) +/g, '$1')
    .replace(/\.$/, '')
    .replace(/^(\d{4})年(\d{1,2})月(\d{1,2})日$/, '$1-$2-$3')

/**
 * Reads the dialect off the cells of one file together: one that can only be read one way settles the others that are
 * written like it. What another file says, or a date with other signs, settles nothing: nobody knows who wrote that.
 *
 * @param answers the person's, for what the cells leave open
 */
export function findDialect(sample: CsvSample, answers: CsvAnswers): DialectFound {
  const questions: DialectQuestion[] = []
  /** What was found; else what the person has said; else a question. */
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
  // With points the day comes first, everywhere.
  if (sign === '.') return 'day-first'
  let unclear: string | undefined
  for (const date of dates) {
    if (/^\d{4}-\d\d-\d\d/.test(date)) continue
    const match = YEAR_LAST.exec(tightenDate(normaliseCell(date).replace(WEEKDAY, '')))
    if (match?.[2] !== sign) continue
    if (Number(match[1]) > 12) return 'day-first'
    if (Number(match[3]) > 12) return 'month-first'
    // 05/05/2026 is the same either way, and there is no day or month 0.
    if (Number(match[1]) === 0 || Number(match[3]) === 0) continue
    if (match[1]?.padStart(2, '0') !== match[3]?.padStart(2, '0')) unclear ??= match[0]
  }
  // Without one there is nothing to be told.
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
    // Between commas, a point is hardly anything but a decimal sign.
    if (sign === 'comma-or-groups' || (sign === 'point-or-groups' && delimiter !== ','))
      unclear ??= cutUnit(normaliseCell(number)).number
  }
  return isPoint || unclear === undefined ? 'point' : { sample: unclear }
}

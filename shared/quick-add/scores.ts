/**
 * Scores from 0 to 10, in whole numbers. "4/5" may be four of five or a date, and of "7/10 8/10" only one can be the
 * score: both are asked about. "On 5/10" is always a date.
 */
import type { CalendarDate } from '../time/calendar-date.ts'
import { nameDate } from './clock-words.ts'
import { type Asking, type Line, words } from './line.ts'
import type { AnswerOption, Question, Span } from './reading.ts'
import { listResults } from './time-results.ts'

export interface Scale {
  /** Beginning of the question: "How strong". */
  readonly what: string
  /** Patterns of the score's name; the first one, which must be plain text, is written into answers. */
  readonly names: readonly [string, ...string[]]
  /** True if "7/10" without a name is this score; otherwise it is asked about. */
  readonly isUnnamed: boolean
}

export interface Score {
  readonly value: number | null
  readonly question: Question | null
}

/** Excludes "on 5/10", which is always a date. */
const NOT_ON = String.raw`(?<![\p{L}\p{N}.,/:–—-])(?<!(?<!\p{L})on\s+)`
const FRACTION = new RegExp(String.raw`${NOT_ON}(\d{1,2})\/(\d{1,2})(?![\p{L}\p{N}/]|[.,]\d)`, 'giu')
/** Score that is not a whole number of 10, and so asked about: "7.5/10", "5-6/10". */
const OFF_SCALE = String.raw`(?:\d+\s*[–—-]\s*)?\d+(?:[.,]\d+)?\s*(?:\/|out\s+of)\s*10(?!\/)`
const RANGE = String.raw`\d+\s*[–—-]\s*\d+`
const SPOKEN = words(String.raw`(?<![\d.,/])(?<value>10|\d)\s+(?:out\s+of|of)\s+10`)

interface Fraction extends Span {
  readonly text: string
  readonly value: number
  /** True if it is a valid score as typed. */
  readonly isOfTen: boolean
  /** Dates that it could mean as well. */
  readonly dates: readonly CalendarDate[]
}

/** Reads the score; null without a question if there is none. */
export function takeScore(asking: Asking, scale: Scale): Score {
  const { line } = asking
  const value = takeValue(line, scale)
  const named = value === null ? takeNamedOffScale(line, scale) : null
  if (named) return { value, question: askScore(line, scale, named) }
  const fractions = listFractions(asking)
  const [first, ...others] = fractions
  if (first === undefined) {
    const isScore = value === null && scale.isUnnamed
    const unread = isScore ? line.take(words(NOT_ON + OFF_SCALE), 'strength') : null
    return { value, question: unread && askScore(line, scale, unread) }
  }
  for (const fraction of fractions) line.cover(fraction, 'strength')
  if (value !== null) return { value, question: askDate(line, scale, first) }
  if (others.length > 0) return { value, question: askWhich(line, scale, fractions) }
  return scale.isUnnamed && first.isOfTen
    ? { value: first.value, question: null }
    : { value, question: askScore(line, scale, first) }
}

/** Number after the score's name, or one marked as out of ten. */
function takeValue(line: Line, { names, isUnnamed }: Scale): number | null {
  const found =
    line.take(
      words(
        String.raw`(?:${names.join('|')})\s*(?:of\s+|:\s*|=\s*)?(?<value>10|\d)(?:\s*(?:/|out\s+of|of)\s*10)?(?![.,/]\d|/|\s*[–—-]\s*\d)`,
      ),
      'strength',
    ) ?? (isUnnamed ? line.take(SPOKEN, 'strength') : null)
  return found ? Number(found.groups.value) : null
}

function takeNamedOffScale(line: Line, { names }: Scale) {
  const number = String.raw`${OFF_SCALE}|\d{1,2}\/\d{1,2}(?!\/)|${RANGE}`
  return line.take(words(String.raw`(?:${names.join('|')})\s*:?\s*(?:${number})`), 'strength')
}

/** Fractions that could be a score: of ten, or of any smaller whole. */
function listFractions({ line, context }: Asking): Fraction[] {
  const found = [...line.open.matchAll(FRACTION)].flatMap(match => {
    const [text, part = '', whole = ''] = match
    const isScore = Number(whole) === 10 || (Number(whole) < 10 && Number(part) <= Number(whole))
    return isScore
      ? [{ text, value: Number(part), isOfTen: Number(whole) === 10 && Number(part) <= 10, ...spanOf(match) }]
      : []
  })
  if (found.length === 0) return []
  const results = listResults(line, context)
  return found.map(fraction => {
    const day = results.find(({ start, end }) => start === fraction.start && end === fraction.end)?.day
    const dates = day?.kind === 'date' ? [day.date] : day?.kind === 'either' ? day.dates : []
    return { ...fraction, dates }
  })
}

function spanOf({ 0: text, index }: RegExpExecArray): Span {
  return { start: index, end: index + text.length }
}

/** Asks for the score; offers the dates too if the fraction may be one. */
export function askScore(
  line: Line,
  { what, names }: Scale,
  unread: Span & { readonly text: string } & Partial<Fraction>,
): Question {
  const { text, value, isOfTen = false, dates = [] } = unread
  const values = isOfTen && value !== undefined ? [value] : Array.from({ length: 11 }, (_, index) => index)
  return {
    about: 'strength',
    text:
      dates.length > 0
        ? `“${text}”: is it a date? Or ${what.toLowerCase()}, as a whole number from 0 to 10?`
        : `${what}, as a whole number from 0 to 10? “${text}” is not one.`,
    options: [
      ...dates.map(date => ({ label: nameDate(date), line: line.replace(unread, date) })),
      ...values.map(number => ({
        label: isOfTen ? `${number} of 10` : String(number),
        line: line.replace(unread, `${names[0]} ${number}`),
      })),
      { label: `Only note “${text}”`, line: line.moveToNote([unread]) },
    ],
  }
}

/** The score is already given by name, so the fraction is a date or superfluous. */
function askDate(line: Line, { what }: Scale, fraction: Fraction): Question {
  return {
    about: 'strength',
    text: `“${fraction.text}”: is it a date? ${what} is already given.`,
    options: [
      ...fraction.dates.map(date => ({ label: nameDate(date), line: line.replace(fraction, date) })),
      { label: 'Leave it out', line: line.remove([fraction]) },
    ],
  }
}

/** Asks which of several fractions is the score; of two, the other may be the date. */
function askWhich(line: Line, scale: Scale, fractions: readonly Fraction[]): Question {
  const options = fractions.flatMap((score): AnswerOption[] => {
    const others = fractions.filter(other => other !== score)
    const named = scale.isUnnamed ? score.text : `${scale.names[0]} ${score.text}`
    const label = score.text.replace('/', ' of ')
    const dates = others.length === 1 ? (others[0]?.dates ?? []) : []
    const rewrite = (other: string) =>
      line.replaceAll([{ ...score, text: named }, ...others.map(span => ({ ...span, text: other }))])
    return [
      { label, line: rewrite('') },
      ...dates.map(date => ({ label: `${label}, on ${nameDate(date)}`, line: rewrite(date) })),
    ]
  })
  const distinct = new Map(options.map(option => [option.label, option]))
  return {
    about: 'strength',
    text: `${fractions.map(({ text }) => `“${text}”`).join(' and ')}: only one of them can be right. ${scale.what}?`,
    options: [...distinct.values()],
  }
}

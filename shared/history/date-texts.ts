/** Dates with clock times as programs write them in the person's language: `Jul 14, 2020, 10:36:55 PM`, `14 juil. 2020 à 22:36`. */
import { type CsvDialect, type CsvSample, findDialect } from '../csv/dialect.ts'
import { readNumber } from '../csv/numbers.ts'
import { CellProblem, normaliseCell } from '../csv/text.ts'
import { readClock, readDate, splitDateAndClock } from '../csv/times.ts'
import { dayNumber } from '../time/calendar-date.ts'
import { MS_PER_DAY } from '../time/moment.ts'
import type { Collector } from './collector.ts'
import { cutWeekday } from './month-names.ts'

/** Languages whose months do not contradict each other: `lip` is June in Croatian and July in Polish. */
const LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'nl',
  'pt',
  'pl',
  'sv',
  'da',
  'nb',
  'cs',
  'fi',
  'hu',
  'id',
  'tr',
]
const ENGLISH = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Lower case without accents and points. */
const plainWord = (word: string) =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^\p{L}]/gu, '')

/** English months by the names and abbreviations of other languages. */
let foreignMonths: ReadonlyMap<string, string> | null = null

function findMonths(): ReadonlyMap<string, string> {
  const months = new Map<string, string>()
  for (const language of LANGUAGES)
    for (const form of ['short', 'long'] as const)
      for (const day of ['numeric', undefined] as const) {
        const format = new Intl.DateTimeFormat(language, {
          ...{ month: form, timeZone: 'UTC' },
          ...(day && { day }),
        })
        for (const [index, english] of ENGLISH.entries()) {
          const parts = format.formatToParts(Date.UTC(2025, index, 15))
          months.set(plainWord(parts.find(({ type }) => type === 'month')?.value ?? ''), english)
        }
      }
  for (const english of ENGLISH) months.set(english, english)
  months.delete('')
  return months
}

/** The date with an English month, and without the words between its parts: "de", "à", "um", "kl.". */
function toEnglish(text: string): string {
  foreignMonths ??= findMonths()
  const months = foreignMonths
  return (
    cutWeekday(normaliseCell(text))
      .replaceAll(/\p{L}[\p{L}\p{M}]*\.?/gu, word => {
        // Halves of the day, `p.` and `m.` as two words, and the T of an ISO date.
        if (/^(?:[ap]\.?m?\.?|m\.?|T)$/i.test(word)) return word
        return months.get(plainWord(word)) ?? ''
      })
      .replaceAll(/ +/g, ' ')
      .replaceAll(' ,', ',')
      // Rest of a weekday.
      .replace(/^[ ,]+/, '')
  )
}

/** Wall clock in milliseconds; null for a text that is no date with a time. */
export function readDateText(text: string, dialect: Pick<CsvDialect, 'dateOrders'>): number | null {
  const bare = text.trim().replace(/ ?(?:Z|UTC|GMT)$/, '')
  const split = splitDateAndClock(toEnglish(bare)) ?? splitDateAndClock(normaliseCell(bare))
  if (split === null) return null
  try {
    return dayNumber(readDate(split.date.trim(), dialect)) * MS_PER_DAY + readClock(split.clock)
  } catch (error) {
    if (error instanceof CellProblem) return null
    throw error
  }
}

/** Dialect of a file's dates and numbers. What its cells leave open is asked; null while that has no answer. */
export function settleDialect(sample: CsvSample, collector: Collector): CsvDialect | null {
  const given = (about: string) => collector.answers[`dialect:${about}`]
  const dateOrder = given('dateOrder')
  const decimalSign = given('decimalSign')
  const found = findDialect(sample, {
    dateOrder: dateOrder === 'day-first' || dateOrder === 'month-first' ? dateOrder : null,
    decimalSign: decimalSign === 'point' || decimalSign === 'comma' ? decimalSign : null,
  })
  // Without the answers, to keep the question on screen once it has one.
  const open = findDialect(sample, { dateOrder: null, decimalSign: null })
  if (open.state === 'asks')
    for (const { about, sample } of open.questions)
      collector.ask({
        id: `dialect:${about}`,
        group: about === 'dateOrder' ? 'Times' : 'Numbers',
        text: about === 'dateOrder' ? `Which comes first in ${sample}?` : `Which number is “${sample}”?`,
        help: '',
        answer: {
          kind: 'one',
          options:
            about === 'dateOrder'
              ? [
                  { id: 'day-first', label: 'The day' },
                  { id: 'month-first', label: 'The month' },
                ]
              : (['point', 'comma'] as const).map(sign => ({
                  id: sign,
                  label: String(readNumber(sample, sign)),
                })),
        },
        suggested: null,
        isNeeded: true,
      })
  return found.state === 'found' ? found.dialect : null
}

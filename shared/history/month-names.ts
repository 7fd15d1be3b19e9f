/** Words of dates in the languages that phones write into exports: months as English ones, weekdays left out. */
import { monthNames } from '../locale/formats.ts'

const languages = [
  ...[
    'de',
    'fr',
    'es',
    'it',
    'pt',
    'nl',
    'sv',
    'da',
    'nb',
    'fi',
    'pl',
    'cs',
    'sk',
    'hu',
    'ro',
    'tr',
    'ru',
    'uk',
    'el',
  ],
]

/** Small letters without accents and signs. */
const plain = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\p{M}\p{P}]/gu, '')

/** English name by foreign name, long and short, as it is written within a date. Names with two meanings are left out. */
function listNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>(monthNames.map(name => [plain(name), name]))
  const doubtful = new Set<string>()
  for (const language of languages)
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: style, timeZone: 'UTC' })
      for (const [index, name] of monthNames.entries()) {
        const parts = format.formatToParts(Date.UTC(2026, index, 15))
        const word = plain(parts.find(({ type }) => type === 'month')?.value ?? '')
        if (!/^\p{L}{3,}$/u.test(word)) continue
        if ((names.get(word) ?? name) !== name) doubtful.add(word)
        names.set(word, name)
      }
    }
  for (const word of doubtful) names.delete(word)
  return names
}

let names: ReadonlyMap<string, string> | null = null

/** `20. März 2026` as `20. March 2026`. A text without a foreign month stays as it is. */
export function translateMonth(text: string): string {
  names ??= listNames()
  const known = names
  return text.replace(/[\p{L}\p{M}]{3,}\.?/u, word => known.get(plain(word)) ?? word)
}

/** `Fri, Oct 3`; `lun., 3 nov.`: in other languages only where day and month follow, as `mar. 3` may be March as well. */
const WEEKDAY_BEFORE =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? +|\p{L}[\p{L}\p{M}-]{1,12}\.?,? +(?=\d{1,2}(?:[./-]|\.? +(?:de )?\p{L})))/iu

/** The date without the weekday before it. */
export const cutWeekday = (text: string): string => text.replace(WEEKDAY_BEFORE, '')

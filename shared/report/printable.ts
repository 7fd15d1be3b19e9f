/**
 * What no font of the program can draw. On a computer that happens to have a font for it, it prints all the same; on
 * others a box stands there, or nothing. So it is said before somebody carries such a page to a doctor.
 */
import { printableRanges } from './printable-ranges.ts'
import type { Report } from './report.ts'

const ranges = printableRanges.split(' ').map(range => {
  const [first = '', last = first] = range.split('-')
  return { first: Number.parseInt(first, 16), last: Number.parseInt(last, 16) }
})

/** Blanks, and what only tells how its neighbours are drawn, need no letter of their own. */
const needsNoLetter = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Control}]/u

function isPrintable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  let [low, high] = [0, ranges.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (range === undefined) break
    if (code < range.first) high = middle - 1
    else if (code > range.last) low = middle + 1
    else return true
  }
  return needsNoLetter.test(character)
}

/** The characters of a text that cannot be drawn, each once, whole as they are read. */
export function listUnprintable(text: string): string[] {
  if ([...text].every(isPrintable)) return []
  const whole = [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment)
  return [...new Set(whole.filter(segment => ![...segment].every(isPrintable)))]
}

/** So many are named; more would be read by nobody. */
const NAMED = 6

/** What a report cannot print of its name and of everything else that was typed, in a sentence; null when it can. */
export function describeUnprintable(report: Report): string | null {
  const { name, ...rest } = report
  const ofName = listUnprintable(name)
  const missing = ofName.length > 0 ? ofName : listUnprintable(listTexts(rest).join('\n'))
  if (missing.length === 0) return null
  const named = `${missing.slice(0, NAMED).join(' ')}${missing.length > NAMED ? ' …' : ''}`
  return (
    `Some characters of ${ofName.length > 0 ? 'the name' : 'what you wrote'} cannot be printed with the program’s ` +
    `fonts: “${named}”. On paper they may appear as boxes, or be missing.`
  )
}

/** Everything that is text in a value. */
export function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : []
}

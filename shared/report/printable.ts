/**
 * Check for characters that no bundled font can draw. A computer with a suitable system font prints them, others print a
 * box or nothing, so the person is warned before taking such a page to a doctor.
 */
import { printableRanges } from './printable-ranges.ts'
import type { Report } from './report.ts'

const ranges = printableRanges.split(' ').map(range => {
  const [first = '', last = first] = range.split('-')
  return { first: Number.parseInt(first, 16), last: Number.parseInt(last, 16) }
})

/** Characters without a glyph: white space, controls, and ones that only modify their neighbours. */
const needsNoGlyph = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Control}]/u

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
  return needsNoGlyph.test(character)
}

/** Unprintable characters of a text, without repetition, as whole grapheme clusters. */
export function listUnprintable(text: string): string[] {
  if ([...text].every(isPrintable)) return []
  const whole = [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment)
  return [...new Set(whole.filter(segment => ![...segment].every(isPrintable)))]
}

/** Maximum number of unprintable characters quoted in the sentence. */
const MAX_NAMED_CHARACTERS = 6

/** Sentence about characters of the report that cannot be printed, those of the name first; null if there are none. */
export function writeUnprintableSentence(report: Report): string | null {
  const { name, ...rest } = report
  const ofName = listUnprintable(name)
  const missing = ofName.length > 0 ? ofName : listUnprintable(listTexts(rest).join('\n'))
  if (missing.length === 0) return null
  const named = `${missing.slice(0, MAX_NAMED_CHARACTERS).join(' ')}${missing.length > MAX_NAMED_CHARACTERS ? ' …' : ''}`
  return (
    `Some characters of ${ofName.length > 0 ? 'the name' : 'what you wrote'} cannot be printed with the program’s ` +
    `fonts: “${named}”. On paper they may appear as boxes, or be missing.`
  )
}

/** All strings in a value, nested ones included. */
export function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : []
}

/** Numbers as people type them: "½", "1,5", "1 500", "1'500", "half a". */
import type { QuickAddContext } from './reading.ts'

const namedNumbers: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  half: 0.5,
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '1/2': 0.5,
  '1/4': 0.25,
  '3/4': 0.75,
}

/** Lookbehind: not inside another number, a range ("500-600"), a date or a clock time, nor after a minus sign. */
export const NUMBER_START = String.raw`(?<![\p{N}.,/:'’–—-])`

/** Digits grouped in threes by spaces ("1 500"), unless a word before makes the first group a time or a factor. */
const SPACED = String.raw`(?<!(?<!\p{L})(?:at|from|since|until|till|to|x)\s+|×\s*)[1-9]\d{0,2}(?:\s\d{3})+(?:[.,]\d+)?(?![\d:/])`

/** Amount; source of a regular expression. A match that would begin inside another number is left to be asked about. */
export const NUMBER = String.raw`${NUMBER_START}(?:\d+\s+1/2|\d+\s*[½¼¾⅓⅔]|[½¼¾⅓⅔]|[13]/[24]|${SPACED}|[1-9]\d{0,2}(?:['’]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*|half(?:\s+an?)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`

/** Number that a text means if it contains no grouped thousands; NaN if it means none. */
export function readNumber(text: string): number {
  const trimmed = text.trim().toLowerCase()
  const named = namedNumbers[trimmed.replace(/^half\s+an?$/, 'half')]
  if (named !== undefined) return named
  const mixed = /^(\d+)\s*(1\/2|[½¼¾⅓⅔])$/.exec(trimmed)
  if (mixed) return Number(mixed[1]) + (namedNumbers[mixed[2] ?? ''] ?? Number.NaN)
  const [only, other] = listNumbers(trimmed, { decimalSign: '.' })
  return only === undefined || other !== undefined ? Number(trimmed.replace(',', '.')) : only
}

export interface NumberReadings {
  readonly text: string
  /** Smallest and largest possible value. */
  readonly limits: readonly [min: number, max: number]
  /** True if amounts in this unit reach thousands and have no thousandths: in ml "1.000" is a thousand. */
  readonly isOfThousands: boolean
}

/**
 * Numbers within the limits that a text can mean: one if unambiguous, several to ask about, none if unreadable.
 * "1,000" is a thousand if the decimal sign is a point, and ambiguous if it is a comma; "1 500" may be "1 of 500"
 * where spaces do not usually group digits.
 */
export function listNumbersWithin(
  { text, limits: [min, max], isOfThousands }: NumberReadings,
  { decimalSign }: Pick<QuickAddContext, 'decimalSign'>,
): number[] {
  const isPossible = (value: number) => value >= min && value <= max
  const trimmed = text.trim()
  const grouped = listNumbers(trimmed, { decimalSign })
  if (grouped.length === 0) {
    const value = readNumber(text)
    return Number.isNaN(value) ? [] : [value]
  }
  const [first = Number.NaN] = grouped
  const possible = grouped.filter(isPossible)
  if (possible.length === 0) return [first]
  const isSpaced = /\d\s\d/.test(trimmed)
  // The person's own decimal sign before three digits.
  const isOwnSign = new RegExp(`^\\d+[${decimalSign}]\\d{3}$`).test(trimmed)
  if (isSpaced) return possible
  if (!isOwnSign) return possible.slice(0, 1)
  if (!isOfThousands) return possible.toSorted((a, b) => a - b).slice(0, 1)
  // Amounts in such a unit rarely have three decimals after a point; after a comma both readings are usual.
  return decimalSign === ',' ? possible : possible.slice(0, 1)
}

/** Readings of digits and signs, the one with grouped thousands first; none for anything else. */
function listNumbers(text: string, { decimalSign }: { readonly decimalSign: '.' | ',' }): number[] {
  const digits = text.replace(/['’]/g, '')
  if (/^\d+$/.test(digits)) return [Number(digits)]
  const spaced = /^(\d{1,3})((?:\s\d{3})+)([.,]\d+)?$/.exec(text)
  if (spaced) {
    const [, first = '', rest = '', decimals = ''] = spaced
    const value = Number(`${first}${rest.replace(/\s/g, '')}${decimals.replace(',', '.')}`)
    if (decimalSign === ',' || rest.length > 4) return [value]
    return [...new Set([value, Number(first) * Number(`${rest.trim()}${decimals.replace(',', '.')}`)])]
  }
  // With two signs, or one of them twice, only the last can be the decimal sign.
  const many = /^[1-9]\d{0,2}(?:(?:,\d{3})+(\.\d+)?|(?:\.\d{3})+(,\d+)?)$/.exec(digits)
  const decimals = many?.[1] ?? many?.[2] ?? ''
  const whole = digits.slice(0, digits.length - decimals.length)
  const grouped = many && Number(`${whole.replace(/[.,]/g, '')}${decimals.replace(',', '.')}`)
  const isPlainDecimal = /^\d+[.,]\d+$/.test(digits)
  const decimal = isPlainDecimal ? [Number(digits.replace(',', '.'))] : []
  return grouped === null ? decimal : [grouped, ...decimal]
}

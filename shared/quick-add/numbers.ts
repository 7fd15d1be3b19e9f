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

/** Not inside another number, a range ("500-600"), a date or a clock time, nor after a minus sign. */
export const NUMBER_START = String.raw`(?<![\p{N}.,/:'’–—-])`

/** "1 500": digits in groups of three behind spaces, unless a word before them makes the first group a time or a factor. */
const SPACED = String.raw`(?<!(?<!\p{L})(?:at|from|since|until|till|to|x)\s+|×\s*)[1-9]\d{0,2}(?:\s\d{3})+(?:[.,]\d+)?(?![\d:/])`

/** Source of a pattern for an amount. What only begins in the middle of another number is asked for instead. */
export const NUMBER = String.raw`${NUMBER_START}(?:\d+\s+1/2|\d+\s*[½¼¾⅓⅔]|[½¼¾⅓⅔]|[13]/[24]|${SPACED}|[1-9]\d{0,2}(?:['’]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*|half(?:\s+an?)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`

/** The number a text means where nothing in it can be a group of thousands; NaN when it means none. */
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
  /** Smallest and largest value that is possible. */
  readonly limits: readonly [min: number, max: number]
  /** Whether amounts of this unit have thousands and no thousandths: in ml "1.000" is a thousand. */
  readonly isOfThousands: boolean
}

/**
 * Every number within the limits that a text can mean: one where it is plain, several where it must be asked, none where
 * it cannot be read. "1,000" is a thousand where the decimal sign is a point, and asked about where it is a comma; "1 500"
 * may be "1 of 500" where that is no usual way to write a number.
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
  // No unit of thousands is written to three decimals with a point; with a comma either is usual.
  return decimalSign === ',' ? possible : possible.slice(0, 1)
}

/** The readings of digits and signs, that with groups of thousands first; none for anything else. */
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
  // Two signs, or one of them twice: the last may be the decimal sign, the others are not.
  const many = /^[1-9]\d{0,2}(?:(?:,\d{3})+(\.\d+)?|(?:\.\d{3})+(,\d+)?)$/.exec(digits)
  const decimals = many?.[1] ?? many?.[2] ?? ''
  const whole = digits.slice(0, digits.length - decimals.length)
  const grouped = many && Number(`${whole.replace(/[.,]/g, '')}${decimals.replace(',', '.')}`)
  const isPlainDecimal = /^\d+[.,]\d+$/.test(digits)
  const decimal = isPlainDecimal ? [Number(digits.replace(',', '.'))] : []
  return grouped === null ? decimal : [grouped, ...decimal]
}

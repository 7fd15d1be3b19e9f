/** Parser of typed numbers: decimal point or comma, digits in groups, an optional unit. */
import type { DecimalSign } from './conventions.ts'
import { normalizeTyped } from './digits.ts'
import { chooseReading, type TypedReading } from './reading.ts'

export interface NumberReadingOptions {
  readonly decimalSign: DecimalSign
  /** Units accepted after the number: `kg`, `fl oz`. */
  readonly units?: readonly string[]
  /** Accepts numbers that the field allows; of two readings, one that it rejects is dropped. */
  readonly isPossible?: (value: number) => boolean
}

/**
 * Parses the whole text or fails.
 *
 * A single sign followed by three digits is ambiguous: `1,000` and `1.000`. If it is the person's decimal sign, both
 * readings are returned as a question; otherwise it separates thousands.
 *
 * @example readTypedNumber('72,50', { decimalSign: '.' }) // 72.5
 */
export function readTypedNumber(text: string, options: NumberReadingOptions): TypedReading<number> {
  const typed = removeUnit(normalizeTyped(text), options.units ?? [])
  if (typed === '') return { kind: text.trim() === '' ? 'empty' : 'unreadable' }
  const [, sign = '', body = ''] = /^([-+]?) ?(.+)$/.exec(typed) ?? []
  const factor = sign === '-' ? -1 : 1
  // `+ 0` turns -0 into 0: minus zero would be displayed with its sign.
  const values = listReadings(body, options.decimalSign).map(value => factor * value + 0)
  return chooseReading(values, options.isPossible)
}

function removeUnit(text: string, units: readonly string[]): string {
  const unit = units.find(one => one !== '' && text.toLowerCase().endsWith(one.toLowerCase()))
  return unit === undefined ? text : text.slice(0, -unit.length).trim()
}

const WHOLE = /^\d+$/
const ONE_SIGN = /^(\d*)([.,])(\d*)$/
/** `1 000`, `1'000'000`, `1.000.000`, `1,00,000` as in India; and the same with decimals after another sign. */
const GROUPED = /^(\d{1,3}(?:([ ',.])\d{2,3})(?:\2\d{2,3})*)(?:(?!\2)([.,])(\d*))?$/

function listReadings(body: string, decimalSign: DecimalSign): number[] {
  if (WHOLE.test(body)) return [Number(body)]
  const single = ONE_SIGN.exec(body)
  if (single) {
    const [, before = '', sign = '', after = ''] = single
    if (before === '' && after === '') return []
    const decimal = Number(`${before || '0'}.${after || '0'}`)
    const canBeGroups = /^[1-9]\d{0,2}$/.test(before) && after.length === 3
    if (!canBeGroups) return [decimal]
    const grouped = Number(before + after)
    return sign === decimalSign ? [decimal, grouped] : [grouped]
  }
  const [, whole = '', separator = '', , decimals = ''] = GROUPED.exec(body) ?? []
  const groups = whole.split(separator)
  const isThousands = groups.slice(1).every(group => group.length === 3)
  const isIndian =
    separator === ',' && groups.at(-1)?.length === 3 && groups.slice(1, -1).every(group => group.length === 2)
  if (whole === '' || whole.startsWith('0') || !(isThousands || isIndian)) return []
  return [Number(`${groups.join('')}.${decimals || '0'}`)]
}

/** Formats a number for an input field, without groups, so that `readTypedNumber` parses it to the same number. */
export function writeTypedNumber(value: number, decimalSign: DecimalSign): string {
  // A double holds about 15 significant digits; more would show rounding errors.
  const text = value.toLocaleString('en-US', {
    numberingSystem: 'latn',
    useGrouping: false,
    maximumFractionDigits: 15,
  })
  // Exactly three decimals could be parsed as thousands; a trailing zero makes them four.
  const isMistakable = /^-?[1-9]\d{0,2}\.\d{3}$/.test(text)
  return `${text}${isMistakable ? '0' : ''}`.replace('.', decimalSign)
}

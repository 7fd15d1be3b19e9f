/** Reads typed numbers: decimal point and comma alike, and digits in groups. */
import type { DecimalSign } from './conventions.ts'
import { normalizeTyped } from './digits.ts'
import { chooseReading, type TypedReading } from './reading.ts'

export interface NumberReadingOptions {
  readonly decimalSign: DecimalSign
  /** What may stand after the number: `kg`, `fl oz`. */
  readonly units?: readonly string[]
  /** Whether the field takes the number; of two readings the possible one is meant. */
  readonly isPossible?: (value: number) => boolean
}

/**
 * Reads the whole text or nothing of it.
 *
 * One sign with three digits after it separates thousands or decimals: `1,000` and `1.000`. It separates decimals only
 * where it is the person's decimal sign, and then the two readings are a question; else it separates thousands.
 *
 * @example readTypedNumber('72,50', { decimalSign: '.' }) // 72.5
 */
export function readTypedNumber(text: string, options: NumberReadingOptions): TypedReading<number> {
  const typed = removeUnit(normalizeTyped(text), options.units ?? [])
  if (typed === '') return { kind: text.trim() === '' ? 'empty' : 'unreadable' }
  const [, sign = '', body = ''] = /^([-+]?) ?(.+)$/.exec(typed) ?? []
  const factor = sign === '-' ? -1 : 1
  // Never minus zero, which would be shown with its sign.
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

/** A number as a field shows it, without groups, so that it is read as the same number again. */
export function writeTypedNumber(value: number, decimalSign: DecimalSign): string {
  // Up to 15 digits, as many as a number holds.
  const text = value.toLocaleString('en-US', {
    numberingSystem: 'latn',
    useGrouping: false,
    maximumFractionDigits: 15,
  })
  // Three decimals could be taken for thousands: a fourth one tells.
  const isMistakable = /^-?[1-9]\d{0,2}\.\d{3}$/.test(text)
  return `${text}${isMistakable ? '0' : ''}`.replace('.', decimalSign)
}

/** Numbers in cells: decimal point or comma, grouped thousands, and a trailing unit. */
import type { Unit } from '../kinds/fields.ts'
import { CellProblem, normaliseCell } from './text.ts'

export const decimalSigns = ['point', 'comma'] as const
export type DecimalSign = (typeof decimalSigns)[number]

/** Spellings of each column unit. */
const unitWords: Readonly<Record<Unit, readonly string[]>> = {
  ml: ['ml', 'millilitres', 'milliliters'],
  mg: ['mg'],
  g: ['g'],
  kg: ['kg'],
  mm: ['mm'],
  cm: ['cm'],
  m: ['m'],
  km: ['km'],
  '%': ['%', 'percent', 'vol', '%vol', 'abv'],
  '°C': ['°c', 'c', '℃'],
  seconds: ['s', 'sec', 'secs', 'second', 'seconds'],
  minutes: ['min', 'mins', 'minute', 'minutes'],
  hours: ['h', 'hr', 'hrs', 'hour', 'hours'],
  servings: ['serving', 'servings'],
}

/** Number and the unit after it. */
const NUMBER_AND_UNIT = /^([+-]?(?:\d|[.,](?=\d)).*?)(?: ?([a-z%°℃][a-z%°℃ .]*))?$/i
const EXPONENT = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i
/** Grouped thousands: `1,000`, `1.000.000`, `1 000`, `1'000`. */
const GROUPED = /^[+-]?\d{1,3}(?:([,. '’])\d{3})(?:\1\d{3})*$/

/** Evidence in a number's signs: the decimal sign, an ambiguity, or 'nothing'. */
export type GroupsFound = DecimalSign | 'comma-or-groups' | 'point-or-groups' | 'nothing'

/** Evidence of one cell; three digits after a single sign may also be a group. */
export function readGroups(text: string): GroupsFound {
  const cell = cutUnit(normaliseCell(text)).number.replace(/^[+-]/, '')
  const signs = cell.replace(/[^,.]/g, '')
  if (signs === '' || !/^[\d,. '’]+(?:e[+-]?\d+)?$/i.test(cell)) return 'nothing'
  const last = signs.at(-1)
  // With both signs, the last one is decimal. A repeated sign groups thousands.
  if (signs.includes(',') && signs.includes('.')) return last === ',' ? 'comma' : 'point'
  if (signs.length > 1) return last === ',' ? 'point' : 'comma'
  const isUnclear = GROUPED.test(cell) && !/^0+[,.]/.test(cell)
  if (last === ',') return isUnclear ? 'comma-or-groups' : 'comma'
  return isUnclear ? 'point-or-groups' : 'point'
}

/** @throws CellProblem */
export function readNumber(text: string, decimalSign: DecimalSign, unit?: Unit): number {
  const { number, unit: given } = cutUnit(normaliseCell(text))
  const sign = decimalSign === 'comma' ? ',' : '.'
  if (given !== '' && !(unit !== undefined && isWordOf(unit, given)))
    throw new CellProblem(
      unit === undefined
        ? `Enter a number such as 12${sign}5, without anything behind it.`
        : `This column is in ${unit === '%' ? 'percent' : unit}. Enter the number alone, such as 12${sign}5.`,
    )
  const bare = EXPONENT.test(number) ? number : withoutGroups(number, sign)
  const value = Number(bare?.replace(sign, '.') ?? Number.NaN)
  if (number === '' || !Number.isFinite(value))
    throw new CellProblem(`Enter a number such as 12${sign}5, without signs between thousands.`)
  return value
}

/** Number with its decimal sign only; null if a group does not have three digits. */
function withoutGroups(number: string, sign: ',' | '.'): string | null {
  const [whole = '', fraction, ...more] = number.split(sign)
  if (more.length > 0 || !/^\d*$/.test(fraction ?? '') || fraction === '') return null
  if (/^[+-]?\d*$/.test(whole)) return whole === '' && fraction === undefined ? null : number
  return GROUPED.test(whole) ? number.replace(/[,. '’]/g, one => (one === sign ? one : '')) : null
}

/** Splits a normalised cell into number and unit. */
export function cutUnit(cell: string): { readonly number: string; readonly unit: string } {
  if (EXPONENT.test(cell)) return { number: cell, unit: '' }
  const [, number, unit = ''] = NUMBER_AND_UNIT.exec(cell) ?? []
  return number === undefined ? { number: cell, unit: '' } : { number, unit }
}

function isWordOf(unit: Unit, given: string): boolean {
  return unitWords[unit].includes(given.toLowerCase().replace(/[ .]/g, ''))
}

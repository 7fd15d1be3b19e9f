/** Numbers and lengths of time in a table: decimal sign, units, and what stays open and is asked. */
import { type DecimalSign, readGroups, readNumber } from '../csv/numbers.ts'
import { CellProblem, normaliseCell } from '../csv/text.ts'
import { ML_PER_FLUID_OUNCE } from '../kinds/volume.ts'
import { type Asking, idOfName, quote } from './asking.ts'

/** Evidence for the decimal sign of some cells. */
export interface SignEvidence {
  /** Null where no cell shows it, or where they contradict each other. */
  readonly sign: DecimalSign | null
  /** First cell that reads differently by either sign; null where there is none. */
  readonly unclear: string | null
}

export function findDecimalSign(cells: readonly string[]): SignEvidence {
  const found = new Set<DecimalSign>()
  let unclear: string | null = null
  for (const cell of cells) {
    const evidence = readGroups(cutWords(normaliseCell(cell)).number)
    if (evidence === 'comma' || evidence === 'point') found.add(evidence)
    else if (evidence !== 'nothing') unclear ??= normaliseCell(cell)
  }
  const [sign = null, ...others] = found
  return { sign: others.length > 0 ? null : sign, unclear }
}

/**
 * Decimal sign of a column: shown by one of its cells, else asked with both readings of one. Exactly three digits after a
 * single sign may be thousands or decimals. Null while it is not answered.
 */
export function settleDecimalSign(
  column: string,
  cells: readonly string[],
  asking: Asking,
): DecimalSign | null {
  const { sign, unclear } = findDecimalSign(cells)
  if (sign !== null) return sign
  if (unclear === null) return 'point'
  return askDecimalSign(column, unclear, null, asking)
}

export function askDecimalSign(
  column: string,
  cell: string,
  suggested: DecimalSign | null,
  asking: Asking,
): DecimalSign | null {
  const { number } = cutWords(cell)
  const options = (['point', 'comma'] as const).map(sign => ({
    id: sign,
    label: String(orNull(() => readNumber(number, sign)) ?? number),
  }))
  return asking.one({
    id: `decimal-sign:${idOfName(column)}`,
    group: 'Numbers',
    text: `Which number is “${cell}” in the column ${quote(column)}?`,
    options,
    suggested,
  })
}

function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof CellProblem) return null
    throw error
  }
}

/** Number with a unit behind it, in any script: `250 ml`, `0,5 л`. */
const WORDS_BEHIND = /^([^\p{L}%°]*\d) ?([\p{L}%°][\p{L}\p{M}%°. ]{0,20})$/u

const cutWords = (cell: string): { readonly number: string; readonly unit: string } => {
  const [, number = cell, unit = ''] = WORDS_BEHIND.exec(cell) ?? []
  return { number, unit }
}

export interface Measured {
  readonly value: number
  /** Unit behind the number, in small letters; empty for none. */
  readonly unit: string
}

/** Number of a cell; null for anything else. */
export function readMeasured(text: string, sign: DecimalSign): Measured | null {
  // Most cells of a note or a tag: refused before they cost an error.
  if (!/\p{Nd}/u.test(text)) return null
  const { number, unit } = cutWords(normaliseCell(text))
  const value = orNull(() => readNumber(number, sign))
  return value === null ? null : { value, unit: plainUnit(unit) }
}

const plainUnit = (unit: string): string =>
  unit
    .toLowerCase()
    .replaceAll(/[\s.]+/gu, ' ')
    .trim()

/** Unit in the name of a column: `Amount (ml)`, `volume_ml`, `Duration [min]`; empty for none. */
export function unitInName(name: string): string {
  const [, bracketed] = /[([]([^()[\]]{1,20})[)\]]\s*$/.exec(name) ?? []
  const [, last = ''] = /[_\s-](\p{L}{1,10}\.?)$/u.exec(name) ?? []
  const unit = plainUnit(bracketed ?? last)
  return mlPerUnit.has(unit) || minutesPerUnit.has(unit) || kmPerUnit.has(unit) || isOunce(unit) ? unit : ''
}

export const volumeUnits = {
  ml: 1,
  cl: 10,
  dl: 100,
  l: 1000,
  'oz-us': ML_PER_FLUID_OUNCE.us,
  'oz-uk': ML_PER_FLUID_OUNCE.uk,
} as const
export type VolumeUnit = keyof typeof volumeUnits

/** Words of a unit by its factor. */
const unitsOf = (words: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(words).flatMap(([list, factor]) =>
      list.split(' ').map((word): [string, number] => [word, factor]),
    ),
  )

const mlPerUnit = unitsOf({
  'ml milliliter milliliters millilitre millilitres cc мл': 1,
  'cl centiliter centilitre': 10,
  'dl deciliter decilitre дл': 100,
  'l liter liters litre litres litro litros л': 1000,
})

/** Fluid ounces, of which the American and the British differ by 4 %. */
export const isOunce = (unit: string): boolean =>
  /^(?:us |uk |imp(?:erial)? )?(?:fl ?)?oz$|^(?:fluid )?ounces?$/.test(unit)

/** Millilitres of a unit; null for a unit that is none of volume, or for ounces of a country that is not named. */
export function getMlPerUnit(unit: string): number | null {
  if (isOunce(unit)) {
    if (unit.startsWith('us')) return ML_PER_FLUID_OUNCE.us
    return /^(?:uk|imp)/.test(unit) ? ML_PER_FLUID_OUNCE.uk : null
  }
  return mlPerUnit.get(unit) ?? null
}

const minutesPerUnit = unitsOf({
  's sec secs second seconds sek sekunden сек': 1 / 60,
  'min mins minute minutes minuten minuti minutos мин dk': 1,
  'h hr hrs hour hours std stunden heures ore horas ч': 60,
})

/** Minutes of a unit; null for one that is none of time. */
export const getMinutesPerUnit = (unit: string): number | null => minutesPerUnit.get(unit) ?? null

/** Metres of a unit of distance. */
export const METRES = { km: 1000, mi: 1609.344, m: 1, yd: 0.9144, ft: 0.3048 } as const

const kmPerUnit = unitsOf({
  'km kms kilometer kilometers kilometre kilometres км': 1,
  'mi mile miles meilen': METRES.mi / METRES.km,
  'm meter meters metre metres м': METRES.m / METRES.km,
})

/** Kilometres of a unit; null for one that is none of length. */
export const getKmPerUnit = (unit: string): number | null => kmPerUnit.get(unit) ?? null

/** Length in `H:MM:SS` or `H:MM`, in seconds; null for anything else and for a negative one. */
export function readLength(text: string): number | null {
  const [, hours, minutes, seconds = '0'] =
    /^(\d{1,4}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?$/.exec(normaliseCell(text)) ?? []
  if (hours === undefined || Number(minutes) > 59 || Number(seconds) > 59) return null
  return (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
}

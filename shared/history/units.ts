/** Units of other programs' values. Null for a unit that is not known: a value is never read by a guessed one. */
import { ML_PER_FLUID_OUNCE } from '../kinds/volume.ts'

type Factors = Readonly<Record<string, number>>

const { us, uk } = ML_PER_FLUID_OUNCE

/** HealthKit's names, in small letters. */
const ML: Factors = {
  ml: 1,
  cl: 10,
  dl: 100,
  l: 1000,
  fl_oz_us: us,
  fl_oz_imp: uk,
  cup_us: 8 * us,
  cup_imp: 10 * uk,
  pt_us: 16 * us,
  pt_imp: 20 * uk,
}
const METRES: Factors = { m: 1, cm: 0.01, km: 1000, mi: 1609.344, yd: 0.9144, ft: 0.3048 }
const MILLIGRAMS: Factors = { mg: 1, g: 1000, mcg: 0.001, µg: 0.001 }
const SECONDS: Factors = { s: 1, sec: 1, min: 60, h: 3600, hr: 3600 }

const convert =
  (factors: Factors) =>
  (value: number, unit: string): number | null => {
    const factor = Object.hasOwn(factors, unit.toLowerCase()) ? factors[unit.toLowerCase()] : undefined
    return factor === undefined || !Number.isFinite(value) ? null : value * factor
  }

export const toMl = convert(ML)
export const toMetres = convert(METRES)
export const toMilligrams = convert(MILLIGRAMS)
export const toSeconds = convert(SECONDS)

/** @param unit `degC`, `degF` or `K` */
export function toCelsius(value: number, unit: string): number | null {
  if (!Number.isFinite(value)) return null
  switch (unit) {
    case 'degC':
      return value
    case 'degF':
      return ((value - 32) * 5) / 9
    case 'K':
      return value - 273.15
    default:
      return null
  }
}

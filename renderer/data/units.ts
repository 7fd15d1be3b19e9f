/**
 * Conversion of volumes and temperatures to the chosen units. The journal stores millilitres and degrees Celsius; only
 * displayed and typed values are converted, and only here.
 */
import { ML_PER_FLUID_OUNCE, roundToHundredthMl } from '../../shared/kinds/volume.ts'
import type { Conventions, TemperatureUnit, VolumeUnit } from '../../shared/locale/conventions.ts'
import { useConventions } from './conventions.ts'
import { formatNumber, formatVolume } from './format.ts'

export interface DisplayUnit {
  /** Displayed symbol: "fl oz". */
  readonly symbol: string
  /** Name for screen readers: "US fluid ounces". */
  readonly name: string
  /** Number of digits shown after the decimal sign. */
  readonly digits: number
  /** Conversion from the stored unit to this one, and back. */
  readonly show: (stored: number) => number
  readonly store: (shown: number) => number
}

/** Adds 0 to turn minus zero into zero, which would be shown with its sign. */
const roundTo = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits + 0

const fluidOunces = (name: string, mlPerOunce: number): DisplayUnit => ({
  symbol: 'fl oz',
  name,
  digits: 1,
  show: ml => roundTo(ml / mlPerOunce, 1),
  store: ounces => roundToHundredthMl(ounces * mlPerOunce),
})

const commonSizes: Record<VolumeUnit, readonly number[]> = {
  ml: [150, 200, 250, 330, 500, 750, 1000],
  'fl-oz-us': [4, 6, 8, 12, 16, 20, 32],
  'fl-oz-uk': [5, 7, 10, 12, 16, 20, 35],
}

const same = (value: number) => value

export const volumeUnitsByWord: Record<VolumeUnit, DisplayUnit> = {
  ml: {
    symbol: 'ml',
    name: 'millilitres',
    digits: 0,
    show: roundToHundredthMl,
    store: roundToHundredthMl,
  },
  'fl-oz-us': fluidOunces('US fluid ounces', ML_PER_FLUID_OUNCE.us),
  'fl-oz-uk': fluidOunces('UK fluid ounces', ML_PER_FLUID_OUNCE.uk),
}

export const temperatureUnitsByWord: Record<TemperatureUnit, DisplayUnit> = {
  c: { symbol: '°C', name: 'degrees Celsius', digits: 1, show: same, store: same },
  // Two stored digits, so that a tenth of a degree Fahrenheit survives the round trip.
  f: {
    symbol: '°F',
    name: 'degrees Fahrenheit',
    digits: 1,
    show: celsius => roundTo((celsius * 9) / 5 + 32, 1),
    store: fahrenheit => roundTo(((fahrenheit - 32) * 5) / 9, 2),
  },
}

export interface Units {
  readonly volume: DisplayUnit
  readonly temperature: DisplayUnit
  /** Common sizes of cups, cans and bottles where this unit is used, in ml. */
  readonly commonVolumesMl: readonly number[]
  /** "250 ml", "1.25 L", "8.5 fl oz". */
  readonly formatVolume: (volumeMl: number) => string
  /** "21.5 °C", "70.7 °F". */
  readonly formatTemperature: (celsius: number) => string
}

export function unitsOf(profile: Pick<Conventions, 'volumeUnit' | 'temperatureUnit'>): Units {
  const volume = volumeUnitsByWord[profile.volumeUnit]
  const temperature = temperatureUnitsByWord[profile.temperatureUnit]
  const format = (unit: DisplayUnit, stored: number) =>
    `${formatNumber(unit.show(stored), unit.digits)} ${unit.symbol}`
  return {
    volume,
    temperature,
    commonVolumesMl: commonSizes[profile.volumeUnit].map(volume.store),
    formatVolume: ml => (profile.volumeUnit === 'ml' ? formatVolume(ml) : format(volume, ml)),
    formatTemperature: celsius => format(temperature, celsius),
  }
}

const byUnits = new Map<string, Units>()

/** Units of the person; those of the system's region until the profile is read. */
export function useUnits(): Units {
  const { volumeUnit, temperatureUnit } = useConventions()
  const key = `${volumeUnit} ${temperatureUnit}`
  const units = byUnits.get(key) ?? unitsOf({ volumeUnit, temperatureUnit })
  byUnits.set(key, units)
  return units
}

/// <reference lib="esnext.intl" />
/**
 * Regional conventions: formats of dates, times, numbers and quantities. Texts are English everywhere; regional data come
 * from CLDR through `Intl`, always with an explicit locale, never the engine's default. Calendar (Gregorian) and digits
 * (0 to 9) are the same in every region.
 */

export const dateOrders = ['dmy', 'mdy', 'ymd'] as const
export type DateOrder = (typeof dateOrders)[number]
export const hourCycles = [24, 12] as const
export type HourCycle = (typeof hourCycles)[number]
/** Monday = 0, as in the rest of the program. */
export const weekdays = [0, 1, 2, 3, 4, 5, 6] as const
type Weekday = (typeof weekdays)[number]
export const papers = ['A4', 'Letter'] as const
export type Paper = (typeof papers)[number]
export const decimalSigns = ['.', ','] as const
export type DecimalSign = (typeof decimalSigns)[number]
export const volumeUnits = ['ml', 'fl-oz-us', 'fl-oz-uk'] as const
export type VolumeUnit = (typeof volumeUnits)[number]
export const volumeUnitWords: Readonly<Record<VolumeUnit, string>> = {
  ml: 'Millilitres',
  'fl-oz-us': 'Fluid ounces (US)',
  'fl-oz-uk': 'Fluid ounces (UK)',
}
export const temperatureUnits = ['c', 'f'] as const
export type TemperatureUnit = (typeof temperatureUnits)[number]
export const temperatureUnitWords: Readonly<Record<TemperatureUnit, string>> = {
  c: 'Celsius',
  f: 'Fahrenheit',
}

export interface Conventions {
  readonly dateOrder: DateOrder
  readonly hourCycle: HourCycle
  readonly firstWeekday: Weekday
  readonly paper: Paper
  readonly decimalSign: DecimalSign
  readonly volumeUnit: VolumeUnit
  readonly temperatureUnit: TemperatureUnit
}

/** Overrides of the system's conventions; null means "as the system". */
export type ConventionChoices = { readonly [Name in keyof Conventions]: Conventions[Name] | null }

/** Fallback when the system names no region: British dates, the 24-hour clock, metric units. */
export const plainConventions: Conventions = {
  dateOrder: 'dmy',
  hourCycle: 24,
  firstWeekday: 0,
  paper: 'A4',
  decimalSign: '.',
  volumeUnit: 'ml',
  temperatureUnit: 'c',
}

/** The system's BCP 47 locale per category of conventions; null if it names none. */
export interface SystemLocales {
  readonly time: string | null
  readonly number: string | null
  readonly measurement: string | null
  readonly paper: string | null
}

export function deriveConventions({ time, number, measurement, paper }: SystemLocales): Conventions {
  const plain = plainConventions
  return {
    dateOrder: findDateOrder(time) ?? plain.dateOrder,
    hourCycle: findHourCycle(time) ?? plain.hourCycle,
    firstWeekday: findFirstWeekday(time) ?? plain.firstWeekday,
    paper: letterRegions.has(getRegion(paper)) ? 'Letter' : 'A4',
    decimalSign: findDecimalSign(number) ?? plain.decimalSign,
    volumeUnit: usCustomaryRegions.has(getRegion(measurement)) ? 'fl-oz-us' : 'ml',
    temperatureUnit: fahrenheitRegions.has(getRegion(measurement)) ? 'f' : 'c',
  }
}

export function chooseConventions(system: Conventions, choices: ConventionChoices): Conventions {
  return {
    dateOrder: choices.dateOrder ?? system.dateOrder,
    hourCycle: choices.hourCycle ?? system.hourCycle,
    firstWeekday: choices.firstWeekday ?? system.firstWeekday,
    paper: choices.paper ?? system.paper,
    decimalSign: choices.decimalSign ?? system.decimalSign,
    volumeUnit: choices.volumeUnit ?? system.volumeUnit,
    temperatureUnit: choices.temperatureUnit ?? system.temperatureUnit,
  }
}

/** Region of a BCP 47 tag: `GB` of `en-GB`, the likely region (CLDR) of a tag without one, '' if there is none. */
export function getRegion(locale: string | null): string {
  return parseLocale(locale)?.maximize().region ?? ''
}

/** CLDR `paperSize` US-Letter, with the territories of the United States. */
const letterRegions = new Set('AS BZ CA CL CO CR GT GU MP MX NI PA PH PR SV UM US VE VI'.split(' '))
/** Regions that measure drinks in US fluid ounces. */
const usCustomaryRegions = new Set('AS GU MP PR UM US VI'.split(' '))
/** CLDR `measurementSystem-category-temperature` US. */
const fahrenheitRegions = new Set('AS BS BZ FM GU KY LR MH MP PR PW UM US VI'.split(' '))

function parseLocale(locale: string | null): Intl.Locale | null {
  if (locale === null) return null
  try {
    return new Intl.Locale(locale)
  } catch {
    return null
  }
}

/**
 * Locale to read a region's data from: the given language in the region (`fr-CA`) or, if CLDR has no data for that pair,
 * the region's own language. Null if the engine has neither, because `Intl` would silently use its default locale.
 */
function findDataLocale(locale: string | null): string | null {
  const given = parseLocale(locale)?.maximize()
  if (given?.region === undefined) return null
  const local = new Intl.Locale(`und-${given.region}`).maximize()
  const candidates = [`${given.language}-${given.region}`, `${local.language}-${given.region}`]
  return candidates.find(candidate => isKnownIn(candidate, given.region)) ?? null
}

function isKnownIn(candidate: string, region: string | undefined): boolean {
  if (Intl.DateTimeFormat.supportedLocalesOf(candidate).length === 0) return false
  const { locale } = new Intl.DateTimeFormat(candidate, { ...gregorian, timeZone: 'UTC' }).resolvedOptions()
  return new Intl.Locale(locale).maximize().region === region
}

const gregorian = { calendar: 'gregory', numberingSystem: 'latn' } as const

function findDateOrder(locale: string | null): DateOrder | null {
  const known = findDataLocale(locale)
  if (known === null) return null
  const order = new Intl.DateTimeFormat(known, {
    ...gregorian,
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
    .formatToParts(0)
    .flatMap(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? [type.charAt(0)] : []))
    .join('')
  return dateOrders.find(candidate => candidate === order) ?? null
}

function findDecimalSign(locale: string | null): DecimalSign | null {
  const known = findDataLocale(locale)
  if (known === null) return null
  const parts = new Intl.NumberFormat(known, { numberingSystem: 'latn' }).formatToParts(1.5)
  const sign = parts.find(({ type }) => type === 'decimal')?.value
  return decimalSigns.find(candidate => candidate === sign) ?? null
}

function findHourCycle(locale: string | null): HourCycle | null {
  const [preferred] = parseLocale(locale)?.getHourCycles?.() ?? []
  if (preferred === undefined) return null
  return preferred === 'h11' || preferred === 'h12' ? 12 : 24
}

function findFirstWeekday(locale: string | null): Weekday | null {
  // ISO: Monday = 1, Sunday = 7.
  const isoDay = parseLocale(locale)?.getWeekInfo?.().firstDay
  return weekdays.find(day => day + 1 === isoDay) ?? null
}

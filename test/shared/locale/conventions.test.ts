import { describe, expect, test } from 'vitest'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import {
  type Conventions,
  chooseConventions,
  deriveConventions,
  getRegion,
  plainConventions,
} from '../../../shared/locale/conventions.ts'
import { readPosixLocales, toBcp47 } from '../../../shared/locale/posix-locale.ts'
import { describeSystemRegion } from '../../../shared/locale/system-region.ts'

const everywhere = (locale: string | null) =>
  deriveConventions({ time: locale, number: locale, measurement: locale, paper: locale })

const write = (it: Conventions) =>
  `${it.dateOrder} ${it.hourCycle} ${it.firstWeekday} ${it.paper} ${it.decimalSign} ${it.volumeUnit} ${it.temperatureUnit}`

describe('the conventions of a region', () => {
  test.each([
    ['en-GB', 'dmy 24 0 A4 . ml c'],
    ['en-US', 'mdy 12 6 Letter . fl-oz-us f'],
    ['de-DE', 'dmy 24 0 A4 , ml c'],
    ['en-DE', 'dmy 24 0 A4 , ml c'],
    ['de-CH', 'dmy 24 0 A4 . ml c'],
    ['en-CA', 'ymd 12 6 Letter . ml c'],
    ['fr-CA', 'ymd 24 6 Letter , ml c'],
    ['sv-SE', 'ymd 24 0 A4 , ml c'],
    ['ja-JP', 'ymd 24 6 A4 . ml c'],
    // Other calendars and digits, right to left: only the conventions follow, as Gregorian dates in 0 to 9.
    ['th-TH', 'dmy 24 6 A4 . ml c'],
    ['fa-IR', 'ymd 24 5 A4 . ml c'],
    ['ar-SA', 'dmy 12 6 A4 . ml c'],
    ['he-IL', 'dmy 24 6 A4 . ml c'],
    ['es-PR', 'mdy 12 6 Letter . fl-oz-us f'],
  ])('%s', (locale, conventions) => {
    expect(write(everywhere(locale))).toBe(conventions)
  })

  test('are those of the language there, or of the region’s own language', () => {
    expect(everywhere('xx-DE')).toEqual(everywhere('de-DE'))
  })

  test.each([null, '', 'not a locale', 'zz-ZZ-!!'])('%j names none, and plain ones hold', locale => {
    expect(everywhere(locale)).toEqual(plainConventions)
  })

  test('are read each from the locale of its own sort', () => {
    expect(
      deriveConventions({ time: 'en-GB', number: 'de-DE', measurement: 'en-US', paper: 'en-US' }),
    ).toEqual({
      dateOrder: 'dmy',
      hourCycle: 24,
      firstWeekday: 0,
      paper: 'Letter',
      decimalSign: ',',
      volumeUnit: 'fl-oz-us',
      temperatureUnit: 'f',
    })
  })

  test('give way to what the person chose, one by one', () => {
    const system = everywhere('en-US')
    expect(chooseConventions(system, emptyProfile)).toEqual(system)
    expect(chooseConventions(system, { ...emptyProfile, hourCycle: 24, paper: 'A4' })).toEqual({
      ...system,
      hourCycle: 24,
      paper: 'A4',
    })
  })
})

test.each([
  ['en-GB', 'GB'],
  ['de', 'DE'],
  ['sr-Latn-RS', 'RS'],
  [null, ''],
  ['?', ''],
])('the region of %j is %j', (locale, region) => {
  expect(getRegion(locale)).toBe(region)
})

describe('a POSIX locale', () => {
  test.each([
    ['de_DE.UTF-8@euro', 'de-DE'],
    ['en_GB.UTF-8', 'en-GB'],
    ['en_GB', 'en-GB'],
    ['en-GB', 'en-GB'],
    ['de', 'de'],
    ['es_419', 'es-419'],
    ['sr_RS@latin', 'sr-Latn-RS'],
    ['ca_ES.UTF-8@valencia', 'ca-ES'],
    ['C', null],
    ['C.UTF-8', null],
    ['POSIX', null],
    ['en_US@posix', null],
    ['', null],
    ['???', null],
  ])('%s is %s', (posix, locale) => {
    expect(toBcp47(posix)).toBe(locale)
  })
})

describe('the environment', () => {
  const regions = (env: Record<string, string>) => Object.values(readPosixLocales(env))

  test('names all sorts with LANG', () => {
    expect(regions({ LANG: 'de_DE.UTF-8' })).toEqual(['de-DE', 'de-DE', 'de-DE', 'de-DE'])
  })

  test('names single sorts beside it, and an empty variable names none', () => {
    const env = { LANG: 'en_US.UTF-8', LC_TIME: 'en_GB.UTF-8', LC_PAPER: 'de_DE.UTF-8', LC_MEASUREMENT: '' }
    expect(readPosixLocales(env)).toEqual({
      time: 'en-GB',
      number: 'en-US',
      measurement: 'en-US',
      paper: 'de-DE',
    })
  })

  test('names all sorts with LC_ALL, whatever else is set; empty, it names none', () => {
    expect(regions({ LC_ALL: 'en_GB.UTF-8', LC_TIME: 'en_US.UTF-8', LANG: 'fr_FR' })).toEqual(
      Array(4).fill('en-GB'),
    )
    expect(regions({ LC_ALL: '', LANG: 'fr_FR' })).toEqual(Array(4).fill('fr-FR'))
  })

  test('may name nothing at all', () => {
    expect(describeSystemRegion(readPosixLocales({}))).toEqual({
      conventions: plainConventions,
      locale: null,
    })
    expect(describeSystemRegion(readPosixLocales({ LC_ALL: 'C' })).locale).toBeNull()
  })

  test('with American texts and a British region is British', () => {
    const env = {
      LANG: 'en_US.UTF-8',
      LC_TIME: 'en_GB.UTF-8',
      LC_PAPER: 'en_GB.UTF-8',
      LC_MEASUREMENT: 'en_GB.UTF-8',
    }
    expect(write(describeSystemRegion(readPosixLocales(env)).conventions)).toBe('dmy 24 0 A4 . ml c')
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { temperatureUnitsByWord, unitsOf, volumeUnitsByWord } from '../../../renderer/data/units.ts'

describe('volumes', () => {
  test('are kept to a hundredth of a millilitre however they are typed', () => {
    expect(volumeUnitsByWord['fl-oz-us'].store(12)).toBe(354.88)
    expect(volumeUnitsByWord['fl-oz-uk'].store(20)).toBe(568.26)
    expect(volumeUnitsByWord.ml.store(250)).toBe(250)
  })

  test('add up to what was typed', () => {
    const us = unitsOf({ volumeUnit: 'fl-oz-us', temperatureUnit: 'f' })
    const eightDrinks = Array.from({ length: 8 }, () => us.volume.store(8)).reduce((sum, ml) => sum + ml, 0)
    expect(us.formatVolume(eightDrinks)).toBe('64 fl oz')
  })

  test('read as the unit has them', () => {
    const us = unitsOf({ volumeUnit: 'fl-oz-us', temperatureUnit: 'f' })
    expect(us.formatVolume(355)).toBe('12 fl oz')
    expect(unitsOf({ volumeUnit: 'ml', temperatureUnit: 'c' }).formatVolume(1250)).toBe('1.25 L')
  })

  test('typed to a tenth of an ounce come back as they were typed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('fl-oz-us' as const, 'fl-oz-uk' as const),
        fc.integer({ min: 1, max: 1500 }),
        (word, tenths) => {
          const unit = volumeUnitsByWord[word]
          expect(unit.show(unit.store(tenths / 10))).toBe(tenths / 10)
        },
      ),
    )
  })
})

describe('temperatures', () => {
  test('are kept in Celsius', () => {
    expect(temperatureUnitsByWord.f.store(86)).toBe(30)
    expect(temperatureUnitsByWord.f.show(18)).toBe(64.4)
    expect(unitsOf({ volumeUnit: 'ml', temperatureUnit: 'f' }).formatTemperature(-40)).toBe('-40 °F')
  })

  test('typed to a tenth of a degree come back as they were typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -760, max: 1400 }), tenths => {
        const { show, store } = temperatureUnitsByWord.f
        expect(show(store(tenths / 10))).toBe(tenths / 10 + 0)
      }),
    )
  })
})

/**
 * The planted truth can be found again in ten years of the demo's life, by the plainest stratified method: a
 * Mantel-Haenszel risk ratio of the cramp-days with against those without the exposure, within 28-day blocks and kind of
 * day. (Mantel and Haenszel 1959; for the risk ratio Greenland and Robins 1985, Biometrics 41:55.)
 */
import { describe, expect, it } from 'vitest'
import { sufferCramps } from '../../../shared/demo/cramps.ts'
import { measureExposure } from '../../../shared/demo/exposures.ts'
import { type LivedDay, liveDays } from '../../../shared/demo/life.ts'
import {
  type PlantedExposure,
  plantedEffects,
  plantedFactor,
  plantedRisk,
} from '../../../shared/demo/planted-truth.ts'
import { createRandom } from '../../../shared/statistics/random.ts'

const FIRST_DAY = 15_000
const DAYS = 3640
const life = liveDays(createRandom(11), createRandom(13), FIRST_DAY, DAYS)
const lookUp = (day: number) => life[day - FIRST_DAY]
const studied = life.slice(3)
const crampDays = new Set(sufferCramps(createRandom(12), studied, lookUp).map(onset => onset.crampDay))

/** Most cramps come around three in the morning, fifteen hours after the cramp-day's noon. */
const atThree = (lived: LivedDay) => lived.day * 1440 + 720 + 900

function valuesOf(exposure: PlantedExposure): number[] {
  const windowHours = plantedEffects.find(effect => effect.exposure === exposure)?.windowHours ?? null
  return studied.map(lived => measureExposure(exposure, windowHours, atThree(lived), lookUp))
}

function stratifiedRiskRatio(isExposed: (value: number) => boolean, values: readonly number[]): number {
  const strata = Map.groupBy(studied.keys(), index => {
    const lived = studied[index]
    return lived && `${Math.floor(lived.day / 28)} ${lived.weekend}`
  })
  let above = 0
  let below = 0
  for (const indices of strata.values()) {
    const exposed = indices.filter(index => isExposed(values[index] ?? Number.NaN))
    const unexposed = indices.filter(index => !isExposed(values[index] ?? Number.NaN))
    const cramped = (days: number[]) => days.filter(index => crampDays.has(studied[index]?.day ?? -1)).length
    above += (cramped(exposed) * unexposed.length) / indices.length
    below += (cramped(unexposed) * exposed.length) / indices.length
  }
  return above / below
}

describe('the planted truth', () => {
  it('has exposures that matter and exposures that do not', () => {
    const ratios = plantedEffects.map(effect => effect.riskRatio)
    expect(ratios.filter(ratio => ratio === 1).length).toBeGreaterThanOrEqual(3)
    expect(ratios.filter(ratio => ratio !== 1).length).toBeGreaterThanOrEqual(3)
  })

  it('multiplies by its risk ratio once per step, and by one at the reference', () => {
    for (const effect of plantedEffects) {
      const reference =
        effect.exposure === 'fluids-low' || effect.exposure === 'activity-load'
          ? plantedRisk.reference[effect.exposure]
          : 0
      expect(plantedFactor(effect, reference)).toBe(1)
      expect(plantedFactor(effect, reference + effect.step)).toBeCloseTo(effect.riskRatio, 12)
    }
  })

  it('shows as more cramp-days with flat shoes, close to the planted 2.2', () => {
    const ratio = stratifiedRiskRatio(value => value === 1, valuesOf('footwear-unsupportive'))
    expect(ratio).toBeGreaterThan(1.8)
    expect(ratio).toBeLessThan(2.6)
  })

  it('shows as more cramp-days after hard training and fewer after much drinking', () => {
    expect(stratifiedRiskRatio(value => value >= 250, valuesOf('activity-load'))).toBeGreaterThan(1.3)
    expect(stratifiedRiskRatio(value => value >= 2200, valuesOf('fluids-low'))).toBeLessThan(0.85)
  })

  it.each([
    ['footwear-tight', 1],
    ['sitting', 1],
    ['alcohol', 1],
    ['caffeine', 60],
    ['standing', 120],
    ['cold-bedroom', 1],
    ['cold-feet', 1],
    ['bedding-tight', 1],
    ['sleep-position', 1],
  ] as const)('shows nothing for %s', (exposure, from) => {
    const values = valuesOf(exposure)
    const share = values.filter(value => value >= from).length / values.length
    // An exposure that hardly varies could not be told from a real one.
    expect(share).toBeGreaterThan(0.1)
    expect(share).toBeLessThan(0.9)
    const ratio = stratifiedRiskRatio(value => value >= from, values)
    expect(ratio).toBeGreaterThan(0.85)
    expect(ratio).toBeLessThan(1.18)
  })
})

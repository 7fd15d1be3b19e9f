/**
 * Recovery of the planted truth from ten simulated years, by a simple stratified method: the Mantel-Haenszel risk ratio of
 * cramp-days with and without the exposure, stratified by 28-day block and type of day (Mantel and Haenszel 1959; for the
 * risk ratio Greenland and Robins 1985, Biometrics 41:55).
 */
import { describe, expect, it } from 'vitest'
import { simulateCramps } from '../../../shared/demo/cramps.ts'
import { computeExposure } from '../../../shared/demo/exposures.ts'
import { type SimulatedDay, simulateDays } from '../../../shared/demo/life.ts'
import {
  computePlantedFactor,
  type PlantedExposure,
  plantedEffects,
  plantedRisk,
} from '../../../shared/demo/planted-truth.ts'
import { createRandom } from '../../../shared/statistics/random.ts'

const FIRST_DAY = 15_000
const DAYS = 3640
const life = simulateDays(createRandom(11), createRandom(13), FIRST_DAY, DAYS)
const lookUp = (day: number) => life[day - FIRST_DAY]
const studied = life.slice(3)
const crampDays = new Set(simulateCramps(createRandom(12), studied, lookUp).map(onset => onset.crampDay))

/** Wall-clock minute of 03:00 in the cramp-day's night, when most cramps begin: 15 hours after its noon. */
const atThree = (simulatedDay: SimulatedDay) => simulatedDay.day * 1440 + 720 + 900

function valuesOf(exposure: PlantedExposure): number[] {
  const windowHours = plantedEffects.find(effect => effect.exposure === exposure)?.windowHours ?? null
  return studied.map(simulatedDay => computeExposure(exposure, windowHours, atThree(simulatedDay), lookUp))
}

function stratifiedRiskRatio(isExposed: (value: number) => boolean, values: readonly number[]): number {
  const strata = Map.groupBy(studied.keys(), index => {
    const simulatedDay = studied[index]
    return simulatedDay && `${Math.floor(simulatedDay.day / 28)} ${simulatedDay.weekend}`
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
      expect(computePlantedFactor(effect, reference)).toBe(1)
      expect(computePlantedFactor(effect, reference + effect.step)).toBeCloseTo(effect.riskRatio, 12)
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
    // An exposure that hardly varies would give a ratio too uncertain to test.
    expect(share).toBeGreaterThan(0.1)
    expect(share).toBeLessThan(0.9)
    const ratio = stratifiedRiskRatio(value => value >= from, values)
    expect(ratio).toBeGreaterThan(0.85)
    expect(ratio).toBeLessThan(1.18)
  })
})

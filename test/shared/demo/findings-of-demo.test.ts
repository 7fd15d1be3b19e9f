/** Whole analysis of ten years of the demo: the planted effects are found, and no others. */
import { describe, expect, it } from 'vitest'
import { createDiary } from '../../../shared/analysis/diary-of-journal.ts'
import { exposures } from '../../../shared/analysis/exposures/exposures.ts'
import { findFindings } from '../../../shared/analysis/findings.ts'
import { DEMO_SEED, makeDemoJournal } from '../../../shared/demo/demo-journal.ts'
import { type PlantedExposure, plantedEffects } from '../../../shared/demo/planted-truth.ts'
import { dayNumber } from '../../../shared/time/calendar-date.ts'

const lastDate = '2026-11-20'
const journal = makeDemoJournal({ lastDate, timeZone: 'Europe/Berlin', seed: DEMO_SEED, weeks: 520 })
const { findings } = findFindings(
  createDiary({ dayStartMinutes: 0, ...journal, offWeekdays: [5, 6], timeZone: 'Europe/Berlin' }),
  {
    today: dayNumber(lastDate),
  },
)

const findingOf = (exposure: PlantedExposure) => findings.find(({ key }) => key === exposure)
const plantedOf = (exposure: PlantedExposure) => plantedEffects.find(effect => effect.exposure === exposure)

describe('the findings of ten years of the demo', () => {
  it.each(['footwear-unsupportive', 'fluids-low', 'activity-load'] as const)(
    'have %s as a likely link, close to what was planted',
    exposure => {
      const scale = exposures.find(({ key }) => key === exposure)?.scale
      const step = scale?.kind === 'amount' ? scale.step : 1
      const planted = plantedOf(exposure)
      const finding = findingOf(exposure)
      expect(finding?.verdict).toBe('likely')
      const truth = (planted?.riskRatio ?? Number.NaN) ** (step / (planted?.step ?? Number.NaN))
      const estimate = finding?.measurement.estimate?.ratio ?? Number.NaN
      expect(Math.abs(Math.log(estimate) - Math.log(truth))).toBeLessThan(Math.log(1.15))
      expect(Math.sign(Math.log(estimate))).toBe(Math.sign(Math.log(truth)))
    },
  )

  it.each([
    'footwear-tight',
    'sitting',
    'standing',
    'alcohol',
    'caffeine',
    'cold-bedroom',
    'cold-feet',
    'bedding-tight',
    'sleep-position',
  ] as const)('have nothing much to say about %s', exposure => {
    const finding = findingOf(exposure)
    expect(plantedOf(exposure)?.riskRatio).toBe(1)
    expect(finding?.verdict).not.toBe('likely')
    expect(Math.abs(Math.log(finding?.measurement.estimate?.ratio ?? Number.NaN))).toBeLessThan(
      Math.log(1.15),
    )
  })
})

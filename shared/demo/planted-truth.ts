/**
 * What is true of the person in the demo journal, and what is not: how much each exposure multiplies the risk that a
 * cramp-day brings a cramp. The generator reads its numbers from here, so this table is the answer book for everything
 * that analyses the demo.
 *
 * In words: flat canvas shoes, hard training and little drinking bring cramps on, in this order of strength. Narrow
 * shoes, long sitting, standing, coffee and evening alcohol do nothing, although this person does each of them on some
 * days and not on others. Neither does anything about the nights: a cold room, cold legs, tight bedding, toes that point
 * down; a cramp wakes the person whatever they are like. The statin and the water tablet do nothing, nor do the new
 * walking shoes: if cramps are more or fewer after them, that is chance, or the season. Weekends and summer bring more cramps by themselves, and canvas shoes are worn more on just
 * these days: whoever compares without matching weekends with weekends finds too strong a link.
 *
 * Four things do nothing and yet will look linked, because they come with hard training: heavy sweat, a session in the
 * cold, one without a warm-up, one that was new or harder than usual. A quarter of the cramps on days with an
 * afternoon's or evening's session come within two hours after it.
 */
import type { ExposureKey } from '../analysis/exposures/exposures.ts'

/** An exposure in the hours before an onset; a risk ratio of 1 says that it does nothing. */
export interface PlantedEffect {
  readonly exposure: PlantedExposure
  /** Hours before the onset that count; null where it is the night of the onset. */
  readonly windowHours: number | null
  /** What is compared, in words. */
  readonly contrast: string
  /** How many units of the exposure one multiplication by the risk ratio stands for; 1 for yes and no. */
  readonly step: number
  readonly riskRatio: number
}

/** Named as in the catalogue of the analysis, whose definitions and windows hold here too. */
export type PlantedExposure = Extract<
  ExposureKey,
  | 'footwear-unsupportive'
  | 'activity-load'
  | 'fluids-low'
  | 'footwear-tight'
  | 'sitting'
  | 'standing'
  | 'caffeine'
  | 'alcohol'
  | 'cold-bedroom'
  | 'cold-feet'
  | 'bedding-tight'
  | 'sleep-position'
>

export const plantedEffects: readonly PlantedEffect[] = [
  {
    exposure: 'footwear-unsupportive',
    windowHours: 24,
    contrast: 'at least 60 minutes in a shoe with no or little arch support, against less',
    step: 1,
    riskRatio: 2.2,
  },
  {
    exposure: 'activity-load',
    windowHours: 24,
    contrast: 'every 300 more of minutes x exertion',
    step: 300,
    riskRatio: 1.5,
  },
  {
    exposure: 'fluids-low',
    windowHours: 24,
    contrast: 'every 500 ml more',
    step: 500,
    riskRatio: 0.75,
  },
  {
    exposure: 'footwear-tight',
    windowHours: 24,
    contrast: 'at least 60 minutes in a tight or narrow shoe, against less',
    step: 1,
    riskRatio: 1,
  },
  {
    exposure: 'sitting',
    windowHours: 24,
    contrast: 'a stretch of at least 120 minutes of sitting, against less',
    step: 1,
    riskRatio: 1,
  },
  {
    exposure: 'standing',
    windowHours: 24,
    contrast: 'every 60 minutes more of standing',
    step: 60,
    riskRatio: 1,
  },
  {
    exposure: 'caffeine',
    windowHours: 12,
    contrast: 'every 95 mg more, which is a cup of coffee',
    step: 95,
    riskRatio: 1,
  },
  {
    exposure: 'alcohol',
    windowHours: 12,
    contrast: 'any alcohol, against none',
    step: 1,
    riskRatio: 1,
  },
  {
    exposure: 'cold-bedroom',
    windowHours: null,
    contrast: 'a bedroom that felt cold, against any other',
    step: 1,
    riskRatio: 1,
  },
  {
    exposure: 'cold-feet',
    windowHours: null,
    contrast: 'cold legs in bed, against none',
    step: 1,
    riskRatio: 1,
  },
  {
    exposure: 'bedding-tight',
    windowHours: null,
    contrast: 'tight bedding, against any other',
    step: 1,
    riskRatio: 1,
  },
  {
    exposure: 'sleep-position',
    windowHours: null,
    contrast: 'on the front with the toes pointed or on the back under tight bedding, against any other',
    step: 1,
    riskRatio: 1,
  },
]

/** What shapes the risk beside the exposures. */
export const plantedRisk = {
  /** Risk of a cramp-day in spring or autumn, on a working day, at the reference load and fluids, in good shoes. */
  base: 0.18,
  /** No risk is higher, whatever comes together; where it bites, ratios come out a little smaller than planted. */
  ceiling: 0.95,
  weekendFactor: 1.25,
  /** The risk swings by this share above and below its middle, with its peak in mid-July of the life as it is drawn. */
  seasonShare: 0.25,
  /** At these values an exposure measured in amounts multiplies by 1. */
  reference: { 'activity-load': 100, 'fluids-low': 1900 },
} as const

/** The risk ratio of an exposure at `value`: units for amounts, 1 or 0 for yes and no. */
export function plantedFactor(effect: PlantedEffect, value: number): number {
  const reference =
    effect.exposure === 'activity-load' || effect.exposure === 'fluids-low'
      ? plantedRisk.reference[effect.exposure]
      : 0
  return effect.riskRatio ** ((value - reference) / effect.step)
}

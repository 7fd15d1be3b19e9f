/**
 * Planted truth of the demo journal: the risk ratio by which each exposure multiplies the probability of a cramp on a
 * cramp-day. The simulation reads this table, so it is the reference for every analysis of the demo.
 *
 * Effects, strongest first: flat canvas shoes, hard training and little drinking cause cramps. No effect: narrow shoes, long
 * sitting, standing, coffee, evening alcohol, and the conditions of the night (cold room, cold legs, tight bedding, toes
 * pointed down), although each of them varies between days; the statin, the water tablet and the new walking shoes, after
 * which the rate of cramps changes only by chance or season.
 *
 * Confounders: weekends and summer raise the risk by themselves, and canvas shoes are worn more often in both, so that a
 * comparison that does not match weekends with weekends overestimates their effect. Heavy sweat, a cold session, one
 * without a warm-up and one that was new or harder than usual have no effect, but are associated with cramps because they
 * accompany hard training. On days with an afternoon or evening session, a quarter of the cramps come within two hours
 * after it.
 */
import type { BuiltInKey } from '../analysis/exposures/exposures.ts'

/** Effect of an exposure in the hours before an onset; a risk ratio of 1 means no effect. */
export interface PlantedEffect {
  readonly exposure: PlantedExposure
  /** Length of the window before the onset, in hours; null for the night of the onset. */
  readonly windowHours: number | null
  /** Compared values, in words. */
  readonly contrast: string
  /** Amount of the exposure per multiplication by the risk ratio, in its own unit; 1 for yes and no. */
  readonly step: number
  readonly riskRatio: number
}

/** Exposures with a planted effect, defined as in the analysis. */
export type PlantedExposure = Extract<
  BuiltInKey,
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

/** Risk of a cramp-day, apart from the exposures. */
export const plantedRisk = {
  /** Probability of a cramp in spring or autumn, on a working day, at the reference load and fluids, in good shoes. */
  base: 0.18,
  /** Upper limit of the probability; where it applies, observed ratios are slightly smaller than planted. */
  ceiling: 0.95,
  /** Risk ratio of a weekend against a working day. */
  weekendFactor: 1.25,
  /** Amplitude of the yearly swing, as a share of the risk; the peak is in mid-July, before any shift of dates. */
  seasonShare: 0.25,
  /** Amounts at which an exposure multiplies by 1: minutes x exertion, and ml. */
  reference: { 'activity-load': 100, 'fluids-low': 1900 },
} as const

/** Risk ratio of an exposure at `value`, an amount in its own unit, or 1 or 0 for yes and no. */
export function computePlantedFactor(effect: PlantedEffect, value: number): number {
  const reference =
    effect.exposure === 'activity-load' || effect.exposure === 'fluids-low'
      ? plantedRisk.reference[effect.exposure]
      : 0
  return effect.riskRatio ** ((value - reference) / effect.step)
}

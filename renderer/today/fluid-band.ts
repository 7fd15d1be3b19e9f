/**
 * What people usually drink in a day, as something to hold one's own days against: a reference band, never a goal.
 *
 * Adequate total water is 2.0 L a day for women and 2.5 L for men, 0.3 L more when pregnant and 0.7 L more when
 * breastfeeding (EFSA Panel on Dietetic Products, EFSA Journal 2010;8(3):1459); 70 to 80 % of it comes from drinks.
 */
import { isFluidForTheClinician } from '../../shared/advice/knowledge/fluid-limits.ts'
import type { Profile } from '../../shared/kinds/profile.ts'

export interface FluidBand {
  readonly fromMl: number
  readonly toMl: number
}

const TOTAL_WATER_ML = { women: 2000, men: 2500 }
const PREGNANT_ML = 300
const LACTATING_ML = 700
/** Share of total water that comes from drinks rather than food. */
const SHARE_OF_DRINKS = { least: 0.7, most: 0.8 }

const fromDrinks = (totalMl: number, share: number) => Math.round((totalMl * share) / 10) * 10

/** Reference band for a profile; `clinician` when no band may be shown. */
export function getFluidBand({
  sex,
  conditions,
}: Pick<Profile, 'sex' | 'conditions'>): FluidBand | 'clinician' {
  if (isFluidForTheClinician(conditions)) return 'clinician'
  const { women, men } = TOTAL_WATER_ML
  const { least, most } = SHARE_OF_DRINKS
  if (sex === 'male') return { fromMl: fromDrinks(men, least), toMl: fromDrinks(men, most) }
  const extraMl = conditions.includes('lactating')
    ? LACTATING_ML
    : conditions.includes('pregnant')
      ? PREGNANT_ML
      : 0
  if (sex === 'female' || extraMl > 0)
    return { fromMl: fromDrinks(women + extraMl, least), toMl: fromDrinks(women + extraMl, most) }
  // Not said: from where the one band begins to where the other does.
  return { fromMl: fromDrinks(women, least), toMl: fromDrinks(men, least) }
}

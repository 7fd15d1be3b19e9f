/** Form values with the person's usual drink or stretching preselected. */
import type { Day, UsualDrink } from '../../shared/contract.ts'
import { fluid } from '../../shared/kinds/fluid.ts'
import { stretch } from '../../shared/kinds/stretch.ts'
import { blankForm, type FormOf } from './kind-form.ts'
import type { When } from './when.ts'

/** @param usual null until there is one */
export function fluidFormOfUsual(usual: UsualDrink | null, when: When): FormOf<typeof fluid> {
  const blank = blankForm(fluid, when)
  if (usual === null) return blank
  const { drink, volumeMl, alcoholPercent, caffeineMg } = usual
  return { ...blank, drink, volumeMl, alcoholPercent: alcoholPercent ?? '', caffeineMg: caffeineMg ?? '' }
}

/** Stretching from this clock time on opens as "before bed". */
const EVENING_CLOCK = '18:00'

/** @param usual usual stretching before bed; null until there is one */
export function stretchFormOfUsual(usual: Day['usualStretch'], when: When): FormOf<typeof stretch> {
  const blank = blankForm(stretch, when)
  if (usual === null) return blank
  const { muscles, durationMinutes } = usual
  return { ...blank, muscles, durationMinutes, beforeBed: when.clock >= EVENING_CLOCK }
}

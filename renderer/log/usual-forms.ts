/** Forms that open with what is usual for the person. */
import type { Day, UsualDrink } from '../../shared/contract.ts'
import { fluid } from '../../shared/kinds/fluid.ts'
import { stretch } from '../../shared/kinds/stretch.ts'
import { blankForm, type FormOf } from './kind-form.ts'
import type { When } from './when.ts'

/** @param usual null while no drink is usual */
export function fluidFormOfUsual(usual: UsualDrink | null, when: When): FormOf<typeof fluid> {
  const blank = blankForm(fluid, when)
  if (usual === null) return blank
  const { drink, volumeMl, alcoholPercent, caffeineMg } = usual
  return { ...blank, drink, volumeMl, alcoholPercent: alcoholPercent ?? '', caffeineMg: caffeineMg ?? '' }
}

/** Stretching later in the day is the evening's. */
const EVENING_CLOCK = '18:00'

/** @param usual the usual stretching before bed; null while none is usual */
export function stretchFormOfUsual(usual: Day['usualStretch'], when: When): FormOf<typeof stretch> {
  const blank = blankForm(stretch, when)
  if (usual === null) return blank
  const { muscles, durationMinutes } = usual
  return { ...blank, muscles, durationMinutes, beforeBed: when.clock >= EVENING_CLOCK }
}

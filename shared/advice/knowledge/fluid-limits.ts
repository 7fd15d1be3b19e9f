import type { Condition } from '../../kinds/conditions.ts'
import { conditions } from '../../kinds/conditions.ts'

/** Conditions with which a clinician decides how much to drink. */
export const clinicianSays: readonly Condition[] = conditions.where(({ limitsFluid }) => limitsFluid)

/** True if the program must not give amounts to drink to a person with these conditions. */
export const isFluidForTheClinician = (present: readonly Condition[]): boolean =>
  present.some(condition => conditions.get(condition).limitsFluid)

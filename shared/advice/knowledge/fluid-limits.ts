import type { Condition } from '../../kinds/conditions.ts'
import { conditions } from '../../kinds/conditions.ts'

/** With these, how much to drink is for a clinician to say, and never for a program. */
export const clinicianSays: readonly Condition[] = conditions.where(({ limitsFluid }) => limitsFluid)

/** True where nothing may be said about how much somebody with these conditions should drink. */
export const isFluidForTheClinician = (present: readonly Condition[]): boolean =>
  present.some(condition => conditions.get(condition).limitsFluid)

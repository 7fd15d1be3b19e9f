import type { Condition } from '../../kinds/conditions.ts'
import { conditions } from '../../kinds/conditions.ts'

/** Conditions with which the skin may not feel harmful heat or cold. */
export const numbWith: readonly Condition[] = conditions.where(({ numbsSkin }) => numbsSkin)

/** True if the program must not advise warmth or cold to a person with these conditions. */
export const isHeatUnsafe = (present: readonly Condition[]): boolean =>
  present.some(condition => conditions.get(condition).numbsSkin)

import type { Condition } from '../../kinds/conditions.ts'
import { conditions } from '../../kinds/conditions.ts'

/** With these, skin may not feel that something is too hot or too cold for it. */
export const numbWith: readonly Condition[] = conditions.where(({ numbsSkin }) => numbsSkin)

/** True where nothing warm or cold may be advised to somebody with these conditions. */
export const isHeatUnsafe = (present: readonly Condition[]): boolean =>
  present.some(condition => conditions.get(condition).numbsSkin)

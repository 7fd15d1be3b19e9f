import type { Condition } from '../../kinds/profile.ts'

/** With these, skin may not feel that something is too hot or too cold for it. */
export const numbWith = ['neuropathy', 'peripheral-artery-disease'] as const satisfies readonly Condition[]

/** Whether nothing warm or cold may be advised to somebody with these conditions. */
export function isHeatUnsafe(conditions: readonly Condition[]): boolean {
  return numbWith.some(condition => conditions.includes(condition))
}

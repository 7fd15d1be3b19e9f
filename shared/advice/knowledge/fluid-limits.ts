import type { Condition } from '../../kinds/profile.ts'

/** With these, how much to drink is for a clinician to say, and never for a program. */
export const clinicianSays: readonly Condition[] = [
  'heart-disease',
  'kidney-disease',
  'dialysis',
  'liver-disease',
  'fluid-restriction',
]

/** Whether nothing may be said about how much somebody with these conditions should drink. */
export function isFluidForTheClinician(conditions: readonly Condition[]): boolean {
  return clinicianSays.some(condition => conditions.includes(condition))
}

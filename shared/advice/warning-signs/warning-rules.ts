/**
 * All warning rules there are, most urgent first. Another rule is another entry in one of these lists: the guide, the
 * cards and the journal learn of it from here.
 */
import { emergencyRules } from './emergency-rules.ts'
import { routineRules } from './routine-rules.ts'
import type { WarningRule } from './rule.ts'
import { sameDayRules } from './same-day-rules.ts'

export const warningRules: readonly WarningRule[] = [...emergencyRules, ...sameDayRules, ...routineRules]

/** The rule with this id; undefined for one that an earlier version had. */
export function findRule(id: string): WarningRule | undefined {
  return warningRules.find(rule => rule.id === id)
}

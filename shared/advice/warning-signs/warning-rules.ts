/**
 * The one list of warning rules, most urgent first. A new rule is an entry in one of these files; the guide, the cards
 * and the journal read it from here.
 */
import { emergencyRules } from './emergency-rules.ts'
import { routineRules } from './routine-rules.ts'
import type { WarningRule } from './rule.ts'
import { sameDayRules } from './same-day-rules.ts'

export const warningRules: readonly WarningRule[] = [...emergencyRules, ...sameDayRules, ...routineRules]

/** Rule by id; undefined for a rule of an earlier version. */
export function findRule(id: string): WarningRule | undefined {
  return warningRules.find(rule => rule.id === id)
}

/** Type of a warning rule. The rules are in three files, collected in `warning-rules.ts`. */
import type { CardStatement } from '../knowledge/before-and-after.ts'
import type { ClaimId } from '../knowledge/claim-id.ts'
import type { GuidanceId } from '../knowledge/guidance.ts'
import type { WarningFacts } from './facts.ts'
import type { RateCondition } from './rate-conditions.ts'
import type { WhomToCall } from './whom-to-call.ts'

/** Urgency levels, most urgent first. Emergency and same-day cards cannot be switched off. */
export const warningLevels = ['emergency', 'same-day', 'routine', 'information'] as const
export type WarningLevel = (typeof warningLevels)[number]

export type WarningRuleId = `${'E' | 'S' | 'R' | 'I'}${number}`

export interface WarningRule {
  readonly id: WarningRuleId
  readonly level: WarningLevel
  /**
   * Days for which no other entry raises the rule again after its card was raised, read or snoozed. Emergency and
   * same-day rules are never suppressed.
   */
  readonly quietDays?: number
  /** A routine sign with a time limit: its card is never folded away among others. */
  readonly isSoon?: true
  /** The sign in one line, for the guide. */
  readonly inShort: string
  readonly holds: (facts: WarningFacts) => boolean
  /** End condition of a rule about a rate; absent for emergency and same-day rules. */
  readonly rate?: RateCondition

  /** Heading of the card: the observation, never a diagnosis. */
  readonly title: (facts: WarningFacts) => string
  /** Entered facts that made the rule hold; each completes "You recorded: ...". */
  readonly recorded: (facts: WarningFacts) => readonly string[]
  /** Reason for the urgency. */
  readonly why: (facts: WarningFacts) => string
  /** Results of studies and their limits, each with its sources. */
  readonly known?: (facts: WarningFacts) => readonly CardStatement[]
  /** Action: how soon, and whom to call; one or more sentences. */
  readonly whatToDo: (call: WhomToCall, facts: WarningFacts) => string
  /** Signs that would make it an emergency in the meantime. */
  readonly watchFor: ((call: WhomToCall) => string) | null

  readonly sources: readonly GuidanceId[]
  readonly claims: readonly ClaimId[]
  /** The unpublished part of the rule, which a clinician has yet to confirm; null when there is none. */
  readonly ownJudgement: string | null
}

/** True if an open card of this rule suppresses the trials of statins; see `knowledge/statin-trials.ts`. */
export const forbidsStatinTrials = ({ id, level }: Pick<WarningRule, 'id' | 'level'>): boolean =>
  level === 'emergency' || id === 'S4'

/** What a warning rule consists of. The rules themselves stand in the three files that `warning-rules.ts` puts together. */
import type { CardStatement } from '../knowledge/before-and-after.ts'
import type { ClaimId } from '../knowledge/claim-id.ts'
import type { GuidanceId } from '../knowledge/guidance.ts'
import type { WarningFacts } from './facts.ts'
import type { RateCondition } from './rate-conditions.ts'
import type { WhomToCall } from './whom-to-call.ts'

/** How soon somebody should be asked, most urgent first. Emergency and same-day cards cannot be switched off. */
export const warningLevels = ['emergency', 'same-day', 'routine', 'information'] as const
export type WarningLevel = (typeof warningLevels)[number]

export type WarningRuleId = `${'E' | 'S' | 'R' | 'I'}${number}`

export interface WarningRule {
  readonly id: WarningRuleId
  readonly level: WarningLevel
  /**
   * For how many days after it was raised, read or put off no other entry raises it again. Only what can wait keeps quiet:
   * emergency and same-day rules have no such time.
   */
  readonly quietDays?: number
  /** A routine sign that should not wait until some appointment: its card is never folded away among others. */
  readonly isSoon?: true
  /** The sign in one line, for the guide that everybody can read. */
  readonly inShort: string
  readonly holds: (facts: WarningFacts) => boolean
  /** For rules about a rate: when the card ends. Never for emergency and same-day rules. */
  readonly rate?: RateCondition

  /** The heading of the card: what was seen, never what it might be called. */
  readonly title: (facts: WarningFacts) => string
  /** What the person wrote down that made the rule hold: completes "You recorded: ...". */
  readonly recorded: (facts: WarningFacts) => readonly string[]
  /** Why it matters. */
  readonly why: (facts: WarningFacts) => string
  /** What studies say about it and what the numbers cannot say, each with its sources. */
  readonly known?: (facts: WarningFacts) => readonly CardStatement[]
  /** How soon, and whom to call; one or more sentences. */
  readonly whatToDo: (call: WhomToCall, facts: WarningFacts) => string
  /** What would make it an emergency in the meantime. */
  readonly watchFor: ((call: WhomToCall) => string) | null

  readonly sources: readonly GuidanceId[]
  readonly claims: readonly ClaimId[]
  /** What in this rule nobody else has published, and a clinician has yet to confirm; null when there is nothing. */
  readonly ownJudgement: string | null
}

/** Whether a card of this rule keeps the trials of statins off every screen; see `knowledge/statin-trials.ts`. */
export const forbidsStatinTrials = ({ id, level }: Pick<WarningRule, 'id' | 'level'>): boolean =>
  level === 'emergency' || id === 'S4'

/** What a piece of prevention advice consists of. The advice itself stands in `suggestions.ts`. */
import type { ExposureKey } from '../../analysis/exposures/exposures.ts'
import type { Condition } from '../../kinds/conditions.ts'
import type { ClaimId } from '../knowledge/claim-id.ts'
import type { Evidence } from '../knowledge/evidence.ts'
import type { SafetyNoteId } from '../knowledge/safety-notes.ts'

/** How much a tip asks of a person, from nothing much to a change of habits. */
export const eases = ['easy', 'some-effort', 'a-change'] as const
export type Ease = (typeof eases)[number]

export const easeWords: Record<Ease, string> = {
  easy: 'Easy',
  'some-effort': 'Some effort',
  'a-change': 'A change of habits',
}

/** An exposure that the advice makes more or less of. */
export interface Change {
  readonly exposure: ExposureKey
  readonly helps: 'more' | 'less'
}

export interface Suggestion {
  readonly id: string
  readonly title: string
  /** One line for the closed card: what it takes. */
  readonly summary: string
  /** What exactly to do: how much, when, for how long. */
  readonly steps: readonly string[]
  /** Steps for everybody but those with one of the conditions; they come last. */
  readonly stepsUnless?: { readonly steps: readonly string[]; readonly conditions: readonly Condition[] }
  /** Why it may help. Mechanisms are what is thought, not what is known. */
  readonly reason: string
  /** Claims of the articles this answers to; empty for advice that comes from the literature alone. */
  readonly claims: readonly ClaimId[]
  readonly evidence: readonly [Evidence, ...Evidence[]]
  /** The part of the advice that no source gives and no clinician has confirmed; null where there is none. */
  readonly ownJudgement: string | null
  readonly safety: readonly SafetyNoteId[]
  readonly ease: Ease
  /** What following it changes in the journal: by the findings about these it is judged. */
  readonly changes: readonly Change[]
  /** For whom it does more harm than good: then it is not shown. */
  readonly notWith: readonly Condition[]
  /** Advice about drinking: never shown to somebody whose fluids are limited. */
  readonly aboutFluids: boolean
}

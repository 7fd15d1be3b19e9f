/** Types of the prevention advice; the catalogue is `suggestions.ts`. */
import type { ExposureKey } from '../../analysis/exposures/exposures.ts'
import type { Condition } from '../../kinds/conditions.ts'
import type { ClaimId } from '../knowledge/claim-id.ts'
import type { Evidence } from '../knowledge/evidence.ts'
import type { SafetyNoteId } from '../knowledge/safety-notes.ts'

/** Effort of a tip, from little to a change of habits. */
export const eases = ['easy', 'some-effort', 'a-change'] as const
export type Ease = (typeof eases)[number]

export const easeWords: Record<Ease, string> = {
  easy: 'Easy',
  'some-effort': 'Some effort',
  'a-change': 'A change of habits',
}

/** An exposure that following the advice raises or lowers. */
export interface Change {
  readonly exposure: ExposureKey
  readonly helps: 'more' | 'less'
}

export interface Suggestion {
  readonly id: string
  readonly title: string
  /** Line of the closed card: the effort it takes. */
  readonly summary: string
  /** Instructions: how much, when, for how long. */
  readonly steps: readonly string[]
  /** Further steps, hidden from people with one of the conditions; they come last. */
  readonly stepsUnless?: { readonly steps: readonly string[]; readonly conditions: readonly Condition[] }
  /** Possible mechanism, worded as a hypothesis. */
  readonly reason: string
  /** Claims of the articles that it covers; empty for advice from the literature alone. */
  readonly claims: readonly ClaimId[]
  readonly evidence: readonly [Evidence, ...Evidence[]]
  /** The part without a source, which no clinician has confirmed; null where there is none. */
  readonly ownJudgement: string | null
  readonly safety: readonly SafetyNoteId[]
  /** Null where only the person knows it. */
  readonly ease: Ease | null
  /** Exposures that following it changes; their findings decide its verdict. */
  readonly changes: readonly Change[]
  /** Contraindications: it is hidden from a person with one of these conditions. */
  readonly notWith: readonly Condition[]
  /** Advice about drinking: hidden from people whose fluids are limited. */
  readonly aboutFluids: boolean
}

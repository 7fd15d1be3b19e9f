/** What a piece of prevention advice consists of. The advice itself stands in `suggestions.ts`. */
import type { ExposureKey } from '../analysis/exposures.ts'
import type { Condition } from '../kinds/profile.ts'
import type { Grade } from './grades.ts'
import type { SafetyNoteId } from './safety-notes.ts'
import type { SourceId } from './sources.ts'

/** A numbered claim of one of the five articles the program grew from, `002-13`. */
export type ClaimId = `${'000' | '001' | '002' | '003' | '004'}-${string}`

/** How much a tip asks of a person, from nothing much to a change of habits. */
export const eases = ['easy', 'some-effort', 'a-change'] as const
export type Ease = (typeof eases)[number]

export const easeWords: Record<Ease, string> = {
  easy: 'Easy',
  'some-effort': 'Some effort',
  'a-change': 'A change of habits',
}

/** What the literature says for one group of cramps or people. */
export interface Evidence {
  /** Whom the grade is about, where a tip carries more than one; null when it is about everyone. */
  readonly about: string | null
  readonly grade: Grade
  /** What was found, with its numbers. */
  readonly finding: string
  /** Empty only where no study was found. */
  readonly sources: readonly SourceId[]
  /** Has figures about statins as well, which stand in `statin-trials.ts` because they may not be shown to everyone. */
  readonly aboutStatins?: true
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

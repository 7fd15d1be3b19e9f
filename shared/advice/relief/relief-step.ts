/** Types of the relief protocols: a protocol per kind of muscle, its steps with timer, drawing and safety notes. */

import type { Condition } from '../../kinds/conditions.ts'
import type { Muscle } from '../../kinds/muscles.ts'
import type { ClaimId } from '../knowledge/claim-id.ts'
import type { Grade } from '../knowledge/grades.ts'
import type { ReferenceId } from '../knowledge/references.ts'
import type { SafetyNoteId } from '../knowledge/safety-notes.ts'

/** Phases of a cramp: at onset, once it lets go, when it is over. */
export const reliefPhases = ['stretch', 'eased', 'afterwards'] as const
export type ReliefPhase = (typeof reliefPhases)[number]

export const reliefPhaseWords: Record<ReliefPhase, string> = {
  stretch: 'Now',
  eased: 'When it eases',
  afterwards: 'Afterwards',
}

/** Ids of the drawings. */
export const positions = [
  'sitting-foot-on-knee',
  'standing-weight-on-foot',
  'thumbs-along-sole',
  'thumb-on-sole-spot',
  'foot-on-ball',
  'warm-towel-on-foot',
  'cold-pack-on-foot',
  'sitting-towel-round-foot',
  'sitting-leg-straight-hold-forefoot',
  'facing-wall-leg-behind',
  'standing-weight-on-leg',
  'foot-tucked-under-chair',
  'rubbing-calf',
  'rubbing-shin',
  'walking-on-heels',
  'warm-towel-on-lower-leg',
  'cold-pack-on-lower-leg',
  'sitting-knees-apart',
  'standing-heel-to-buttock',
  'lying-on-side-heel-to-buttock',
  'sitting-leg-straight-toes-up',
  'heel-on-low-step',
  'rubbing-inner-thigh',
  'rubbing-back-of-thigh',
  'rubbing-front-thigh',
  'warm-towel-on-thigh',
  'cold-pack-on-thigh',
  'palm-against-fingers',
  'rubbing-palm',
  'warm-towel-on-hand',
  'cold-pack-on-hand',
  'leg-raised',
] as const
export type Position = (typeof positions)[number]

/** Timer of a hold of `seconds`, repeated `rounds` times with a pause between. */
export interface ReliefTimer {
  readonly seconds: number
  readonly rounds: number
  readonly pauseSeconds: number
}

export interface ReliefStep {
  readonly id: string
  readonly phase: ReliefPhase
  /** Heading: the action in a few words. */
  readonly title: string
  /** Instructions in one or two sentences. */
  readonly text: string
  /** Timer; null for a step without one. */
  readonly timer: ReliefTimer | null
  readonly position: Position | null
  readonly safety: readonly SafetyNoteId[]
  /** Contraindications: the step is hidden from a person with one of these conditions. */
  readonly notWith: readonly Condition[]
  /** Grade of the evidence that it ends a cramp or eases its after-effects. */
  readonly grade: Grade
  /** Claims of the articles; empty for a step of general practice alone. */
  readonly claims: readonly ClaimId[]
  /** Publications and guidance that advise it; empty where we found none. */
  readonly sources: readonly ReferenceId[]
  /** The part without a source or article, which no clinician has confirmed; null where there is none. */
  readonly ownJudgement: string | null
}

export interface ReliefProtocol {
  readonly id: string
  /** Heading, shown where two protocols are listed. */
  readonly name: string
  readonly muscles: readonly Muscle[]
  readonly steps: readonly ReliefStep[]
}

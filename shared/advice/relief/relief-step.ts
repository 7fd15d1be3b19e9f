/** Types of the relief protocols: a protocol per kind of muscle, its steps with timer, drawing and safety notes. */

import type { Condition } from '../../kinds/conditions.ts'
import type { Muscle } from '../../kinds/muscles.ts'
import type { ClaimId } from '../knowledge/claim-id.ts'
import type { Grade } from '../knowledge/grades.ts'
import type { ReferenceId } from '../knowledge/references.ts'
import type { SafetyNoteId } from '../knowledge/safety-notes.ts'

/** At first; once it lets go; when it is over. */
export const reliefPhases = ['stretch', 'eased', 'afterwards'] as const
export type ReliefPhase = (typeof reliefPhases)[number]

export const reliefPhaseWords: Record<ReliefPhase, string> = {
  stretch: 'Now',
  eased: 'When it eases',
  afterwards: 'Afterwards',
}

/** What a step looks like; each names one drawing. */
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

/** A hold is done `rounds` times, with a pause between. */
export interface ReliefTimer {
  readonly seconds: number
  readonly rounds: number
  readonly pauseSeconds: number
}

export interface ReliefStep {
  readonly id: string
  readonly phase: ReliefPhase
  /** What to do, in a few words. */
  readonly title: string
  /** How, in one or two sentences. */
  readonly text: string
  /** Null where there is nothing to time. */
  readonly timer: ReliefTimer | null
  readonly position: Position | null
  readonly safety: readonly SafetyNoteId[]
  /** For whom it does more harm than good: then the step is not shown. */
  readonly notWith: readonly Condition[]
  /** How strong the published evidence is that it ends a cramp or eases what is left of it. */
  readonly grade: Grade
  /** Claims of the articles; empty for what comes from general practice alone. */
  readonly claims: readonly ClaimId[]
  /** Publications and guidance that advise it; empty where we found none. */
  readonly sources: readonly ReferenceId[]
  /** The part of the step that no source and no article gives, and no clinician has confirmed; null where there is none. */
  readonly ownJudgement: string | null
}

export interface ReliefProtocol {
  readonly id: string
  /** The heading, where two protocols stand side by side. */
  readonly name: string
  readonly muscles: readonly Muscle[]
  readonly steps: readonly ReliefStep[]
}

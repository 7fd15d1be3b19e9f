/** Figure of every position that a relief step can name. */
import type { Position } from '../../../../shared/advice/relief/relief-step.ts'
import { footPoses } from './foot.ts'
import { handPoses } from './hand.ts'
import { lowerLegPoses } from './lower-leg.ts'
import type { Pose } from './pose.ts'
import { thighPoses } from './thigh.ts'

export const poses: Readonly<Record<Position, Pose>> = {
  ...footPoses,
  ...lowerLegPoses,
  ...thighPoses,
  ...handPoses,
}

/**
 * How the positions of the relief steps look: joints in a field 120 wide and 100 high, seen from the side unless it is
 * said otherwise. What is near is drawn strong, what is far behind it faint; what comes later lies on what came before.
 *
 *     head o            near    trunk and the leg that matters   far    the limbs behind
 *          |\  arm      props   floor, chair, wall, strap        pads   towel, pack, cushion
 *    trunk | \  o hand  skin    a part of the body close up      hands  hands close up
 *          |__ knee     effort  the muscle that is stretched or treated
 *             |         pulls   which way to move
 */
import type { Muscle } from '../../../../shared/kinds/muscles.ts'

/** One joint: `x,y`. */
export type Point = `${number},${number}`
/** Joints in a row, from the body outwards, as the drawing takes them: `x,y x,y`. */
export type PoseLine = `${Point} ${string}`

/** Pad laid on the muscle: a cushion, a warm towel, or a cold pack in a towel. */
export interface Pad {
  readonly kind: 'cushion' | 'warm' | 'cold'
  readonly line: PoseLine
  /** Position of the symbol for warmth or cold. */
  readonly sign: Point | null
}

/** A hand drawn large enough to have fingers. */
export interface Hand {
  /** The hand that acts is drawn strong, one behind it faint, and one that is treated like other skin. */
  readonly tone: 'near' | 'far' | 'skin'
  readonly forearm: PoseLine
  /** Its outline, which is rounded and closed. */
  readonly palm: PoseLine
  readonly fingers: readonly PoseLine[]
}

export interface Pose {
  /** For those who do not see it; also its title. */
  readonly description: string
  /** Muscles whose relief steps may use the figure. */
  readonly muscles: readonly Muscle[]
  /** Null where only a part of the body is shown. */
  readonly head: Point | null
  readonly props: readonly PoseLine[]
  readonly far: readonly PoseLine[]
  readonly ball: Point | null
  readonly near: readonly PoseLine[]
  /** Enlarged hands that are drawn behind the skin. */
  readonly handsBehind: readonly Hand[]
  /** Outlines, which are rounded and closed. */
  readonly skin: readonly PoseLine[]
  readonly pads: readonly Pad[]
  readonly effort: readonly PoseLine[]
  /** Each ends in a hand, and passes in front of the legs. */
  readonly arms: readonly PoseLine[]
  readonly hands: readonly Hand[]
  /** A place that is pressed and not stroked. */
  readonly spot: Point | null
  readonly pulls: readonly (readonly [from: Point, to: Point])[]
}

export const plain = {
  head: null,
  props: [],
  far: [],
  ball: null,
  near: [],
  handsBehind: [],
  skin: [],
  pads: [],
  effort: [],
  arms: [],
  hands: [],
  spot: null,
  pulls: [],
} satisfies Partial<Pose>

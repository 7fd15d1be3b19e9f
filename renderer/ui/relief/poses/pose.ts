/**
 * Figures of the relief steps' positions: joints in a field 120 wide and 100 high, in side view unless noted. Near parts
 * are drawn strong and far ones faint; later parts are drawn over earlier ones.
 *
 *     head o            near    trunk and the leg that matters   far    the limbs behind
 *          |\  arm      props   floor, chair, wall, strap        pads   towel, pack, cushion
 *    trunk | \  o hand  skin    a part of the body close up      hands  hands close up
 *          |__ knee     effort  the muscle that is stretched or treated
 *             |         pulls   which way to move
 */
import type { Muscle } from '../../../../shared/kinds/muscles.ts'

/** Joint, `x,y`. */
export type Point = `${number},${number}`
/** Polyline of joints from the body outwards, in SVG syntax: `x,y x,y`. */
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
  /** The acting hand is drawn strong, one behind it faint, and a treated one like other skin. */
  readonly tone: 'near' | 'far' | 'skin'
  readonly forearm: PoseLine
  /** Outline, drawn closed and rounded. */
  readonly palm: PoseLine
  readonly fingers: readonly PoseLine[]
}

export interface Pose {
  /** Text alternative, also shown as the title. */
  readonly description: string
  /** Muscles whose relief steps may use the figure. */
  readonly muscles: readonly Muscle[]
  /** Null if only a part of the body is shown. */
  readonly head: Point | null
  readonly props: readonly PoseLine[]
  readonly far: readonly PoseLine[]
  readonly ball: Point | null
  readonly near: readonly PoseLine[]
  /** Enlarged hands drawn behind the skin. */
  readonly handsBehind: readonly Hand[]
  /** Outlines, drawn closed and rounded. */
  readonly skin: readonly PoseLine[]
  readonly pads: readonly Pad[]
  readonly effort: readonly PoseLine[]
  /** Arms in front of the legs, each ending in a hand. */
  readonly arms: readonly PoseLine[]
  readonly hands: readonly Hand[]
  /** Point of steady pressure, without stroking. */
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

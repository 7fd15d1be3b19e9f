/** Furniture of the figures, and the two sitting postures that several positions share. */
import { type Pose, type PoseLine, plain } from './pose.ts'

export const floor: PoseLine = '6,93 114,93'
export const bed: PoseLine = '6,88 114,88'
const chair: readonly PoseLine[] = ['28,30 28,93', '28,63 54,63 54,93']
/** Chair whose back a standing figure holds on to. */
export const chairAhead: readonly PoseLine[] = ['84,44 84,93', '84,68 106,68 106,93']

/** On a chair, both feet on the floor. */
export const onChair = {
  ...plain,
  head: '45,16',
  props: [floor, ...chair],
} as const satisfies Partial<Pose>

/** On the bed, leaning back on one hand, a leg stretched out. */
export const legStretchedOut = {
  ...plain,
  head: '27,34',
  props: [bed],
  far: ['29,50 18,64 14,82', '34,81 52,62 60,82'],
  near: ['29,48 34,81 64,81 94,81 97,68'],
} as const satisfies Partial<Pose>

/** On the bed, the knee of the near leg drawn up. */
export const kneeDrawnUp = {
  ...plain,
  head: '37,31',
  props: [bed],
  near: ['36,45 30,81 63,53 80,81 92,82'],
} as const satisfies Partial<Pose>

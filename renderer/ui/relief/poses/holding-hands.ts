/** Hands close up that hold something between them: the fingers go behind it, and the thumb lies in front. */
import type { Hand } from './pose.ts'

const left = {
  tone: 'near',
  forearm: '8,92 20,78',
  palm: '13,78 19,64 27,53 34,51 38,60 36,72 30,83 20,88',
} as const
const right = {
  tone: 'near',
  forearm: '112,92 100,78',
  palm: '107,78 101,64 93,53 86,51 82,60 84,72 90,83 100,88',
} as const
export const leftFingers: Hand = {
  ...left,
  fingers: ['32,55 52,47', '34,62 52,57', '34,69 52,67', '31,76 52,77'],
}
export const rightFingers: Hand = {
  ...right,
  fingers: ['88,55 68,47', '86,62 68,57', '86,69 68,67', '89,76 68,77'],
}
export const leftThumb: Hand = { ...left, fingers: ['28,64 40,54 54,50'] }
export const rightThumb: Hand = { ...right, fingers: ['92,64 80,54 66,50'] }

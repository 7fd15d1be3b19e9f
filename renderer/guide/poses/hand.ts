/** Positions for the hand, close up. */
import { type Hand, type Pose, plain } from './pose.ts'

const hand = { muscles: ['hand'] } as const satisfies Partial<Pose>

const pressing: Hand = {
  isFar: true,
  forearm: '112,92 86,69',
  palm: '91,63 82,46 70,30 63,31 55,39 50,48 53,56 66,66 78,74 87,73',
  fingers: ['54,46 34,26', '58,41 40,15', '63,36 49,9', '67,32 60,9'],
}
const pressed: Hand = {
  isFar: false,
  forearm: '8,92 24,78',
  palm: '19,75 24,62 33,51 40,52 47,60 51,67 48,74 38,80 29,83 22,82',
  fingers: ['36,54 49,33', '40,58 58,36', '44,62 64,45', '47,67 67,56', '26,66 20,49'],
}

export const handPoses = {
  'palm-against-fingers': {
    ...plain,
    ...hand,
    description: 'Two hands: the palm of one presses the fingers of the other straight.',
    hands: [pressing, pressed],
    pulls: [['97,30', '85,40']],
  },
} as const satisfies Record<string, Pose>

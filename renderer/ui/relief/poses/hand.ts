/** Positions for the hand, close up. */
import { rightFingers, rightThumb } from './holding-hands.ts'
import { type Hand, type Pose, type PoseLine, plain } from './pose.ts'

const hand = { muscles: ['hand'] } as const satisfies Partial<Pose>

const pressing: Hand = {
  tone: 'far',
  forearm: '112,92 86,69',
  palm: '91,63 82,46 70,30 63,31 55,39 50,48 53,56 66,66 78,74 87,73',
  fingers: ['54,46 34,26', '58,41 40,15', '63,36 49,9', '67,32 60,9'],
}
const pressed: Hand = {
  tone: 'near',
  forearm: '8,92 24,78',
  palm: '19,75 24,62 33,51 40,52 47,60 51,67 48,74 38,80 29,83 22,82',
  fingers: ['36,54 49,33', '40,58 58,36', '44,62 64,45', '47,67 67,56', '26,66 20,49'],
}

/** Cramped hand, palm towards the viewer. */
const treated: Hand = {
  tone: 'skin',
  forearm: '54,90 54,80',
  palm: '44,79 37,66 38,48 46,42 58,42 69,48 72,60 70,71 64,80 63,93 54,95 45,93',
  fingers: ['43,48 37,26', '51,45 49,15', '59,45 62,17', '66,49 74,28', '43,68 24,50'],
}
const inCloth: PoseLine = '41,63 68,63'

export const handPoses = {
  'palm-against-fingers': {
    ...plain,
    ...hand,
    description: 'Two hands: the palm of one presses the fingers of the other straight.',
    hands: [pressing, pressed],
    pulls: [['97,30', '85,40']],
  },
  'rubbing-palm': {
    ...plain,
    ...hand,
    description: 'A hand close up: the thumb of the other one rubs its palm.',
    handsBehind: [rightFingers],
    hands: [treated, rightThumb],
    pulls: [['52,74', '52,48']],
  },
  'warm-towel-on-hand': {
    ...plain,
    ...hand,
    description: 'A hand close up, a warm towel laid round it.',
    handsBehind: [treated],
    pads: [{ kind: 'warm', line: inCloth, sign: '94,60' }],
  },
  'cold-pack-on-hand': {
    ...plain,
    ...hand,
    description: 'A hand close up, a cold pack wrapped in a towel on it.',
    handsBehind: [treated],
    pads: [{ kind: 'cold', line: inCloth, sign: '94,60' }],
  },
} as const satisfies Record<string, Pose>

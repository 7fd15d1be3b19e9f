/** Positions for toes and arch. */
import { chairAhead, floor, legStretchedOut, onChair } from './furniture.ts'
import { leftFingers, leftThumb, rightFingers, rightThumb } from './holding-hands.ts'
import { type Pose, type PoseLine, plain } from './pose.ts'

const foot = { muscles: ['toes', 'arch'] } as const satisfies Partial<Pose>

/** A sole from below, the toes at the top. */
const sole: readonly PoseLine[] = [
  '60,30 72,29 79,36 78,48 74,60 73,72 74,84 68,93 59,94 51,91 48,82 48,70 46,58 42,46 42,36 49,30',
  '50,9 55,13 56,22 51,27 45,23 44,14',
  '61,15 64,18 64,24 61,27 57,25 57,18',
  '69,18 72,20 72,26 69,28 66,26 66,20',
  '77,22 79,24 79,29 76,31 74,29 74,24',
  '83,28 85,30 84,34 81,36 79,34 80,30',
]

export const footPoses = {
  'sitting-foot-on-knee': {
    ...onChair,
    ...foot,
    description: 'Sitting, one foot across the other knee; the hand pulls the toes up towards the shin.',
    far: ['44,58 70,60 71,88 81,90'],
    near: ['44,28 44,58 64,48 82,57 86,44'],
    effort: ['87,58 91,46'],
    arms: ['44,31 60,38 84,42'],
    pulls: [['95,38', '82,30']],
  },
  'standing-weight-on-foot': {
    ...plain,
    ...foot,
    description: 'Standing with the weight on one foot, its whole sole down, a hand on the back of a chair.',
    head: '54,14',
    props: [floor, ...chairAhead],
    far: ['54,54 47,71 36,84 44,89'],
    near: ['54,27 54,54 55,73 54,88 66,89'],
    effort: ['52,93 69,93'],
    arms: ['54,30 66,42 83,45'],
    pulls: [['70,60', '70,76']],
  },
  'thumbs-along-sole': {
    ...plain,
    ...foot,
    description: 'A sole close up: the thumbs of both hands stroke it from the toes towards the heel.',
    skin: sole,
    handsBehind: [leftFingers, rightFingers],
    hands: [leftThumb, rightThumb],
    pulls: [['60,36', '60,80']],
  },
  'thumb-on-sole-spot': {
    ...plain,
    ...foot,
    description: 'A sole close up: the thumb of one hand presses on one spot and stays there.',
    skin: sole,
    handsBehind: [rightFingers],
    hands: [rightThumb],
    spot: '64,50',
  },
  'foot-on-ball': {
    ...onChair,
    ...foot,
    description: 'Sitting, rolling the sole of one foot over a ball on the floor.',
    far: ['44,58 60,62 52,89 62,91'],
    ball: '75,87',
    near: ['44,28 44,58 68,56 68,78 82,80'],
    effort: ['69,82 80,83'],
    arms: ['44,31 50,44 61,51'],
    pulls: [
      ['86,72', '96,72'],
      ['62,72', '56,72'],
    ],
  },
  'warm-towel-on-foot': {
    ...legStretchedOut,
    ...foot,
    description: 'Sitting with the leg stretched out, a warm towel laid round the foot.',
    near: ['29,48 34,81 64,81 92,81 99,58'],
    pads: [{ kind: 'warm', line: '85,81 92.5,81 96,70', sign: '78,64' }],
  },
  'cold-pack-on-foot': {
    ...legStretchedOut,
    ...foot,
    description: 'Sitting with the leg stretched out, a cold pack wrapped in a towel on the foot.',
    near: ['29,48 34,81 64,81 92,81 99,58'],
    pads: [{ kind: 'cold', line: '85,81 92.5,81 96,70', sign: '78,64' }],
  },
} as const satisfies Record<string, Pose>

/** Positions for the thigh: inside, back and front. */
import { bed, chairAhead, floor, kneeDrawnUp, legStretchedOut, onChair } from './furniture.ts'
import { type Pose, plain } from './pose.ts'

const inner = { muscles: ['inner-thigh'] } as const satisfies Partial<Pose>
const back = { muscles: ['hamstring'] } as const satisfies Partial<Pose>
const front = { muscles: ['front-thigh'] } as const satisfies Partial<Pose>
const thigh = { muscles: ['inner-thigh', 'hamstring', 'front-thigh'] } as const satisfies Partial<Pose>

/** Seen from the front: on a stool, the knees wide apart. */
const kneesApart = {
  ...plain,
  head: '60,16',
  props: [floor, '42,70 78,70'],
  near: ['60,28 60,62', '60,62 28,66 34,89', '60,62 92,66 86,89'],
} as const satisfies Partial<Pose>

export const thighPoses = {
  'sitting-knees-apart': {
    ...kneesApart,
    ...inner,
    description: 'Seen from the front: sitting, the knees moved slowly apart, the hands on the knees.',
    effort: ['38,69 54,66', '66,66 82,69'],
    arms: ['60,31 46,36 36,50 32,61', '60,31 74,36 84,50 88,61'],
    pulls: [
      ['20,62', '8,60'],
      ['100,62', '112,60'],
    ],
  },
  'rubbing-inner-thigh': {
    ...kneesApart,
    ...inner,
    description: 'Seen from the front: sitting, the knees apart, both hands rubbing the inside of one thigh.',
    effort: ['36,71 54,68'],
    arms: ['60,31 44,42 41,62', '60,31 73,45 55,62'],
    pulls: [['34,80', '50,78']],
  },
  'standing-heel-to-buttock': {
    ...plain,
    // The articles recommend it for the inner thigh as well, although it mostly stretches the front.
    muscles: ['front-thigh', 'inner-thigh'],
    description: 'Standing, one hand on a chair, the other drawing the heel up to the buttock behind.',
    head: '54,14',
    props: [floor, ...chairAhead],
    far: ['54,54 54,73 53,90 64,91', '54,30 66,42 83,45'],
    near: ['54,27 54,54 57,74 38,66 33,57'],
    effort: ['60,57 62,71'],
    arms: ['54,30 42,42 36,58'],
    pulls: [['24,64', '28,48']],
  },
  'lying-on-side-heel-to-buttock': {
    ...plain,
    ...front,
    description: 'Lying on the side, the upper hand drawing the heel of the upper leg to the buttock.',
    head: '17,73',
    props: [bed],
    far: ['58,79 82,83 104,84'],
    near: ['28,76 58,79 80,73 63,62 57,57'],
    effort: ['63,83 79,79'],
    arms: ['31,74 44,62 59,59'],
    pulls: [['66,48', '52,46']],
  },
  'rubbing-front-thigh': {
    ...onChair,
    ...front,
    description: 'Sitting, the hands rubbing the front of the thigh, from the knee upwards.',
    far: ['44,58 62,62 60,88 70,90'],
    near: ['44,28 44,58 70,60 71,88 81,90'],
    effort: ['50,53 68,54'],
    arms: ['44,31 50,44 62,51'],
    pulls: [['86,54', '74,46']],
  },
  'sitting-leg-straight-toes-up': {
    ...legStretchedOut,
    ...back,
    description: 'Sitting, the knee slowly straightened until the leg lies flat, the toes drawn up.',
    effort: ['40,86 60,86'],
    arms: ['29,51 40,62 52,75'],
    pulls: [['108,66', '100,56']],
  },
  'heel-on-low-step': {
    ...plain,
    ...back,
    description:
      'Standing, one heel on a low step with the leg straight, a hand on the wall, bending from the hip.',
    head: '80,26',
    props: [floor, '74,93 74,82 108,82', '108,10 108,93'],
    far: ['50,54 47,72 44,90 55,91', '70,37 90,42 106,35'],
    near: ['70,36 50,54 65,66.5 81,78.5 88,69'],
    effort: ['56,65 67,74'],
    arms: ['70,38 86,50 104,44'],
    pulls: [['95,18', '98,30']],
  },
  'rubbing-back-of-thigh': {
    ...kneeDrawnUp,
    ...back,
    description: 'Sitting, the knee drawn up; the hands rub the back of the thigh, from the knee upwards.',
    effort: ['43,77 57,66'],
    arms: ['36,48 37,65 51,70'],
    pulls: [['69,71', '58,82']],
  },
  'warm-towel-on-thigh': {
    ...legStretchedOut,
    ...thigh,
    description: 'Sitting with the leg stretched out, a warm towel laid round the thigh.',
    pads: [{ kind: 'warm', line: '45,81 58,81', sign: '72,63' }],
  },
  'cold-pack-on-thigh': {
    ...legStretchedOut,
    ...thigh,
    description: 'Sitting with the leg stretched out, a cold pack wrapped in a towel on the thigh.',
    pads: [{ kind: 'cold', line: '45,81 58,81', sign: '72,63' }],
  },
} as const satisfies Record<string, Pose>

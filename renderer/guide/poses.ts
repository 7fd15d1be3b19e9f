/**
 * How the positions of the relief steps look: joints in a field 120 wide and 100 high, seen from the side unless it is
 * said otherwise. What is near is drawn strong, what is far behind it faint.
 *
 *     head o            near   the arm and leg that matter
 *          |\  arm      far    the other ones
 *    torso | \          props  floor, chair, wall, towel
 *          |__ knee     effort the muscle that is stretched or held
 *             |         pulls  which way to move
 */
import type { Position } from '../../shared/advice/relief.ts'

export type Point = readonly [x: number, y: number]
/** Joints in a row, from the body outwards. */
export type Line = readonly Point[]

export interface Pose {
  /** For those who do not see it; also its title. */
  readonly description: string
  /** Null where only hands are shown. */
  readonly head: Point | null
  readonly near: readonly Line[]
  readonly far: readonly Line[]
  readonly props: readonly Line[]
  /** Thick soft things: towel, pack, cushion. */
  readonly pads: readonly Line[]
  readonly ball: Point | null
  readonly effort: readonly Line[]
  readonly pulls: readonly (readonly [from: Point, to: Point])[]
}

const plain = { far: [], props: [], pads: [], ball: null, effort: [], pulls: [] } satisfies Partial<Pose>

const floor: Line = [
  [6, 93],
  [114, 93],
]
const bed: Line = [
  [6, 88],
  [114, 88],
]
const chair: readonly Line[] = [
  [
    [28, 30],
    [28, 93],
  ],
  [
    [28, 63],
    [54, 63],
    [54, 93],
  ],
]
/** Its back to hold on to, beside somebody who stands. */
const chairAhead: readonly Line[] = [
  [
    [84, 44],
    [84, 93],
  ],
  [
    [84, 68],
    [106, 68],
    [106, 93],
  ],
]

/** On a chair, the ankle of one leg across the knee of the other. */
const ankleAcrossKnee = {
  ...plain,
  head: [45, 16],
  far: [
    [
      [44, 58],
      [70, 60],
      [71, 88],
      [81, 90],
    ],
  ],
  props: [floor, ...chair],
} as const satisfies Partial<Pose>

/** On the bed, leaning back on one hand, a leg stretched out. */
const legStretchedOut = {
  ...plain,
  head: [27, 34],
  far: [
    [
      [29, 50],
      [18, 64],
      [14, 82],
    ],
    [
      [34, 81],
      [54, 62],
      [62, 82],
    ],
  ],
  near: [
    [
      [29, 48],
      [34, 81],
      [64, 81],
      [94, 81],
      [97, 69],
    ],
  ],
  props: [bed],
} as const satisfies Partial<Pose>

export const poses: Readonly<Record<Position, Pose>> = {
  'sitting-foot-on-knee': {
    ...ankleAcrossKnee,
    description: 'Sitting, one foot across the other knee; the hand pulls the toes up towards the shin.',
    near: [
      [
        [44, 28],
        [44, 58],
        [64, 47],
        [82, 56],
        [85, 44],
      ],
      [
        [44, 30],
        [58, 42],
        [84, 43],
      ],
    ],
    effort: [
      [
        [86, 57],
        [89, 46],
      ],
    ],
    pulls: [
      [
        [93, 38],
        [80, 31],
      ],
    ],
  },
  'sitting-leg-straight-hold-forefoot': {
    ...plain,
    description: 'Sitting with the leg straight out, leaning forward, a hand round the forefoot.',
    head: [64, 38],
    near: [
      [
        [52, 49],
        [34, 81],
        [64, 81],
        [94, 81],
        [95, 68],
      ],
      [
        [52, 51],
        [74, 58],
        [94, 68],
      ],
    ],
    far: [
      [
        [34, 81],
        [54, 62],
        [62, 82],
      ],
    ],
    props: [bed],
    effort: [
      [
        [68, 85],
        [90, 85],
      ],
    ],
    pulls: [
      [
        [104, 62],
        [94, 55],
      ],
    ],
  },
  'sitting-towel-round-foot': {
    ...legStretchedOut,
    description:
      'Sitting with the leg straight, a towel looped round the forefoot; both hands draw it towards the body.',
    near: [
      [
        [29, 48],
        [34, 81],
        [64, 81],
        [94, 81],
        [93, 67],
      ],
      [
        [29, 50],
        [42, 62],
        [56, 60],
      ],
    ],
    far: [
      [
        [34, 81],
        [54, 66],
        [62, 82],
      ],
    ],
    props: [
      bed,
      [
        [56, 60],
        [96, 65],
        [97, 73],
      ],
    ],
    effort: [
      [
        [68, 85],
        [90, 85],
      ],
    ],
    pulls: [
      [
        [84, 54],
        [68, 51],
      ],
    ],
  },
  'standing-weight-on-foot': {
    ...plain,
    description: 'Standing with the weight on one foot, its heel down, a hand on the back of a chair.',
    head: [54, 14],
    near: [
      [
        [54, 27],
        [54, 54],
        [55, 73],
        [54, 90],
        [66, 91],
      ],
      [
        [54, 30],
        [66, 42],
        [83, 45],
      ],
    ],
    far: [
      [
        [54, 54],
        [47, 71],
        [36, 84],
        [44, 89],
      ],
    ],
    props: [floor, ...chairAhead],
    effort: [
      [
        [50, 77],
        [49, 88],
      ],
    ],
    pulls: [
      [
        [70, 60],
        [70, 76],
      ],
    ],
  },
  'facing-wall-leg-behind': {
    ...plain,
    description: 'Facing a wall, hands on it, one leg behind with the heel on the floor, leaning in.',
    head: [80, 22],
    near: [
      [
        [72, 34],
        [58, 59],
        [45, 74],
        [31, 90],
        [43, 91],
      ],
      [
        [73, 36],
        [88, 44],
        [103, 34],
      ],
    ],
    far: [
      [
        [58, 59],
        [77, 70],
        [75, 90],
        [86, 91],
      ],
    ],
    props: [
      floor,
      [
        [106, 8],
        [106, 93],
      ],
    ],
    effort: [
      [
        [40, 74],
        [29, 86],
      ],
    ],
    pulls: [
      [
        [48, 44],
        [60, 40],
      ],
    ],
  },
  'thumbs-along-sole': {
    ...ankleAcrossKnee,
    description:
      'Sitting, one foot across the other knee; both thumbs stroke the sole from the toes to the heel.',
    near: [
      [
        [44, 28],
        [44, 58],
        [64, 47],
        [82, 58],
        [94, 50],
      ],
      [
        [44, 30],
        [60, 40],
        [88, 50],
      ],
      [
        [44, 32],
        [62, 56],
        [84, 62],
      ],
    ],
    effort: [
      [
        [86, 62],
        [97, 54],
      ],
    ],
    pulls: [
      [
        [104, 58],
        [93, 67],
      ],
    ],
  },
  'foot-on-ball': {
    ...plain,
    description: 'Sitting, rolling the sole of one foot over a ball on the floor.',
    head: [45, 16],
    near: [
      [
        [44, 28],
        [44, 58],
        [68, 56],
        [68, 78],
        [82, 80],
      ],
      [
        [44, 30],
        [50, 44],
        [62, 54],
      ],
    ],
    far: [
      [
        [44, 58],
        [60, 62],
        [52, 89],
        [62, 91],
      ],
    ],
    props: [floor, ...chair],
    ball: [75, 87],
    effort: [
      [
        [69, 82],
        [80, 83],
      ],
    ],
    pulls: [
      [
        [86, 72],
        [96, 72],
      ],
      [
        [62, 72],
        [56, 72],
      ],
    ],
  },
  'walking-on-heels': {
    ...plain,
    description: 'Walking on the heels, the toes of both feet lifted.',
    head: [55, 14],
    near: [
      [
        [54, 27],
        [54, 54],
        [66, 71],
        [73, 90],
        [84, 82],
      ],
      [
        [54, 30],
        [46, 42],
        [44, 56],
      ],
    ],
    far: [
      [
        [54, 54],
        [49, 72],
        [39, 90],
        [49, 83],
      ],
      [
        [54, 30],
        [64, 42],
        [74, 50],
      ],
    ],
    props: [floor],
    pulls: [
      [
        [92, 84],
        [90, 72],
      ],
    ],
  },
  'sitting-knees-apart': {
    ...plain,
    description: 'Seen from the front: sitting, the knees moved slowly apart, the hands on the knees.',
    head: [60, 16],
    near: [
      [
        [60, 28],
        [60, 62],
      ],
      [
        [60, 30],
        [46, 36],
        [36, 50],
        [32, 62],
      ],
      [
        [60, 30],
        [74, 36],
        [84, 50],
        [88, 62],
      ],
      [
        [60, 62],
        [28, 66],
        [34, 89],
      ],
      [
        [60, 62],
        [92, 66],
        [86, 89],
      ],
    ],
    props: [
      floor,
      [
        [42, 70],
        [78, 70],
      ],
    ],
    effort: [
      [
        [38, 69],
        [54, 66],
      ],
      [
        [66, 66],
        [82, 69],
      ],
    ],
    pulls: [
      [
        [20, 62],
        [8, 60],
      ],
      [
        [100, 62],
        [112, 60],
      ],
    ],
  },
  'standing-heel-to-buttock': {
    ...plain,
    description: 'Standing, one hand on a chair, the other drawing the heel up to the buttock behind.',
    head: [54, 14],
    near: [
      [
        [54, 27],
        [54, 54],
        [57, 74],
        [38, 66],
        [33, 57],
      ],
      [
        [54, 30],
        [42, 42],
        [37, 60],
      ],
    ],
    far: [
      [
        [54, 54],
        [54, 73],
        [53, 90],
        [64, 91],
      ],
      [
        [54, 30],
        [66, 42],
        [83, 45],
      ],
    ],
    props: [floor, ...chairAhead],
    effort: [
      [
        [60, 57],
        [62, 71],
      ],
    ],
    pulls: [
      [
        [24, 64],
        [28, 48],
      ],
    ],
  },
  'lying-on-side-heel-to-buttock': {
    ...plain,
    description: 'Lying on the side, the upper hand drawing the heel of the upper leg to the buttock.',
    head: [17, 73],
    near: [
      [
        [28, 76],
        [58, 79],
        [80, 73],
        [63, 62],
        [57, 57],
      ],
      [
        [31, 74],
        [44, 62],
        [59, 60],
      ],
    ],
    far: [
      [
        [58, 79],
        [82, 83],
        [104, 84],
      ],
    ],
    props: [bed],
    effort: [
      [
        [63, 82],
        [79, 78],
      ],
    ],
    pulls: [
      [
        [66, 50],
        [52, 48],
      ],
    ],
  },
  'heel-on-low-step': {
    ...plain,
    description: 'Standing, one heel on a low step with the leg straight, bending forward from the hip.',
    head: [76, 22],
    near: [
      [
        [66, 33],
        [49, 55],
        [69, 67],
        [88, 79],
        [92, 69],
      ],
      [
        [66, 35],
        [74, 50],
        [72, 64],
      ],
    ],
    far: [
      [
        [49, 55],
        [48, 73],
        [46, 90],
        [57, 91],
      ],
    ],
    props: [
      floor,
      [
        [80, 93],
        [80, 84],
        [108, 84],
        [108, 93],
      ],
    ],
    effort: [
      [
        [54, 63],
        [68, 72],
      ],
    ],
    pulls: [
      [
        [86, 34],
        [92, 46],
      ],
    ],
  },
  'palm-against-fingers': {
    ...plain,
    description: 'One palm presses the fingers of the other hand back until they are straight.',
    head: null,
    near: [
      [
        [10, 86],
        [42, 68],
        [58, 60],
        [64, 34],
      ],
    ],
    far: [
      [
        [112, 84],
        [86, 62],
        [72, 50],
        [68, 34],
      ],
    ],
    effort: [
      [
        [38, 75],
        [56, 66],
      ],
    ],
    pulls: [
      [
        [76, 26],
        [60, 20],
      ],
    ],
  },
  'hands-on-muscle': {
    ...plain,
    description: 'Sitting with the knee bent, both hands on the sore muscle, stroking it.',
    head: [50, 36],
    near: [
      [
        [43, 48],
        [34, 81],
        [60, 56],
        [80, 82],
        [91, 84],
      ],
      [
        [44, 50],
        [58, 62],
        [70, 74],
      ],
    ],
    far: [
      [
        [43, 50],
        [62, 52],
        [74, 66],
      ],
    ],
    props: [bed],
    effort: [
      [
        [63, 66],
        [76, 82],
      ],
    ],
    pulls: [
      [
        [88, 72],
        [80, 60],
      ],
    ],
  },
  'warm-towel': {
    ...legStretchedOut,
    description: 'Sitting with the leg stretched out, a warm towel laid round it.',
    pads: [
      [
        [70, 81],
        [84, 81],
      ],
    ],
    pulls: [
      [
        [70, 66],
        [70, 54],
      ],
      [
        [77, 66],
        [77, 54],
      ],
      [
        [84, 66],
        [84, 54],
      ],
    ],
  },
  'wrapped-cold-pack': {
    ...legStretchedOut,
    description: 'Sitting with the leg stretched out, a cold pack wrapped in a towel on it.',
    pads: [
      [
        [72, 76],
        [84, 76],
      ],
    ],
    effort: [
      [
        [78, 48],
        [78, 64],
      ],
      [
        [71, 52],
        [85, 60],
      ],
      [
        [71, 60],
        [85, 52],
      ],
    ],
  },
  'leg-raised': {
    ...plain,
    description: 'Lying on the back, the leg resting on a cushion, a little raised.',
    head: [16, 78],
    near: [
      [
        [28, 83],
        [56, 83],
        [78, 70],
        [102, 68],
        [105, 57],
      ],
    ],
    props: [bed],
    pads: [
      [
        [84, 80],
        [102, 80],
      ],
    ],
  },
}

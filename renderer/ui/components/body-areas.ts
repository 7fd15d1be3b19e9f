/**
 * Drawing of the legs on which places are picked, in units of its own. The left leg is at the left in every view, as in
 * a mirror, and as one looks down at oneself. Only left legs are drawn; right ones are their reflections.
 */
import type { Muscle } from '../../../shared/kinds/muscles.ts'

export const MAP_WIDTH = 392
export const MAP_HEIGHT = 470

export interface BodyView {
  readonly name: string
  /** x of the mirror axis between the left and the right leg. */
  readonly axis: number
  /** SVG path of the parts that cannot be picked. */
  readonly outline: string
}

export const views = {
  front: {
    name: 'Front',
    axis: 122,
    outline:
      'M40 216c18 6 42 6 60 0v8c-18 6-42 6-60 0zM56 368c12 4 24 4 36 0 4 14 10 26 16 38H36c6-12 14-24 20-38z',
  },
  back: {
    name: 'Back',
    axis: 318,
    outline:
      'M261 216c14 6 30 6 44 0v8c-14 6-30 6-44 0zM268 368c10 4 20 4 30 0 6 8 8 16 6 24-10-6-28-6-40 0-2-8-2-16 4-24zM253 452c16 8 44 8 60 0 2 10-4 16-12 16h-34c-9 0-15-6-14-16z',
  },
} as const satisfies Record<string, BodyView>

export interface BodyArea {
  readonly muscle: Muscle
  readonly view: keyof typeof views
  /** The shape on the left leg. */
  readonly shape: string
  /** Hit area: a rectangle around the shape, large enough for a thumb. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** x of the label's centre. */
  readonly middle: number
  /** A word or two that fit into the shape, a line each. */
  readonly label: readonly string[]
}

/** From the hip down. */
export const areas: readonly BodyArea[] = [
  {
    muscle: 'front-thigh',
    view: 'front',
    shape: 'M22 46c18-12 34-14 40-12v176c-8 6-18 8-22 6C30 180 8 110 22 46z',
    box: { x: 5, y: 32, width: 58, height: 184 },
    middle: 39,
    label: ['Front', 'thigh'],
  },
  {
    muscle: 'inner-thigh',
    view: 'front',
    shape: 'M66 35c18 3 38 9 53 19 0 46-12 106-19 162-10 4-24 0-34-6z',
    box: { x: 64, y: 32, width: 57, height: 184 },
    middle: 90,
    label: ['Inner', 'thigh'],
  },
  {
    muscle: 'hamstring',
    view: 'back',
    shape: 'M254 50c16-16 46-16 60-4 2 54-6 114-10 170-12 6-32 6-42 0-6-56-12-116-8-166z',
    box: { x: 256, y: 32, width: 60, height: 184 },
    middle: 283,
    label: ['Back of', 'thigh'],
  },
  {
    muscle: 'shin',
    view: 'front',
    shape: 'M42 228c18 6 38 6 56 0 8 34-2 94-6 136-12 4-24 4-36 0-6-44-24-94-14-136z',
    box: { x: 36, y: 226, width: 66, height: 140 },
    middle: 70,
    label: ['Shin'],
  },
  {
    muscle: 'calf',
    view: 'back',
    shape: 'M260 228c14 6 32 6 46 0 12 34-2 94-8 136-10 4-20 4-30 0-6-44-20-100-8-136z',
    box: { x: 252, y: 226, width: 62, height: 140 },
    middle: 283,
    label: ['Calf'],
  },
  {
    muscle: 'toes',
    view: 'front',
    shape:
      'M34 410c16-4 58-4 74 0 4 6 6 16 6 26q-1 26-14 26-10 0-12-12-2 10-10 10-9 0-10-11-1 9-9 9t-8-10q-2 8-8 7-8 0-8-11-7 1-6-10 1-12 5-24z',
    box: { x: 28, y: 406, width: 90, height: 58 },
    middle: 72,
    label: ['Toes'],
  },
  {
    muscle: 'arch',
    view: 'back',
    shape: 'M262 394c14-8 30-8 42 0-3 18-2 36 9 54-16 8-44 8-60 0 4-16 10-34 9-54z',
    box: { x: 254, y: 388, width: 60, height: 64 },
    middle: 283,
    label: ['Arch'],
  },
]

/** Places that need no drawing to be found. */
export const otherPlaces: readonly Muscle[] = ['hand', 'arm', 'trunk', 'face', 'other']

/** The SVG transform that makes a right leg of a left one. */
export const reflect = (axis: number) => `translate(${2 * axis} 0) scale(-1 1)`

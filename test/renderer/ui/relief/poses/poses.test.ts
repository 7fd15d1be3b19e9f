import { describe, expect, test } from 'vitest'
import { toPoints, toXY, type XY } from '../../../../../renderer/ui/relief/poses/outline.ts'
import type { Pose, PoseLine } from '../../../../../renderer/ui/relief/poses/pose.ts'
import { poses } from '../../../../../renderer/ui/relief/poses/poses.ts'
import { protocols } from '../../../../../shared/advice/relief/protocols.ts'
import { type Position, positions } from '../../../../../shared/advice/relief/relief-step.ts'

const getLines = (pose: Pose): PoseLine[] => [
  ...[pose.near, pose.far, pose.props, pose.skin, pose.effort, pose.arms].flat(),
  ...pose.pads.map(({ line }) => line),
  ...pose.pulls.map(([from, to]): PoseLine => `${from} ${to}`),
  ...[...pose.hands, ...pose.handsBehind].flatMap(({ forearm, palm, fingers }) => [
    forearm,
    palm,
    ...fingers,
  ]),
]
const getDots = ({ head, ball, spot, pads }: Pose) =>
  [head, ball, spot, ...pads.map(({ sign }) => sign)].filter(dot => dot !== null)

describe.each(positions)('%s', position => {
  const pose = poses[position]

  test('lies within its field', () => {
    for (const [x, y] of [...getLines(pose).flatMap(toPoints), ...getDots(pose).map(toXY)]) {
      expect(x).toBeGreaterThanOrEqual(4)
      expect(x).toBeLessThanOrEqual(116)
      expect(y).toBeGreaterThanOrEqual(4)
      expect(y).toBeLessThanOrEqual(96)
    }
  })
  test('is a person, or hands close up, in lines of two joints and more', () => {
    if (pose.head === null) expect(pose.hands.length + pose.handsBehind.length).toBeGreaterThan(0)
    else expect(pose.near.length).toBeGreaterThan(0)
    for (const line of getLines(pose)) expect(toPoints(line).length).toBeGreaterThanOrEqual(2)
  })
  test('says in a sentence what is done', () => {
    expect(pose.description).toMatch(/^[A-Z].{30,130}\.$/)
  })
  test('stands beside a step of every muscle that it is declared for, and of no other', () => {
    const shownFor = protocols
      .filter(({ steps }) => steps.some(step => step.position === position))
      .flatMap(({ muscles }) => muscles)
    expect(pose.muscles.toSorted()).toEqual(shownFor.toSorted())
  })
})

test('no two positions are described alike', () => {
  expect(new Set(Object.values(poses).map(({ description }) => description)).size).toBe(positions.length)
})

const drawnSteps = protocols.flatMap(({ id, muscles, steps }) =>
  steps.flatMap(step => (step.position === null ? [] : [{ id, muscles, step, position: step.position }])),
)
test.each(drawnSteps)(
  'the step $step.id for $id shows a pose that exists, for that part of the body',
  drawn => {
    expect(Object.keys(poses)).toContain(drawn.position)
    expect(poses[drawn.position].muscles).toEqual(expect.arrayContaining([...drawn.muscles]))
  },
)

test('every step has its figure, but where any place is meant', () => {
  for (const { id, steps } of protocols.filter(one => one.id !== 'common'))
    for (const step of steps) expect(step.position, `${id} ${step.id}`).not.toBeNull()
})

test('what is pressed is not stroked', () => {
  const pressed = Object.values(poses).filter(({ spot }) => spot !== null)
  expect(pressed.length).toBeGreaterThan(0)
  for (const { pulls, description } of pressed) {
    expect(pulls).toEqual([])
    expect(description).not.toMatch(/strok|rub/)
  }
  const stepsThatPress = drawnSteps.filter(({ step }) => /\bpress on\b/i.test(step.title))
  expect(stepsThatPress.length).toBeGreaterThan(0)
  for (const { position } of stepsThatPress) expect(poses[position].spot).not.toBeNull()
})

describe('on the leg, from the hip on', () => {
  const parts = ['thigh', 'lower leg', 'foot'] as const
  type Part = (typeof parts)[number]
  /** Part of the leg nearest to a point, with the distance. */
  function findPart(leg: readonly XY[], place: XY): { part: Part | undefined; distance: number } {
    const distances = leg.slice(1).map((end, index) => getDistance(place, leg[index] ?? end, end))
    const distance = Math.min(...distances)
    return { part: parts[distances.indexOf(distance)], distance }
  }
  /** Points of trunk and leg: one line in side view, two in front view. */
  const getLeg = ({ near }: Pose): XY[] => {
    const [trunk, leg] = near
    return leg === undefined ? toPoints(trunk ?? '0,0 ').slice(1) : toPoints(leg)
  }

  const laidOn: [Position, Part][] = [
    ['warm-towel-on-thigh', 'thigh'],
    ['cold-pack-on-thigh', 'thigh'],
    ['warm-towel-on-lower-leg', 'lower leg'],
    ['cold-pack-on-lower-leg', 'lower leg'],
    ['warm-towel-on-foot', 'foot'],
    ['cold-pack-on-foot', 'foot'],
  ]
  test.each(laidOn)('%s lies on the %s', (position, part) => {
    const pose = poses[position]
    expect(pose.pads.length).toBe(1)
    for (const { kind, line } of pose.pads) {
      expect(position).toMatch(new RegExp(`^${kind}-`))
      const found = findPart(getLeg(pose), getCentre(toPoints(line)))
      expect(found.part).toBe(part)
      expect(found.distance).toBeLessThan(2)
    }
  })

  const rubbed: [Position, Part][] = [
    ['rubbing-inner-thigh', 'thigh'],
    ['rubbing-front-thigh', 'thigh'],
    ['rubbing-back-of-thigh', 'thigh'],
    ['rubbing-calf', 'lower leg'],
    ['rubbing-shin', 'lower leg'],
  ]
  test.each(rubbed)('the hands of %s are on the %s, and so is what they rub', (position, part) => {
    const pose = poses[position]
    const hands = pose.arms.map(arm => toPoints(arm).at(-1) ?? ([0, 0] as const))
    expect(hands.length).toBeGreaterThan(0)
    for (const place of [...hands, ...pose.effort.flatMap(toPoints)]) {
      const found = findPart(getLeg(pose), place)
      expect(found.part).toBe(part)
      expect(found.distance).toBeLessThan(10)
    }
  })

  test('the heel lies on the low step', () => {
    const { near, props } = poses['heel-on-low-step']
    const [, , , heel] = toPoints(near[0] ?? '0,0 ')
    const [, edge, end] = toPoints(props[1] ?? '0,0 ')
    if (heel === undefined || edge === undefined || end === undefined) throw new Error('no heel, no step')
    const halfOfTheLeg = 3.25
    expect(Math.abs(heel[1] + halfOfTheLeg - edge[1])).toBeLessThan(0.5)
    expect(heel[0]).toBeGreaterThan(edge[0])
    expect(heel[0]).toBeLessThan(end[0])
  })
})

const getMean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const getCentre = (points: readonly XY[]): XY => [
  getMean(points.map(([x]) => x)),
  getMean(points.map(([, y]) => y)),
]

/** Distance from a point to a line segment. */
function getDistance([x, y]: XY, [fromX, fromY]: XY, [toX, toY]: XY): number {
  const [dx, dy] = [toX - fromX, toY - fromY]
  const share = Math.max(0, Math.min(1, ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x - fromX - share * dx, y - fromY - share * dy)
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toPoints, toRoundedOutline, toXY } from '../../../../../renderer/ui/relief/poses/outline.ts'
import type { PoseLine } from '../../../../../renderer/ui/relief/poses/pose.ts'

const coordinate = fc.integer({ min: 0, max: 120 })
const outline = fc
  .array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 16 })
  .map(points => points.map(([x, y]) => `${x},${y}`).join(' ') as PoseLine)

test('a row of points is read back as written', () => {
  expect(toPoints('44,28 65,66.5')).toEqual([
    [44, 28],
    [65, 66.5],
  ])
})

test('an outline passes through each of its points in turn and ends where it began', () => {
  fc.assert(
    fc.property(outline, line => {
      const [start = '', ...curves] = toRoundedOutline(line).slice(1, -1).split('C')
      const passed = [start, ...curves.map(curve => curve.split(' ').at(-1) ?? '')].map(toXY)
      const [first = [0, 0], ...others] = toPoints(line)
      expect(passed).toEqual([first, ...others, first])
    }),
  )
})

test('an outline has no corners: the handles on both sides of a point lie on one line', () => {
  const path = toRoundedOutline('20,20 60,10 100,40 60,90')
  expect(path).toBe(
    'M20,20C20,6.67 46.67,6.67 60,10C73.33,13.33 100,26.67 100,40C100,53.33 73.33,93.33 60,90C46.67,86.67 20,33.33 20,20Z',
  )
})

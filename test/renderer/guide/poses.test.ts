import { describe, expect, test } from 'vitest'
import { type Point, poses } from '../../../renderer/guide/poses.ts'
import { positions } from '../../../shared/advice/relief.ts'

describe.each(positions)('%s', position => {
  const pose = poses[position]
  const lines = [pose.near, pose.far, pose.props, pose.pads, pose.effort, pose.pulls].flat()
  const points: Point[] = [
    ...lines.flat(),
    ...(pose.head === null ? [] : [pose.head]),
    ...(pose.ball === null ? [] : [pose.ball]),
  ]

  test('lies within its field', () => {
    for (const [x, y] of points) {
      expect(x).toBeGreaterThanOrEqual(4)
      expect(x).toBeLessThanOrEqual(116)
      expect(y).toBeGreaterThanOrEqual(4)
      expect(y).toBeLessThanOrEqual(96)
    }
  })
  test('has limbs, and says in a sentence what they do', () => {
    expect(pose.near.length).toBeGreaterThan(0)
    for (const line of lines) expect(line.length).toBeGreaterThanOrEqual(2)
    expect(pose.description).toMatch(/^[A-Z].{30,130}\.$/)
  })
})

test('no two positions are described alike', () => {
  expect(new Set(Object.values(poses).map(({ description }) => description)).size).toBe(positions.length)
})

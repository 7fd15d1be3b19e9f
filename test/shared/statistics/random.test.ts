import { describe, expect, it } from 'vitest'
import { createRandom, drawPoisson } from '../../../shared/statistics/random.ts'

describe('createRandom', () => {
  it('gives the same numbers for the same seed on every machine', () => {
    const random = createRandom(1)
    expect([random.nextUint32(), random.nextUint32()]).toEqual([2442144158, 3238099751])
    expect(createRandom(0).nextUint32()).not.toBe(createRandom(1).nextUint32())
  })

  it('is uniform over whole numbers and over [0, 1)', () => {
    const random = createRandom(11)
    const draws = 70_000
    const counts = new Array<number>(7).fill(0)
    let sum = 0
    let squares = 0
    for (let i = 0; i < draws; i++) {
      const face = random.nextInteger(7)
      counts[face] = (counts[face] ?? NaN) + 1
      const u = random.nextUniform()
      expect(u >= 0 && u < 1).toBe(true)
      sum += u
      squares += u * u
    }
    const chiSquare = counts.reduce((total, n) => total + (n - draws / 7) ** 2 / (draws / 7), 0)
    expect(chiSquare).toBeLessThan(22.5) // qchisq(0.999, 6)
    expect(sum / draws).toBeCloseTo(0.5, 2)
    expect(squares / draws).toBeCloseTo(1 / 3, 2)
  })

  it('draws normal numbers', () => {
    const random = createRandom(5)
    const values = Array.from({ length: 50_000 }, () => random.nextNormal())
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
    expect(mean).toBeCloseTo(0, 1)
    expect(variance).toBeCloseTo(1, 1)
    expect(values.filter(value => Math.abs(value) > 1.96).length / values.length).toBeCloseTo(0.05, 2)
  })

  it.each([-1, 1.5, 2 ** 32, NaN])('refuses the seed %s', seed => {
    expect(() => createRandom(seed)).toThrow(/^seed must be/)
  })
})

describe('drawPoisson', () => {
  it.each([0.3, 2, 9])('has mean and variance %d', mean => {
    const random = createRandom(8)
    const draws = Array.from({ length: 40_000 }, () => drawPoisson(random, mean))
    const average = draws.reduce((sum, count) => sum + count, 0) / draws.length
    const variance = draws.reduce((sum, count) => sum + (count - average) ** 2, 0) / draws.length
    // Five standard errors of either.
    expect(Math.abs(average - mean)).toBeLessThan(5 * Math.sqrt(mean / draws.length))
    expect(Math.abs(variance - mean)).toBeLessThan(5 * Math.sqrt((mean + 2 * mean ** 2) / draws.length))
  })

  it('never draws anything of nothing', () => {
    const random = createRandom(8)
    expect(Array.from({ length: 100 }, () => drawPoisson(random, 0)).every(count => count === 0)).toBe(true)
  })
})

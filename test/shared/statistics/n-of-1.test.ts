import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createBalancedTest,
  estimateExperimentEffect,
  type TrialPeriod,
  testBalancedExperiment,
  testPairedExperiment,
} from '../../../shared/statistics/n-of-1.ts'
import {
  type Arm,
  countOrders,
  drawOrder,
  isAllowedOrder,
  listOrders,
} from '../../../shared/statistics/n-of-1-orders.ts'
import { createRandom } from '../../../shared/statistics/random.ts'

const random = () => createRandom(1)

function run(
  arms: string,
  counts: readonly number[],
  days: readonly number[] = counts.map(() => 7),
): TrialPeriod[] {
  return Array.from(arms, (letter, i) => ({
    arm: letter === 'A' ? 0 : 1,
    count: counts[i] ?? NaN,
    days: days[i] ?? NaN,
  }))
}

/** Brute-force enumeration of the orders of n periods, over all words of zeros and ones. */
function bruteForce(periods: number, maxRun: number): string[] {
  return Array.from({ length: 2 ** periods }, (_, word) => word.toString(2).padStart(periods, '0')).filter(
    order =>
      Array.from(order).filter(arm => arm === '1').length === periods / 2 &&
      !order.includes('0'.repeat(maxRun + 1)) &&
      !order.includes('1'.repeat(maxRun + 1)),
  )
}

describe('orders of a balanced experiment', () => {
  it.each([
    [8, 3, 62],
    [12, 3, 616],
    [4, 1, 2],
  ])('%i periods, at most %i in a row: %i', (periods, maxRun, orders) => {
    expect(countOrders({ periods, maxRun })).toBe(orders)
    expect(listOrders({ periods, maxRun })).toHaveLength(orders)
  })

  it('are exactly those that trying every word finds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), (half, maxRun) => {
        const design = { periods: 2 * half, maxRun }
        const listed = listOrders(design)
        expect(listed.map(order => order.join(''))).toEqual(bruteForce(2 * half, maxRun))
        expect(countOrders(design)).toBe(listed.length)
        expect(listed.every(order => isAllowedOrder(order, design))).toBe(true)
      }),
    )
  })

  it('are drawn with equal chances', () => {
    const design = { periods: 6, maxRun: 2 }
    const source = createRandom(3)
    const counts = new Map<string, number>()
    for (let i = 0; i < 14_000; i++) {
      const order = drawOrder(design, source).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    const orders = countOrders(design)
    expect(counts.size).toBe(orders)
    const each = 14_000 / orders
    const chiSquare = Array.from(counts.values()).reduce((sum, n) => sum + (n - each) ** 2 / each, 0)
    expect(chiSquare).toBeLessThan(36) // qchisq(0.999, 13) is 34.5; there are 14 orders
  })

  it('refuses an odd number of periods and knows an order that breaks the design', () => {
    expect(() => countOrders({ periods: 7, maxRun: 3 })).toThrow(/^periods must be even/)
    expect(() => countOrders({ periods: 8, maxRun: 0 })).toThrow(
      /^maxRun must be a whole number of at least 1/,
    )
    const broken: Arm[] = [0, 0, 0, 0, 1, 1, 1, 1]
    expect(isAllowedOrder(broken, { periods: 8, maxRun: 3 })).toBe(false)
    expect(isAllowedOrder([0, 1, 0], { periods: 4, maxRun: 3 })).toBe(false)
  })
})

describe('testBalancedExperiment', () => {
  const periods = run('ABABBABA', [5, 2, 4, 1, 2, 6, 3, 7])

  it('gives the numbers of the documentation', () => {
    expect(testBalancedExperiment(periods, 3, random())).toEqual({
      kind: 'estimate',
      statistic: 14,
      pValue: 2 / 62,
      assignments: 62,
      method: 'enumerated',
    })
  })

  it('compares daily rates when days differ', () => {
    const days = [7, 7, 6, 7, 7, 5, 7, 7]
    const { statistic } = expectTest(run('ABABBABA', [5, 2, 4, 1, 2, 6, 3, 7], days))
    expect(statistic).toBeCloseTo(
      (5 / 7 + 4 / 6 + 6 / 5 + 7 / 7) / 4 - (2 / 7 + 1 / 7 + 2 / 7 + 3 / 7) / 4,
      12,
    )
  })

  it('drops a period without days but keeps its place in every order', () => {
    const test = expectTest(run('ABABBABA', [5, 2, 4, 0, 2, 6, 3, 7], [7, 7, 7, 0, 7, 7, 7, 7]))
    expect(test.assignments).toBe(62)
    expect(test.statistic).toBeCloseTo(22 / 28 - 7 / 21, 12)
    // 2 of the 62 orders give B the same three low weeks: with A and B in the dropped week they are one way round each.
    expect(test.pValue * 62).toBeCloseTo(Math.round(test.pValue * 62), 9)
  })

  it('draws orders when there are too many to try, close to the truth', () => {
    const many = run('ABABABABABABABABAB', [3, 1, 2, 2, 4, 1, 3, 0, 2, 2, 3, 1, 1, 2, 4, 3, 2, 1])
    const drawn = expectTest(many)
    expect(drawn.method).toBe('monte-carlo')
    const orders = listOrders({ periods: 18, maxRun: 3 })
    expect(drawn.assignments).toBe(orders.length)
    const counts = many.map(({ count }) => count)
    const isAsLarge = (order: readonly number[]) =>
      Math.abs(order.reduce((sum, arm, i) => sum + (arm === 0 ? 1 : -1) * (counts[i] ?? NaN), 0)) >=
      drawn.statistic
    const exact = orders.filter(isAsLarge).length / orders.length
    expect(Math.abs(drawn.pValue - exact)).toBeLessThan(0.02)
  })

  it('refuses what was not run by the design', () => {
    expect(() => testBalancedExperiment(run('AAAABBBB', [1, 1, 1, 1, 1, 1, 1, 1]), 3, random())).toThrow(
      /^periods must follow an order/,
    )
    expect(() => testBalancedExperiment(run('AB', [1, 1], [7, -1]), 3, random())).toThrow(
      /^periods\[1\].days/,
    )
    expect(() => testBalancedExperiment(run('AB', [1, -1]), 3, random())).toThrow(/^periods\[1\].count/)
    expect(() => testBalancedExperiment(run('AB', [1, 2], [7, 0]), 3, random())).toThrow(
      /must be 0 where days is 0/,
    )
    expect(testBalancedExperiment(run('AB', [1, 0], [7, 0]), 3, random())).toEqual({
      kind: 'not-estimable',
      reason: 'too-few',
    })
  })
})

describe('createBalancedTest', () => {
  it('tests one experiment after another as each would be tested alone', () => {
    const test = createBalancedTest({ periods: 8, maxRun: 3 }, random())
    const one = run('ABABBABA', [5, 2, 4, 1, 2, 6, 3, 7])
    const other = run('AABBABAB', [1, 2, 4, 1, 2, 6, 3, 7], [7, 6, 7, 7, 5, 7, 7, 7])
    expect(test(one)).toEqual(testBalancedExperiment(one, 3, random()))
    expect(test(other)).toEqual(testBalancedExperiment(other, 3, random()))
    expect(test(one)).toEqual(testBalancedExperiment(one, 3, random()))
  })

  it('draws as many orders as it is told, and counts the one that was run', () => {
    const counts = [3, 1, 2, 2, 4, 1, 3, 0, 2, 2, 3, 1, 1, 2, 4, 3, 2, 1]
    const test = createBalancedTest({ periods: 18, maxRun: 3 }, random(), 99)
    const outcome = test(run('ABABABABABABABABAB', counts))
    if (outcome.kind === 'not-estimable') throw new Error(outcome.reason)
    expect(outcome.pValue * 100).toBeCloseTo(Math.round(outcome.pValue * 100), 9)
    expect(outcome.pValue).toBeGreaterThanOrEqual(0.01)
  })
})

describe('testPairedExperiment', () => {
  it('gives the numbers of the documentation', () => {
    const test = testPairedExperiment([-2, -2, 0, -5, 0, -3], random())
    expect(test).toMatchObject({ pValue: 0.125, assignments: 64, statistic: 12 })
  })

  it('cannot fall below 2 in 2^pairs: 4 pairs never reach 0.05, 6 do', () => {
    expect(testPairedExperiment([4, 5, 6, 7], random()).pValue).toBe(2 / 16)
    expect(testPairedExperiment([4, 5, 6, 7, 8, 9], random()).pValue).toBe(2 / 64)
  })

  it('draws signs beyond 12 pairs', () => {
    const test = testPairedExperiment(
      Array.from({ length: 13 }, () => 1),
      random(),
    )
    expect(test.method).toBe('monte-carlo')
    expect(test.pValue).toBeLessThan(0.002)
  })

  it('refuses a mistake by name', () => {
    expect(() => testPairedExperiment([], random())).toThrow(/^differences must not be empty/)
    expect(() => testPairedExperiment([1, NaN], random())).toThrow(/^differences\[1\]/)
  })
})

describe('estimateExperimentEffect', () => {
  it('gives the numbers of the documentation', () => {
    expect(estimateExperimentEffect(run('ABABBABA', [5, 2, 4, 1, 2, 6, 3, 7]))).toMatchObject({
      rateRatio: expect.closeTo(8 / 22, 9),
      dispersion: 1,
      method: 'poisson-regression',
    })
  })

  it('is exact where one arm has no event', () => {
    expect(estimateExperimentEffect(run('ABAB', [3, 0, 4, 0]))).toMatchObject({
      rateRatio: 0,
      lower: 0,
      upper: expect.closeTo(0.693813980096453, 10),
      method: 'exact',
    })
    expect(estimateExperimentEffect(run('ABAB', [0, 3, 0, 4]))).toMatchObject({
      rateRatio: null,
      upper: null,
    })
  })

  it('says too few without events or with an arm empty', () => {
    const tooFew = { kind: 'not-estimable', reason: 'too-few' }
    expect(estimateExperimentEffect(run('ABAB', [0, 0, 0, 0]))).toEqual(tooFew)
    expect(estimateExperimentEffect(run('ABAB', [1, 0, 2, 0], [7, 0, 7, 0]))).toEqual(tooFew)
  })
})

function expectTest(periods: readonly TrialPeriod[]) {
  const test = testBalancedExperiment(periods, 3, random())
  if (test.kind === 'not-estimable') throw new Error(test.reason)
  return test
}

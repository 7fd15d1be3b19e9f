import { expect, test } from 'vitest'
import { DRAWS_OF_DISTRIBUTION, testByDealing } from '../../../shared/statistics/event-dealing.ts'
import { summarizeDraws } from '../../../shared/statistics/null-distribution.ts'
import { createRandom } from '../../../shared/statistics/random.ts'

test('lists each possible value once, in standard deviations from the mean', () => {
  expect(summarizeDraws([3, 1, 3 + 1e-12, 1], 3, 1e-9)).toEqual({
    observed: expect.closeTo(1, 9),
    values: [expect.closeTo(-1, 9), expect.closeTo(1, 9)],
    shares: [0.5, 0.5],
  })
  expect(summarizeDraws([2, 2, 2], 2, 1e-9)).toBeNull()
})

/** Events of one stratum at one clock time, the case of event e on unit e. */
function dealOneStratum(units: number, events: number, exposureOf: (unit: number) => number) {
  const order = (event: number) => [
    event,
    ...Array.from({ length: units }, (_, u) => u).filter(u => u !== event),
  ]
  const rows = Array.from({ length: events }, (_, event) => order(event)).flat()
  return {
    start: Array.from({ length: events + 1 }, (_, event) => event * units),
    stratum: Array.from({ length: events }, () => 0),
    unit: rows,
    values: rows.map(exposureOf),
  }
}

test('the null distribution of a yes/no exposure is the hypergeometric one', () => {
  // 3 events on 10 units, of which 4 are exposed: P(0), P(1), P(2), P(3) are 20, 60, 36 and 4 of 120.
  const distribution = testByDealing(
    dealOneStratum(10, 3, unit => Number(unit < 4)),
    createRandom(5),
    { withDistribution: true },
  )?.distribution
  const expected = [20 / 120, 60 / 120, 36 / 120, 4 / 120]
  expect(distribution?.shares).toHaveLength(4)
  for (const [index, share] of (distribution?.shares ?? []).entries()) {
    const p = expected[index] ?? NaN
    expect(Math.abs(share - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / DRAWS_OF_DISTRIBUTION))
  }
  // Mean 1.2 and variance 0.56 of a count of 3.
  expect(distribution?.observed).toBeCloseTo(1.8 / Math.sqrt(0.56), 1)
})

test('an amount, and many events, count as continuous', () => {
  expect(
    testByDealing(
      dealOneStratum(20, 4, unit => unit),
      createRandom(1),
    )?.distribution,
  ).toBeNull()
  const many = testByDealing(
    dealOneStratum(150, 130, unit => unit % 2),
    createRandom(1),
  )
  expect(many).toMatchObject({ distribution: null })
})

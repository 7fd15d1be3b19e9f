import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CoinNight,
  findCrossing,
  listCoinFactors,
  testCoinFlips,
} from '../../../shared/statistics/coin-flips.ts'
import { createRandom } from '../../../shared/statistics/random.ts'

const night = fc.record({ isWith: fc.boolean(), hasEvent: fc.boolean() })
const riskRatio = fc.double({ min: 0, max: 1, noNaN: true })

const nights = (withEvents: number, withNights: number, withoutEvents: number, withoutNights: number) => [
  ...Array.from({ length: withNights }, (_, i) => ({ isWith: true, hasEvent: i < withEvents })),
  ...Array.from({ length: withoutNights }, (_, i) => ({ isWith: false, hasEvent: i < withoutEvents })),
]

/** n1 k0 - n0 k1, computed from the nights themselves. */
function getStatistic(all: readonly CoinNight[]): number {
  const count = (isWith: boolean, events: boolean) =>
    all.filter(one => one.isWith === isWith && (!events || one.hasEvent)).length
  return count(true, false) * count(false, true) - count(false, false) * count(true, true)
}

describe('testCoinFlips', () => {
  it('is the share of all sequences of coins that favour the action as much', () => {
    fc.assert(
      fc.property(fc.array(night, { maxLength: 11 }), all => {
        const observed = getStatistic(all)
        let hits = 0
        for (let coins = 0; coins < 2 ** all.length; coins++) {
          const thrown = all.map((one, i) => ({ ...one, isWith: ((coins >> i) & 1) === 1 }))
          if (getStatistic(thrown) >= observed) hits += 1
        }
        expect(testCoinFlips(all)).toBeCloseTo(hits / 2 ** all.length, 12)
      }),
    )
  })

  it('agrees with throwing the coins again, by the "+1" rule', () => {
    const all = nights(9, 41, 19, 43)
    const random = createRandom(5)
    const observed = getStatistic(all)
    const draws = 20_000
    let hits = 0
    for (let draw = 0; draw < draws; draw++)
      if (getStatistic(all.map(one => ({ ...one, isWith: random.nextUniform() < 0.5 }))) >= observed)
        hits += 1
    const p = testCoinFlips(all)
    expect(Math.abs((1 + hits) / (1 + draws) - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / draws))
    expect(p).toBeGreaterThan(0.01)
    expect(p).toBeLessThan(0.025)
  })

  it('says nothing where there is nothing to compare', () => {
    expect(testCoinFlips([])).toBe(1)
    expect(testCoinFlips(nights(0, 20, 0, 20))).toBe(1)
    expect(testCoinFlips(nights(20, 20, 20, 20))).toBe(1)
  })

  it('is exact for long experiments', () => {
    expect(testCoinFlips(nights(0, 200, 200, 200))).toBeGreaterThan(0)
    expect(testCoinFlips(nights(200, 200, 0, 200))).toBeCloseTo(1, 12)
  })

  it('is valid: under fair coins p <= a in a share of at most a of all sequences', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { maxLength: 9 }),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        (outcomes, level) => {
          let rejected = 0
          for (let coins = 0; coins < 2 ** outcomes.length; coins++)
            if (
              testCoinFlips(
                outcomes.map((hasEvent, i) => ({ hasEvent, isWith: ((coins >> i) & 1) === 1 })),
              ) <= level
            )
              rejected += 1
          expect(rejected / 2 ** outcomes.length).toBeLessThanOrEqual(level + 1e-12)
        },
      ),
    )
  })
})

describe('the e-process', () => {
  it('bets on what earlier nights have shown: later nights never change a factor', () => {
    fc.assert(
      fc.property(
        fc.array(night, { minLength: 1, maxLength: 60 }),
        fc.array(night, { maxLength: 60 }),
        fc.nat(),
        riskRatio,
        (all, others, at, ratio) => {
          const kept = at % (all.length + 1)
          const factors = listCoinFactors(all, ratio).slice(0, kept)
          expect(listCoinFactors([...all.slice(0, kept), ...others], ratio).slice(0, kept)).toEqual(factors)
          expect(
            listCoinFactors([...all.slice(0, kept), ...all.slice(kept).reverse()], ratio).slice(0, kept),
          ).toEqual(factors)
        },
      ),
    )
  })

  it('expects a factor of 1 from the next coin, whatever came before and whatever the night brings', () => {
    fc.assert(
      fc.property(fc.array(night, { maxLength: 60 }), fc.boolean(), riskRatio, (before, hasEvent, ratio) => {
        const next = (isWith: boolean) =>
          listCoinFactors([...before, { isWith, hasEvent }], ratio).at(-1) ?? 0
        expect((next(true) + next(false)) / 2).toBeCloseTo(1, 12)
        expect(Math.min(next(true), next(false))).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('grows with fewer events under the action, and falls with more', () => {
    const spread = (event: (isWith: boolean, i: number) => boolean) =>
      Array.from({ length: 80 }, (_, i) => ({ isWith: i % 2 === 0, hasEvent: event(i % 2 === 0, i) }))
    const end = (all: readonly CoinNight[]) => listCoinFactors(all).reduce((product, f) => product * f, 1)
    expect(end(spread((isWith, i) => !isWith && i % 3 === 0))).toBeGreaterThan(5)
    expect(end(spread((isWith, i) => isWith && i % 3 === 0))).toBeLessThan(0.1)
    expect(end(spread((_isWith, i) => i % 10 < 2))).toBeLessThan(1)
  })

  it('follows its formula on the first nights', () => {
    // Share 0.3, bet 0.5 / 0.7; then share 0.2 (0.6 of 3), bet 0.5 / 0.8.
    const [first = 0, second = 0] = listCoinFactors([
      { isWith: true, hasEvent: false },
      { isWith: false, hasEvent: true },
    ])
    expect(first).toBeCloseTo(1 + (0.5 / 0.7) * 0.3, 12)
    expect(second).toBeCloseTo(1 + (0.5 / 0.8) * 0.8, 12)
  })
})

it('findCrossing finds the first night at the threshold, and none below it', () => {
  expect(findCrossing([2, 2, 0.1], 4)).toBe(1)
  expect(findCrossing([2, 1.9, 0.1], 4)).toBeNull()
  expect(findCrossing([], 4)).toBeNull()
  expect(findCrossing([2, 2, 1, 0.1], 4, 2)).toBe(2)
  expect(findCrossing([2, 2, 0.1], 4, 2)).toBeNull()
})

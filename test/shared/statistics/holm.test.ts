import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjustByHolm, adjustStepDown, type FamilyTest } from '../../../shared/statistics/holm.ts'

const close = (values: readonly number[]) => values.map(value => expect.closeTo(value, 12))

test('gives the numbers of R, p.adjust(method = "holm")', () => {
  expect(adjustByHolm([0.01, 0.04, 0.03])).toEqual(close([0.03, 0.06, 0.06]))
  expect(adjustByHolm([0.2, 0.2, 0.9, 0.001])).toEqual(close([0.6, 0.6, 0.9, 0.004]))
  expect(adjustByHolm([])).toEqual([])
})

test('rejects what the step-down procedure rejects', () => {
  const pValue = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.array(pValue, { maxLength: 30 }), pValue, (pValues, level) => {
      const ascending = pValues.toSorted((a, b) => a - b)
      const margins = ascending.map((p, rank) => Math.min(1, p * (pValues.length - rank)) - level)
      // Sums in another order differ in the last digits.
      fc.pre(margins.every(margin => Math.abs(margin) > 1e-9))
      const kept = margins.findIndex(margin => margin > 0)
      const rejected = kept < 0 ? pValues.length : kept
      expect(adjustByHolm(pValues).filter(p => p <= level)).toHaveLength(rejected)
    }),
  )
})

/** Test whose score takes the given values with equal chance, observed at one of them. */
interface Discrete {
  readonly scores: readonly number[]
  readonly observed: number
}
const anyDiscrete: fc.Arbitrary<Discrete> = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }), fc.nat(5))
  .map(([scores, index]) => ({ scores, observed: scores[index % scores.length] ?? NaN }))

function toTest({ scores, observed }: Discrete): FamilyTest {
  const chanceOf = (score: number) => scores.filter(one => one <= score).length / scores.length
  return { pValue: chanceOf(observed), score: observed, chanceOf }
}

test('a family of discrete tests spends at most its level, under every outcome of the null hypothesis', () => {
  fc.assert(
    fc.property(
      fc.array(anyDiscrete, { minLength: 1, maxLength: 4 }),
      fc.double({ min: 0.02, max: 0.9, noNaN: true }),
      (family, level) => {
        const outcomes = family.reduce<(readonly Discrete[])[]>(
          (all, { scores }) =>
            all.flatMap(before => scores.map(observed => [...before, { scores, observed }])),
          [[]],
        )
        const rejected = outcomes.filter(outcome =>
          adjustStepDown(outcome.map(toTest)).some(adjusted => adjusted <= level),
        )
        expect(rejected.length / outcomes.length).toBeLessThanOrEqual(level + 1e-9)
      },
    ),
    { numRuns: 300 },
  )
})

test('a discrete test is charged for what it can reach, which is never more than by Holm where scores are p values', () => {
  const family: FamilyTest[] = [
    { pValue: 0.01, score: 0.01, chanceOf: score => score },
    { pValue: 0.5, score: 0.5, chanceOf: score => (score < 0.02 ? 0.001 : 0.5) },
  ]
  expect(adjustStepDown(family)).toEqual(close([0.011, 0.5]))
  expect(adjustByHolm([0.01, 0.5])).toEqual(close([0.02, 0.5]))
})

test('refuses what is no probability', () => {
  expect(() => adjustByHolm([0.5, 1.1])).toThrow(/^pValues\[1\] must lie between 0 and 1/)
})

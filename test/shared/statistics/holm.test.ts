import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjustByHolm } from '../../../shared/statistics/holm.ts'

test('gives the numbers of R, p.adjust(method = "holm")', () => {
  expect(adjustByHolm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06])
  expect(adjustByHolm([0.2, 0.2, 0.9, 0.001])).toEqual([0.6000000000000001, 0.6000000000000001, 0.9, 0.004])
  expect(adjustByHolm([])).toEqual([])
})

test('rejects what the step-down procedure rejects', () => {
  const pValue = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.array(pValue, { maxLength: 30 }), pValue, (pValues, level) => {
      const ascending = pValues.toSorted((a, b) => a - b)
      const kept = ascending.findIndex((p, rank) => Math.min(1, p * (pValues.length - rank)) > level)
      const rejected = kept < 0 ? pValues.length : kept
      expect(adjustByHolm(pValues).filter(p => p <= level)).toHaveLength(rejected)
    }),
  )
})

test('refuses what is no probability', () => {
  expect(() => adjustByHolm([0.5, 1.1])).toThrow(/^pValues\[1\] must lie between 0 and 1/)
})

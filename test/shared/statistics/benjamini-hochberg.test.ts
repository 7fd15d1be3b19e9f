import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeQValues } from '../../../shared/statistics/benjamini-hochberg.ts'

describe('computeQValues', () => {
  it('gives the numbers of the documentation', () => {
    expect(computeQValues([0.01, 0.04, 0.03])).toEqual([0.03, 0.04, 0.04].map(q => expect.closeTo(q, 12)))
    expect(computeQValues([])).toEqual([])
  })

  it('is never below p, keeps the order of p, and follows it when the tests are shuffled', () => {
    const p = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(p, fc.nat(), (values, shift) => {
        const q = computeQValues(values)
        values.forEach((value, i) => {
          expect(q[i]).toBeGreaterThanOrEqual(value)
          expect(q[i]).toBeLessThanOrEqual(1)
          values.forEach((other, j) => {
            if (value < other) expect(q[i]).toBeLessThanOrEqual(q[j] ?? NaN)
          })
        })
        const by = shift % values.length
        const turned = computeQValues([...values.slice(by), ...values.slice(0, by)])
        expect(turned).toEqual([...q.slice(by), ...q.slice(0, by)])
      }),
    )
  })

  it.each([-0.1, 1.1, NaN])('refuses %s', p => {
    expect(() => computeQValues([0.5, p])).toThrow(/^pValues\[1\] must/)
  })
})

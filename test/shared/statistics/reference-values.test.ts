import { describe, expect, it } from 'vitest'
import fixture from '../../fixtures/reference-values.json' with { type: 'json' }
import { calls } from '../../tools/vectors/calls.ts'
import { referenceFile, runCase } from '../../tools/vectors/run-case.ts'

const { cases } = referenceFile.parse(fixture)

describe('reference values computed with R', () => {
  it.each(cases.map(reference => [reference.id, reference] as const))('%s', (_, reference) => {
    const { differences, passed } = runCase(reference)
    expect(differences).toEqual([])
    expect(passed).toBe(true)
  })

  it('are 55 and leave no call untried', () => {
    expect(cases).toHaveLength(55)
    expect(new Set(cases.map(({ call }) => call))).toEqual(new Set(Object.keys(calls)))
  })
})

describe('the comparison itself', () => {
  const wilson = { id: 'w', call: 'wilson', inputs: { x: 3, n: 12 }, tolerance: 1e-6 }

  it('fails on a wrong number and names it', () => {
    const outcome = runCase({ ...wilson, expected: { lower: 0.0889, upper: 0.532305334933566 } })
    expect(outcome.passed).toBe(false)
    expect(outcome.largestError).toBeCloseTo(4.17e-5, 6)
    expect(outcome.differences).toEqual([expect.stringMatching(/^lower: expected 0.0889, got 0.08894/)])
  })

  it.each([
    ['a missing name', { ...wilson, expected: { middle: 0.3 } }],
    ['a null where there is a number', { ...wilson, expected: { lower: null } }],
    ['nothing expected', { ...wilson, expected: {} }],
    ['an unknown call', { ...wilson, call: 'crystal-ball', expected: { lower: 0 } }],
    ['inputs of another shape', { ...wilson, inputs: { x: 'three' }, expected: { lower: 0 } }],
    ['inputs the method refuses', { ...wilson, inputs: { x: 13, n: 12 }, expected: { lower: 0 } }],
    [
      'an array of another length',
      { ...wilson, call: 'benjamini-hochberg', inputs: { p: [0.1] }, expected: { q: [0.1, 0.1] } },
    ],
  ])('fails on %s', (_, reference) => {
    const outcome = runCase(reference)
    expect(outcome.passed).toBe(false)
    expect(outcome.largestError).toBe(Number.POSITIVE_INFINITY)
  })

  it('takes null for what is not estimable', () => {
    const inputs = { set: [1, 1], case: [1, 0], covariates: [[1, 1]], scale: [1] }
    expect(runCase({ id: 'n', call: 'firth', inputs, expected: { beta: [null] }, tolerance: 0 }).passed).toBe(
      true,
    )
  })
})

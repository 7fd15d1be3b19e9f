import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitConditionalLogistic, isSeparated } from '../../../shared/statistics/conditional-logistic.ts'
import { condenseSets, tabulateSets } from '../../../shared/statistics/set-table.ts'
import { binarySets, makePairs, shuffle, toTable, valuedSets } from './arbitrary-sets.ts'

describe('fitConditionalLogistic', () => {
  it('gives the logarithm of the ratio of differing pairs', () => {
    expect(fitConditionalLogistic(makePairs(11, 2))).toMatchObject({
      beta: [expect.closeTo(1.7047480922384253, 9)],
      standardError: [expect.closeTo(Math.sqrt(1 / 11 + 1 / 2), 9)],
      informativeSets: 13,
    })
  })

  it('says that separated data have no estimate, whichever side they lean to', () => {
    const separated = { kind: 'not-estimable', reason: 'separated' }
    expect(fitConditionalLogistic(makePairs(8, 0))).toEqual(separated)
    expect(fitConditionalLogistic(makePairs(0, 8))).toEqual(separated)
  })

  it('finds separation by a combination of covariates, too', () => {
    const table = toTable(Array.from({ length: 10 }, (_, e) => (e % 2 === 0 ? [1, 0, 0] : [0, 0, 0])))
    const second = toTable(Array.from({ length: 10 }, (_, e) => (e % 2 === 0 ? [0, 0, 0] : [1, 0, 0])))
    const both = { start: table.start, covariates: [...table.covariates, ...second.covariates] }
    expect(fitConditionalLogistic(both)).toEqual({ kind: 'not-estimable', reason: 'separated' })
  })

  it('says that nothing varies', () => {
    expect(
      fitConditionalLogistic(
        toTable([
          [1, 1],
          [0, 0, 0],
        ]),
      ),
    ).toEqual({
      kind: 'not-estimable',
      reason: 'nothing-varies',
    })
  })

  it('says that two covariates are one', () => {
    const table = makePairs(5, 3)
    const doubled = {
      start: table.start,
      covariates: [...table.covariates, ...table.covariates.map(x => x.map(v => 3 * v))],
    }
    expect(fitConditionalLogistic(doubled)).toEqual({ kind: 'not-estimable', reason: 'collinear' })
  })

  it('scaling the covariate by k divides beta by k', () => {
    fc.assert(
      fc.property(valuedSets(), fc.double({ min: 0.2, max: 5, noNaN: true }), (sets, k) => {
        const plain = fitConditionalLogistic(toTable(sets))
        const scaled = fitConditionalLogistic(toTable(sets, value => value * k))
        expect(scaled.kind).toBe(plain.kind)
        if (plain.kind === 'estimate' && scaled.kind === 'estimate') {
          const [beta = NaN] = plain.beta
          expect((scaled.beta[0] ?? NaN) * k).toBeCloseTo(beta, 6)
          expect(scaled.logLikelihood).toBeCloseTo(plain.logLikelihood, 8)
        }
      }),
    )
  })

  it('swapping exposed and unexposed inverts the ratio and its limits', () => {
    fc.assert(
      fc.property(binarySets(), sets => {
        const plain = fitConditionalLogistic(toTable(sets))
        const swapped = fitConditionalLogistic(toTable(sets, value => 1 - value))
        expect(swapped.kind).toBe(plain.kind)
        if (plain.kind === 'estimate' && swapped.kind === 'estimate') {
          expect(swapped.beta[0]).toBeCloseTo(-(plain.beta[0] ?? NaN), 8)
          expect((swapped.ratioLower[0] ?? NaN) * (plain.ratioUpper[0] ?? NaN)).toBeCloseTo(1, 7)
        }
      }),
    )
  })

  it('the order of rows and sets changes nothing', () => {
    fc.assert(
      fc.property(
        valuedSets(),
        fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 3 }),
        (sets, order) => {
          const plain = fitConditionalLogistic(toTable(sets))
          const shuffled = fitConditionalLogistic(shuffle(sets, order))
          expect(shuffled.kind).toBe(plain.kind)
          if (plain.kind === 'estimate' && shuffled.kind === 'estimate') {
            expect(shuffled.beta[0]).toBeCloseTo(plain.beta[0] ?? NaN, 8)
          }
        },
      ),
    )
  })
})

describe('isSeparated', () => {
  it('looks at informative sets only', () => {
    expect(
      isSeparated(
        condenseSets(
          toTable([
            [1, 0],
            [1, 1],
            [1, 0, 1],
          ]),
        ),
      ),
    ).toBe(true)
    expect(
      isSeparated(
        condenseSets(
          toTable([
            [1, 0],
            [0, 1],
          ]),
        ),
      ),
    ).toBe(false)
    expect(isSeparated(condenseSets(toTable([[0.5, 0.2, 0.7]])))).toBe(false)
  })
})

describe('tabulateSets', () => {
  it('puts the case first and divides by the scale', () => {
    const table = tabulateSets({ set: [1, 1], isCase: [0, 1], covariates: [[500, 1500]], scale: [500] })
    expect(Array.from(table.covariates[0] ?? [])).toEqual([3, 1])
  })

  it.each([
    ['set', { set: [], isCase: [], covariates: [[]] }, /^set must not be empty/],
    ['isCase', { set: [1, 1], isCase: [1], covariates: [[1, 2]] }, /^isCase must have 2 values/],
    ['covariates', { set: [1, 1], isCase: [1, 0], covariates: [] }, /^covariates must not be empty/],
    ['a length', { set: [1, 1], isCase: [1, 0], covariates: [[1]] }, /^covariates\[0\] must have 2 values/],
    [
      'a NaN',
      { set: [1, 1], isCase: [1, 0], covariates: [[1, NaN]] },
      /^covariates\[0\]\[1\] must be a finite/,
    ],
    ['a mark', { set: [1, 1], isCase: [1, 2], covariates: [[1, 0]] }, /^isCase\[1\] must be 0 or 1/],
    [
      'two cases',
      { set: [1, 1], isCase: [1, 1], covariates: [[1, 0]] },
      /^set 1 must have exactly one case, got 2/,
    ],
    [
      'no case',
      { set: [7, 7], isCase: [0, 0], covariates: [[1, 0]] },
      /^set 7 must have exactly one case, got 0/,
    ],
    ['a scale', { set: [1], isCase: [1], covariates: [[1]], scale: [0] }, /^scale\[0\] must be above 0/],
  ])('refuses a mistake in %s', (_, sets, message) => {
    expect(() => tabulateSets(sets)).toThrow(message)
  })
})

describe('condenseSets', () => {
  it('counts equal rows once and sets constant sets aside', () => {
    const { count, start, caseRow, constantLogLikelihood } = condenseSets(
      toTable([
        [1, 0, 0],
        [1, 1],
        [0, 1],
      ]),
    )
    expect(Array.from(count)).toEqual([2, 1, 1, 1])
    expect(Array.from(start)).toEqual([0, 2, 4])
    expect(Array.from(caseRow)).toEqual([1, 2])
    expect(constantLogLikelihood).toBe(-Math.log(2))
  })

  it('refuses a table whose rows do not add up', () => {
    expect(() => condenseSets({ start: Int32Array.of(0, 3), covariates: [Float64Array.of(1, 2)] })).toThrow(
      /^covariates\[0\] must have 3 values/,
    )
    expect(() =>
      condenseSets({ start: Int32Array.of(0, 2, 2), covariates: [Float64Array.of(1, 2)] }),
    ).toThrow(/^start\[2\] leaves set 1 empty/)
  })
})

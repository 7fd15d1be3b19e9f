/**
 * Short form of the simulation with one exposure at a time: coverage of the intervals, level of the tests, and negative
 * controls that must fail. The full one is `npm run simulate`.
 */
import { describe, expect, it } from 'vitest'
import { matrix } from '../../host/matrix.ts'
import { simulate, TIME_LIMIT_MS } from './short-form.ts'

/** Maximum share of about a hundred diaries with p <= 0.05, at a true level of 5%. */
const MAX_FALSE_POSITIVES = 0.085
const LEAST_COVERAGE = 1 - MAX_FALSE_POSITIVES

describe('an exposure without effect', { timeout: TIME_LIMIT_MS }, () => {
  it.each(
    matrix(
      [
        ['shoes-112d-p20-rr1', 400],
        ['drinks-112d-p20-rr1', 200],
        ['many-cramps-112d-rr1', 150],
      ],
      [
        ['shoes-84d-p30-rr1', 300],
        ['bad-weeks-112d-p20-rr1', 300],
        ['stretch-days-168d-p30-rr1', 150],
        ['cold-feet-168d-p20-rr1', 200],
      ],
    ),
  )('is found in about one diary of twenty: %s', (scenario, runs) => {
    const { covers, rejects, permutationRejects } = simulate(scenario, runs)
    expect(rejects).toBeLessThanOrEqual(MAX_FALSE_POSITIVES)
    expect(rejects).toBeGreaterThanOrEqual(0.015)
    expect(covers).toBeGreaterThanOrEqual(LEAST_COVERAGE)
    expect(covers).toBeLessThanOrEqual(0.985)
    expect(permutationRejects).toBeLessThanOrEqual(MAX_FALSE_POSITIVES)
  })
})

describe('an exposure with an effect', { timeout: TIME_LIMIT_MS }, () => {
  it.each(
    matrix(
      [
        ['shoes-112d-p20-rr2', 300, 2],
        ['drinks-168d-p20-rr0.67', 150, 0.67],
      ],
      [['shoes-168d-p10-rr3', 300, 3]],
    ),
  )('is estimated where it is: %s', (scenario, runs, truth) => {
    const { covers, estimate } = simulate(scenario, runs)
    expect(covers).toBeGreaterThanOrEqual(LEAST_COVERAGE)
    expect(covers).toBeLessThanOrEqual(0.985)
    expect(Math.abs(Math.log((estimate ?? Number.NaN) / truth))).toBeLessThan(Math.log(1.12))
  })

  it('is a number when every cramp came with it', () => {
    expect(simulate('separated', 150).isFinite).toBe(1)
  })
})

describe('the program holds where a common mistake does not', { timeout: TIME_LIMIT_MS }, () => {
  it.each([
    ['weekends and working days in one stratum', 'control-without-day-type', 300],
    ['days not written down read as days without', 'control-missing-as-zero', 400],
  ])('%s', (_, scenario, runs) => {
    const { product, control } = simulate(scenario, runs)
    expect(product).toBeLessThanOrEqual(MAX_FALSE_POSITIVES)
    expect(control).toBeGreaterThan(MAX_FALSE_POSITIVES)
  })

  it('a journal of cramps alone: nothing is said, where the estimate would be none', () => {
    const { product, control, told } = simulate('control-cramps-alone', 60)
    expect(product).toBe(0)
    expect(control).toBeLessThan(1.5)
    expect(told).toBeGreaterThan(2.5)
  })

  it('a habit that follows cramps: what is allowed for does not turn into an effect', () => {
    const { product, adjusted } = simulate('reaction-to-cramps', 200)
    expect(product).toBeLessThanOrEqual(MAX_FALSE_POSITIVES)
    expect(Math.abs(Math.log(adjusted ?? Number.NaN))).toBeLessThan(Math.log(1.08))
  })

  it('one value per day, whatever the hour; the permutation check compares days at one hour', () => {
    const { product, control, permutationRejects } = simulate('control-factor-form-beer', 600)
    expect(product).toBeLessThanOrEqual(MAX_FALSE_POSITIVES)
    expect(control).toBeGreaterThan(MAX_FALSE_POSITIVES)
    expect(permutationRejects).toBeLessThanOrEqual(MAX_FALSE_POSITIVES)
  })

  it('days of comparison read at the middle of a part of the day', () => {
    const { product, control } = simulate('rough-onsets-rr1', 60)
    expect(product).toBeGreaterThan(0.75)
    expect(product).toBeLessThan(1.35)
    expect(control).toBeLessThan(0.75)
  })

  it('referents with another cramp left out', () => {
    const { product, control } = simulate('control-without-event-days', 200)
    expect(product).toBeGreaterThan(1.75)
    expect(product).toBeLessThan(2.25)
    expect(control).toBeGreaterThan(3)
  })
})

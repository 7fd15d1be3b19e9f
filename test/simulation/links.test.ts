/**
 * Short form of the simulation, on one exposure at a time: intervals hold the truth, tests keep their level, and the
 * negative controls still do what the program must not do. The full one is `npm run simulate`.
 */
import { describe, expect, it } from 'vitest'
import { PATIENCE_MS, simulate } from './short-form.ts'

/** Of some hundred diaries with a true level of 5%, so many may show p <= 0.05. */
const MOST_FALSE_ALARMS = 0.085
const LEAST_COVERAGE = 1 - MOST_FALSE_ALARMS

describe('an exposure without effect', { timeout: PATIENCE_MS }, () => {
  it.each([
    ['shoes-112d-p20-rr1', 400],
    ['shoes-84d-p30-rr1', 300],
    ['bad-weeks-112d-p20-rr1', 300],
    ['drinks-112d-p20-rr1', 200],
    ['many-cramps-112d-rr1', 150],
    ['stretch-days-168d-p30-rr1', 150],
    ['cold-feet-168d-p20-rr1', 200],
  ])('is found in about one diary of twenty: %s', (scenario, runs) => {
    const { covers, rejects, permutationRejects } = simulate(scenario, runs)
    expect(rejects).toBeLessThanOrEqual(MOST_FALSE_ALARMS)
    expect(rejects).toBeGreaterThanOrEqual(0.015)
    expect(covers).toBeGreaterThanOrEqual(LEAST_COVERAGE)
    expect(covers).toBeLessThanOrEqual(0.985)
    expect(permutationRejects).toBeLessThanOrEqual(MOST_FALSE_ALARMS)
  })
})

describe('an exposure with an effect', { timeout: PATIENCE_MS }, () => {
  it.each([
    ['shoes-112d-p20-rr2', 300, 2],
    ['shoes-168d-p10-rr3', 300, 3],
    ['drinks-168d-p20-rr0.67', 150, 0.67],
  ])('is estimated where it is: %s', (scenario, runs, truth) => {
    const { covers, estimate } = simulate(scenario, runs)
    expect(covers).toBeGreaterThanOrEqual(LEAST_COVERAGE)
    expect(covers).toBeLessThanOrEqual(0.985)
    expect(Math.abs(Math.log((estimate ?? Number.NaN) / truth))).toBeLessThan(Math.log(1.12))
  })

  it('is a number when every cramp came with it', () => {
    expect(simulate('separated', 150).isFinite).toBe(1)
  })
})

describe('the program holds where a common mistake does not', { timeout: PATIENCE_MS }, () => {
  it.each([
    ['weekends and working days in one stratum', 'control-without-day-type', 300],
    ['days not written down read as days without', 'control-missing-as-zero', 400],
    ['one value per day, whatever the hour', 'control-factor-form-beer', 600],
  ])('%s', (_, scenario, runs) => {
    const { product, control } = simulate(scenario, runs)
    expect(product).toBeLessThanOrEqual(MOST_FALSE_ALARMS)
    expect(control).toBeGreaterThan(MOST_FALSE_ALARMS)
  })

  it('a journal of cramps alone: nothing is said, where the estimate would be none', () => {
    const { product, control, told } = simulate('control-cramps-alone', 60)
    expect(product).toBe(0)
    expect(control).toBeLessThan(1.5)
    expect(told).toBeGreaterThan(2.5)
  })

  it('a habit that follows cramps: what is allowed for does not turn into an effect', () => {
    const { product, adjusted } = simulate('reaction-to-cramps', 200)
    expect(product).toBeLessThanOrEqual(MOST_FALSE_ALARMS)
    expect(Math.abs(Math.log(adjusted ?? Number.NaN))).toBeLessThan(Math.log(1.08))
  })

  it('days compared at one hour in the permutation check, whatever the hour of their cramps', () => {
    expect(simulate('control-factor-form-beer', 600).permutationRejects).toBeLessThanOrEqual(
      MOST_FALSE_ALARMS,
    )
  })

  it('referents with another cramp left out', () => {
    const { product, control } = simulate('control-without-event-days', 200)
    expect(product).toBeGreaterThan(1.75)
    expect(product).toBeLessThan(2.25)
    expect(control).toBeGreaterThan(3)
  })
})

/**
 * The verdict statistic, its randomisation p, the weighing of sides and Holm's procedure with shares, against a second
 * implementation in another language (`test/tools/vectors/truth-cases.py`).
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { adjustFamily } from '../../../shared/analysis/error-budget.ts'
import { weighSides } from '../../../shared/analysis/exposure-test.ts'
import { testByExchange } from '../../../shared/statistics/count-exchange.ts'
import { testByDealing } from '../../../shared/statistics/event-dealing.ts'
import { createRandom, type Random } from '../../../shared/statistics/random.ts'

const probability = z.number().min(0).max(1)
const statisticCase = z.strictObject({
  id: z.string(),
  what: z.string(),
  outcome: z.enum(['occurrence', 'count']),
  k: z.number(),
  strata: z.array(z.strictObject({ id: z.int(), days: z.array(z.int()) })),
  events: z.array(
    z.strictObject({
      stratum: z.int(),
      day: z.int(),
      strength: z.number().nullable(),
      /** Value of each day of the stratum at the event's clock time; null where it is not known. */
      values: z.array(z.number().nullable()),
    }),
  ),
  expected: z.strictObject({
    usable: z.int(),
    /** Weight of each usable event. */
    weights: z.array(z.number()),
    /** Null where no stratum varies. */
    T: z.number().nullable(),
    pMore: probability,
    pFewer: probability,
    /** Monte Carlo standard errors. */
    seMore: z.number(),
    seFewer: z.number(),
  }),
})
type StatisticCase = z.infer<typeof statisticCase>

const { statistics, adjustments, directions } = z
  .strictObject({
    purpose: z.string(),
    draws: z.int(),
    statistics: z.array(statisticCase),
    adjustments: z.array(
      z.strictObject({
        id: z.string(),
        suspects: z.array(probability),
        others: z.array(probability),
        expected: z.strictObject({ suspects: z.array(probability), others: z.array(probability) }),
      }),
    ),
    directions: z.array(
      z.strictObject({
        id: z.string(),
        stated: z.enum(['more', 'fewer', 'both']),
        pMore: probability,
        pFewer: probability,
        expected: probability,
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL('../../fixtures/truth-cases.json', import.meta.url), 'utf8')))

/** Sets of the usable events as rows, the case first. */
function toSets({ strata, events }: StatisticCase) {
  const start = [0]
  const stratum: number[] = []
  const unit: number[] = []
  const values: number[] = []
  for (const event of events) {
    const days = strata.find(({ id }) => id === event.stratum)?.days ?? []
    const known = days.flatMap((day, index) => {
      const value = event.values[index] ?? null
      return value === null ? [] : [{ day, value }]
    })
    const own = known.find(({ day }) => day === event.day)
    if (own === undefined) continue
    for (const { day, value } of [own, ...known.filter(one => one !== own)]) {
      unit.push(day)
      values.push(value)
    }
    stratum.push(event.stratum)
    start.push(unit.length)
  }
  return { start, stratum, unit, values }
}

/** Values and counts of the days of each stratum; all events are read at one clock time. */
function toCounts({ strata, events }: StatisticCase) {
  return strata.map(({ id, days }) => {
    const ofStratum = events.filter(({ stratum }) => stratum === id)
    const known = days.flatMap((day, index) => {
      const value = ofStratum[0]?.values[index] ?? null
      return value === null ? [] : [{ value, count: ofStratum.filter(event => event.day === day).length }]
    })
    return { values: known.map(({ value }) => value), counts: known.map(({ count }) => count) }
  })
}

function runTest(one: StatisticCase, random: Random) {
  if (one.outcome === 'count') return testByExchange(toCounts(one), random)
  return testByDealing(toSets(one), random, {
    weightOf: set => one.expected.weights[set] ?? Number.NaN,
  })
}

/** Draws as extreme as the observed T after which the program stops. */
const ENOUGH_HITS = 20
const MOST_DRAWS = 99_999

/** Seeds averaged: fewer where a small p takes tens of thousands of draws each. */
const countSeeds = (smallerP: number) => Math.min(20, Math.max(3, Math.round(smallerP * 10_000)))

/**
 * Mean p of many seeds without the bias of the sequential stop, and its standard error. A p of 20 / n comes from n draws of
 * which the last was the 20th hit: 19 / (n - 1) has the true p as its mean.
 */
function averageP(pValues: readonly number[], trueP: number) {
  const unbiased = pValues.map(p =>
    p * (MOST_DRAWS + 1) > ENOUGH_HITS ? (ENOUGH_HITS - 1) / (ENOUGH_HITS / p - 1) : p,
  )
  const ofOne =
    trueP * MOST_DRAWS > ENOUGH_HITS
      ? trueP * Math.sqrt((1 - trueP) / ENOUGH_HITS)
      : Math.sqrt(trueP / MOST_DRAWS)
  return {
    mean: unbiased.reduce((sum, p) => sum + p, 0) / pValues.length,
    standardError: ofOne / Math.sqrt(pValues.length),
  }
}

const occurrences = statistics.filter(({ outcome }) => outcome === 'occurrence')
const varying = statistics.filter(({ expected }) => expected.T !== null)

describe('the statistic', () => {
  it.each(occurrences.map(one => [one.id, one] as const))('agrees to 1e-6: %s', (_, one) => {
    const { usable, T } = one.expected
    expect(toSets(one).stratum).toHaveLength(usable)
    const test = runTest(one, createRandom(1))
    if (T === null) expect(test).toBeNull()
    else expect(Math.abs((test?.statistic ?? Number.NaN) - T)).toBeLessThan(1e-6)
  })
})

describe('the p values', () => {
  it.each(varying.map(one => [one.id, one] as const))('agree within Monte Carlo error: %s', (_, one) => {
    const { pMore, pFewer, seMore, seFewer } = one.expected
    const seeds = countSeeds(Math.min(pMore, pFewer))
    const tests = Array.from({ length: seeds }, (_, seed) => runTest(one, createRandom(seed)))
    for (const [side, expected, se] of [
      ['upper', pMore, seMore],
      ['lower', pFewer, seFewer],
    ] as const) {
      const { mean, standardError } = averageP(
        tests.map(test => test?.[side] ?? Number.NaN),
        expected,
      )
      // The program's smallest p is 1 / 100,000.
      const smallest = 1 / (MOST_DRAWS + 1)
      expect(Math.abs(mean - expected)).toBeLessThan(5 * Math.hypot(se, standardError) + smallest)
    }
  })
})

describe('the weighing of sides', () => {
  it.each(directions.map(one => [one.id, one] as const))('agrees: %s', (_, one) => {
    expect(weighSides(one.stated, one).pValue).toBeCloseTo(one.expected, 12)
  })
})

describe("Holm's procedure with shares", () => {
  it.each(adjustments.map(one => [one.id, one] as const))(
    'agrees: %s',
    (_, { suspects, others, expected }) => {
      const adjusted = adjustFamily([
        ...suspects.map(pValue => ({ group: 'suspect' as const, pValue })),
        ...others.map(pValue => ({ group: 'other' as const, pValue })),
      ])
      const wanted = [...expected.suspects, ...expected.others]
      expect(adjusted).toHaveLength(wanted.length)
      adjusted.forEach((p, index) => {
        expect(p).toBeCloseTo(wanted[index] ?? Number.NaN, 12)
      })
    },
  )
})

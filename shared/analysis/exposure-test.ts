/**
 * Randomisation test of one exposure against the cramps, and its weighing by the direction stated beforehand.
 *
 *   stated side   p / 0.9         the budget of a test is split nine to one between the sides,
 *   other side    p / 0.1         so that a harm of what should help can still be found
 *   both          2 p of the smaller
 */
import { testByExchange } from '../statistics/count-exchange.ts'
import { computeNormalTails } from '../statistics/distributions.ts'
import { type RandomisationTest, testByDealing } from '../statistics/event-dealing.ts'
import { hashText } from '../statistics/fingerprint.ts'
import type { NullDistribution } from '../statistics/null-distribution.ts'
import { createRandom } from '../statistics/random.ts'
import { type CalendarDate, dateOfDayNumber } from '../time/calendar-date.ts'
import type { AnalysisContext } from './analysis-context.ts'
import type { Association } from './association.ts'
import { groupComparedDays } from './day-values.ts'
import type { DayNumber } from './diary/diary.ts'
import type { Direction } from './exposures/exposure.ts'
import type { ExposureTest, Side } from './finding.ts'
import type { MatchedSets } from './matched-sets.ts'
import type { FamilyTest, NullScores } from './stored-checkpoints.ts'

/** Share of a test's level that the stated side gets. The other side gets the rest. */
const STATED_SHARE = 0.9

/** Seed of an exposure's draws at a look. */
export const getTestSeed = (key: string, lastDate: CalendarDate): number => hashText(`${key} ${lastDate}`)

/** Weighs the one-sided p values of a test. @returns P, and the side it speaks for */
export function weighSides(
  direction: Direction,
  { pMore, pFewer }: { readonly pMore: number; readonly pFewer: number },
): { readonly pValue: number; readonly side: Side } {
  const more = { side: 'more', p: pMore } as const
  const fewer = { side: 'fewer', p: pFewer } as const
  if (direction === 'both') {
    const { side, p } = pMore <= pFewer ? more : fewer
    return { side, pValue: Math.min(1, 2 * p) }
  }
  const [stated, other] = direction === 'more' ? [more, fewer] : [fewer, more]
  const ofStated = stated.p / STATED_SHARE
  const ofOther = other.p / (1 - STATED_SHARE)
  return { side: ofStated <= ofOther ? stated.side : other.side, pValue: Math.min(1, ofStated, ofOther) }
}

interface TestOptions {
  readonly direction: Direction
  readonly seed: number
  /** Weight of each set's event; 1 each by default, so that only the occurrence of cramps counts. */
  readonly weightOf?: (set: number) => number
}

/** Statistic and P of one exposure from its matched sets; null if nothing varies within them. */
export function testSets(
  {
    start,
    stratum,
    day,
    values: [values = new Float64Array()],
  }: Pick<MatchedSets, 'start' | 'stratum' | 'day' | 'values'>,
  { direction, seed, weightOf }: TestOptions,
): FamilyTest | null {
  const test = testByDealing({ start, stratum, unit: day, values }, createRandom(seed), {
    weightOf,
    withDistribution: true,
  })
  return (
    test && { ...describeTest(test, direction), nullScores: scoreDistribution(test.distribution, direction) }
  )
}

/** Largest score that is listed: no rule asks for larger ones. */
const LARGEST_SCORE = 0.5

/**
 * Score of a statistic with few possible values: the normal tail of its standardised value, weighed by direction as a p
 * value is. Within a family it compares exposures on one scale, where their p values jump at different points.
 */
function scoreDistribution(distribution: NullDistribution | null, direction: Direction): NullScores | null {
  if (distribution === null) return null
  const { observed, values, shares } = distribution
  const scoreOf = (standardised: number) => {
    const { upper, lower } = computeNormalTails(standardised)
    return weighSides(direction, { pMore: upper, pFewer: lower }).pValue
  }
  const possible = values
    .map((value, index) => ({ score: scoreOf(value), share: shares[index] ?? NaN }))
    .filter(({ score }) => score <= LARGEST_SCORE)
    .sort((a, b) => a.score - b.score)
  let chance = 0
  return {
    observed: scoreOf(observed),
    scores: possible.map(({ score }) => score),
    chances: possible.map(({ share }) => {
      chance += share
      return chance
    }),
  }
}

function describeTest(
  { statistic, upper, lower, draws, seed }: RandomisationTest,
  direction: Direction,
): ExposureTest {
  const sides = { pMore: upper, pFewer: lower }
  return { statistic, ...sides, ...weighSides(direction, sides), draws, seed }
}

/**
 * The test of an association at the look that ends with `lastDay`. Where cramps are counted instead of days, the days'
 * counts change places, every day read at the person's usual hour; their sums are as good as continuous.
 */
export function testAssociation(
  { exposure, days, sets }: Association,
  { outcome, calendar, eventsOfDay }: AnalysisContext,
  lastDay: DayNumber,
): FamilyTest | null {
  const { direction, key } = exposure
  const seed = getTestSeed(key, dateOfDayNumber(lastDay))
  if (outcome === 'cramp-days') return testSets(sets, { direction, seed })
  const strata = groupComparedDays(calendar, days).map(ofStratum => ({
    values: ofStratum.map(({ value }) => value),
    counts: ofStratum.map(({ day }) => eventsOfDay.get(day) ?? 0),
  }))
  const test = testByExchange(strata, createRandom(seed))
  return test && { ...describeTest(test, direction), nullScores: null }
}

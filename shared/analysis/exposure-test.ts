/**
 * Randomisation test of one exposure against the cramps, and its weighing by the direction stated beforehand.
 *
 *   stated side   p / 0.9         the budget of a test is split nine to one between the sides,
 *   other side    p / 0.1         so that a harm of what should help can still be found
 *   both          2 p of the smaller
 */
import { testByExchange } from '../statistics/count-exchange.ts'
import { type RandomisationTest, testByDealing } from '../statistics/event-dealing.ts'
import { hashText } from '../statistics/fingerprint.ts'
import { createRandom } from '../statistics/random.ts'
import { type CalendarDate, dateOfDayNumber } from '../time/calendar-date.ts'
import type { AnalysisContext } from './analysis-context.ts'
import type { Association } from './association.ts'
import { readComparedDays } from './day-values.ts'
import type { DayNumber } from './diary/diary.ts'
import type { Direction } from './exposures/exposure.ts'
import type { ExposureTest, Side } from './finding.ts'
import type { MatchedSets } from './matched-sets.ts'

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
): ExposureTest | null {
  const test = testByDealing({ start, stratum, unit: day, values }, createRandom(seed), weightOf)
  return test && describeTest(test, direction)
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
 * counts change places, every day read at the person's usual hour.
 */
export function testAssociation(
  { exposure, reader, sets }: Association,
  { outcome, calendar, eventsOfDay }: AnalysisContext,
  lastDay: DayNumber,
): ExposureTest | null {
  const { direction, key } = exposure
  const seed = getTestSeed(key, dateOfDayNumber(lastDay))
  if (outcome === 'cramp-days') return testSets(sets, { direction, seed })
  const strata = readComparedDays(calendar, reader).map(days => ({
    values: days.map(({ value }) => value),
    counts: days.map(({ day }) => eventsOfDay.get(day) ?? 0),
  }))
  const test = testByExchange(strata, createRandom(seed))
  return test && describeTest(test, direction)
}

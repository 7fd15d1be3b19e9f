/**
 * Plans of the lives that test the verdicts: lives without any effect, lives with two real triggers, and lives made to
 * mislead the analysis.
 */
import { chance } from '../../../shared/demo/draws.ts'
import type { Random } from '../../../shared/statistics/random.ts'
import { type LivedKey, type TriggerKey, twelveExposures } from './everyday-habits.ts'
import { BLOCK_START, daysOf, drawDrift, isBelow, type Span } from './life.ts'
import { type Gaps, type LifePlan, type Triggers, twelveNulls } from './many-exposures.ts'

const BASE_RISK = 0.2
const DAYS_PER_WEEK = 7

/** Draws what is special in a life. */
export type PlanLife = (random: Random, span: Span) => LifePlan

/** Two real triggers among twelve exposures. */
export const planTriggers = (baseRisk: number, gaps: Gaps, { tripling, doubling }: Triggers): LifePlan => ({
  keys: twelveExposures,
  baseRisk,
  gaps,
  ratios: new Map([
    [tripling, 3],
    [doubling, 2],
  ]),
})

const ofTwelve = (changes: Partial<LifePlan>): LifePlan => ({ ...twelveNulls(BASE_RISK), ...changes })

/** Exposures that the misleading lives act on: a quarter of the twelve. */
const misled: ReadonlySet<LivedKey> = new Set(['footwear-unsupportive', 'sitting', 'alcohol'])

/** Half of the twelve: the habits that change with an illness or a diagnosis. */
const changing: ReadonlySet<LivedKey> = new Set(twelveExposures.filter((_, index) => index % 2 === 0))

/** Raises the share of dates of the misled habits where `isOn` holds. */
const raiseWhere =
  (isOn: (date: number) => boolean, by: number): NonNullable<LifePlan['shareOf']> =>
  (key, date, usual) =>
    misled.has(key) && isOn(date) ? usual + by : usual

/** Weeks of higher and lower risk: log-normal, AR(1) from week to week. Minus half the variance keeps the mean at 1. */
export const planBadWeeks: PlanLife = (random, span) => {
  const badness = drawDrift(random, span, 0.7, DAYS_PER_WEEK)
  return ofTwelve({ riskOf: day => Math.exp(0.5 * badness(day) - 0.125) })
}

/** Three habits that follow a cramp for two days, and cause none. */
export const planReaction: PlanLife = () =>
  ofTwelve({
    shareOf: (key, date, usual, hadCramp) =>
      misled.has(key) ? (hadCramp(date - 1) || hadCramp(date - 2) ? 0.8 : 0.3) : usual,
  })

/** Three habits given up for three days after each cramp, and harmless. */
export const planAvoidance: PlanLife = () =>
  ofTwelve({
    shareOf: (key, date, usual, hadCramp) =>
      misled.has(key) ? ([1, 2, 3].some(back => hadCramp(date - back)) ? 0.1 : 0.6) : usual,
  })

/** Two weekdays with a routine of their own, on which cramps are more frequent for another reason. */
export const planWeekdayRoutine: PlanLife = random => {
  const first = random.nextInteger(5)
  const second = (first + 1 + random.nextInteger(4)) % 5
  const isRoutine = (date: number) => [first, second].includes((date - BLOCK_START) % DAYS_PER_WEEK)
  return ofTwelve({ riskOf: day => (isRoutine(day) ? 1.6 : 1), shareOf: raiseWhere(isRoutine, 0.35) })
}

/** A cause of cramps that is never written down and comes with three habits on the same day. */
export const planHiddenCause: PlanLife = (random, span) => {
  const drift = drawDrift(random, span, 0.3)
  const isOn = (date: number) => isBelow(drift(date), 0.3)
  return ofTwelve({ riskOf: day => (isOn(day) ? 2 : 1), shareOf: raiseWhere(isOn, 0.3) })
}

/** Cramps rated 0.7 standard deviations (1.4 points) stronger after a suspected exposure that does nothing. */
export const planRatingBias =
  (suspected: TriggerKey): PlanLife =>
  random =>
    ofTwelve({
      intensityOf: (_onset, wasExposed) => {
        const strength = 5 + 2 * random.nextNormal() + (wasExposed(suspected) ? 1.4 : 0)
        return Math.min(10, Math.max(1, Math.round(strength)))
      },
    })

/** Answers of a date that are given more often when the night brought a cramp: 95% of them, else 70%. */
export const planCarefulAfterCramp: PlanLife = () =>
  ofTwelve({ missingOf: (_key, date, hadCramp) => (hadCramp(date) ? 0.05 : 0.3) })

/**
 * Habits remembered when the night brought a cramp and forgotten else: a fifth of the dates with one is written down as
 * without. No diary can tell that from a real trigger, unless the answers are given before the night.
 */
export const planRecall: PlanLife = (random, span) => {
  const forgotten = new Set(daysOf(span).filter(() => chance(random, 0.2)))
  return ofTwelve({
    shareOf: (key, date, usual, hadCramp) =>
      misled.has(key) && forgotten.has(date) && !hadCramp(date) ? 0 : usual,
  })
}

/** Two weeks of illness: three times the risk, and half of the habits dropped or taken up. */
export const planIllness: PlanLife = (random, span) => {
  const first = span.first + random.nextInteger(span.days - 14)
  const isIll = (day: number) => day >= first && day < first + 14
  return ofTwelve({
    riskOf: day => (isIll(day) ? 3 : 1),
    shareOf: (key, date, usual) => (isIll(date) && changing.has(key) ? usual + 0.4 : usual),
  })
}

/** A diagnosis at some day: from then on 40% of the risk, and half of the habits less or more frequent. */
export const planDiagnosis: PlanLife = (random, span) => {
  const from = span.first + 28 + random.nextInteger(span.days - 56)
  return ofTwelve({
    riskOf: day => (day >= from ? 0.4 : 1),
    shareOf: (key, date, usual) => (date >= from && changing.has(key) ? usual - 0.3 : usual),
  })
}

/** A trip of three days in every eighth of the days: twice the risk, three habits far more frequent. */
export const planTrips: PlanLife = (random, span) => {
  const away = new Set(
    daysOf(span)
      .filter(() => chance(random, 1 / 24))
      .flatMap(day => [day, day + 1, day + 2]),
  )
  const isAway = (date: number) => away.has(date)
  return ofTwelve({ riskOf: day => (isAway(day) ? 2 : 1), shareOf: raiseWhere(isAway, 0.5) })
}

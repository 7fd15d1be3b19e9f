/**
 * Exact comparison of two Poisson rates (R: poisson.test with two counts).
 */
import { computeExactProportionInterval, testProportion } from './exact-binomial.ts'
import { type NotEstimable, notEstimable, requireCount, requirePositive } from './preconditions.ts'

export interface ObservedRate {
  readonly events: number
  readonly days: number
}

export interface RateRatioTest {
  readonly kind: 'estimate'
  /** First rate over second; null (with an upper limit of null: open-ended) if the second has no events. */
  readonly rateRatio: number | null
  /** 95% limits of the ratio. */
  readonly lower: number
  readonly upper: number | null
  readonly pValue: number
}

/**
 * Ratio of two rates with exact 95% limits and p value, conditional on the total number of events.
 *
 * Units: events, days. Precondition: whole numbers of events, days > 0. Variant: conditional on the sum, the first count
 * is binomial; Clopper-Pearson limits; two-sided p over outcomes at most as likely.
 * Source: Przyborowski and Wilenski 1940, Biometrika 31.
 *
 * Returns `too-few` if there is no event at all.
 *
 * @throws TypeError, RangeError
 * @example compareRates({ events: 9, days: 41 }, { events: 21, days: 42 }).pValue // 0.04322093542036
 */
export function compareRates(first: ObservedRate, second: ObservedRate): RateRatioTest | NotEstimable {
  requireCount(first.events, 'first.events')
  requirePositive(first.days, 'first.days')
  requireCount(second.events, 'second.events')
  requirePositive(second.days, 'second.days')
  const events = first.events + second.events
  if (events === 0) return notEstimable('too-few')
  const timeRatio = second.days / first.days
  const share = computeExactProportionInterval(first.events, events)
  return {
    kind: 'estimate',
    rateRatio: second.events === 0 ? null : (first.events / second.events) * timeRatio,
    lower: (share.lower / (1 - share.lower)) * timeRatio,
    upper: share.upper === 1 ? null : (share.upper / (1 - share.upper)) * timeRatio,
    pValue: testProportion(first.events, events, first.days / (first.days + second.days)),
  }
}

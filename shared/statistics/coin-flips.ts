/**
 * Randomisation test and e-process of one action whose use a fair coin decides every night, under the null hypothesis that
 * the action changes nothing: each night then has the same outcome whichever way its coin falls.
 */
import { requireFinite } from './preconditions.ts'

/** A night with a known outcome. */
export interface CoinNight {
  /** The coin said: with the action. */
  readonly isWith: boolean
  readonly hasEvent: boolean
}

/**
 * Randomisation test: probability that coins thrown again would set the outcomes at least as far apart in favour of the
 * action.
 *
 * Shape: one entry per night with a known outcome, in any order. Precondition: independent fair coins.
 * Variant: one-sided; the statistic is n1 k0 - n0 k1, with n1 and n0 nights and k1 and k0 events with and without the action:
 * the difference of the shares of event nights, weighted by n0 n1 / n. All 2^n sequences of coins are counted, by the
 * binomial distributions of the coins on nights with and on nights without an event; nothing is drawn.
 * Source: Edgington and Onghena 2007, Randomization Tests, chapter 11 (completely randomised single-case designs).
 *
 * @returns 1 for no nights
 * @example testCoinFlips([{ isWith: true, hasEvent: false }, { isWith: false, hasEvent: true }]) // 0.25
 */
export function testCoinFlips(nights: readonly CoinNight[]): number {
  const events = nights.filter(({ hasEvent }) => hasEvent)
  const others = nights.length - events.length
  const eventsWith = events.filter(({ isWith }) => isWith).length
  const othersWith = nights.filter(({ isWith, hasEvent }) => isWith && !hasEvent).length
  // n1 k0 - n0 k1 in these counts; a whole number, so that ties are exact.
  const getStatistic = (eventsHeads: number, othersHeads: number) =>
    events.length * othersHeads - others * eventsHeads
  const observed = getStatistic(eventsWith, othersWith)
  const eventCoins = computeFairBinomial(events.length)
  const otherCoins = computeFairBinomial(others)
  let pValue = 0
  eventCoins.forEach((eventProbability, eventsHeads) => {
    otherCoins.forEach((otherProbability, othersHeads) => {
      if (getStatistic(eventsHeads, othersHeads) >= observed) pValue += eventProbability * otherProbability
    })
  })
  return Math.min(1, pValue)
}

/** Probabilities of 0 .. n heads of n fair coins. */
function computeFairBinomial(n: number): number[] {
  const probabilities = [0.5 ** n]
  for (let heads = 1; heads <= n; heads++)
    probabilities.push(((probabilities[heads - 1] ?? Number.NaN) * (n - heads + 1)) / heads)
  return probabilities
}

/**
 * Risk ratio of the alternative on which is bet. A bolder bet than on the halved risk: it reaches a fixed threshold within
 * some hundred nights more often at either risk ratio, and loses only where events are on most nights.
 */
const BET_ON_RISK_RATIO = 1 / 3
/** Start of the running share of event nights, as if 2 nights with 0.6 events had come before. */
const START_EVENTS = 0.6
const START_NIGHTS = 2

/**
 * E-process of the coins: the capital of a gambler who starts with 1 and bets on fewer events with the action. Under the
 * null it ever reaches c with a probability of at most 1/c (Ville's inequality), so it may be looked at every night.
 *
 *   E_t = E_(t-1) (1 + l_t (1 - 2 A_t) (Y_t - m_t))     A = 1 with the action, Y = 1 with an event
 *
 * Shape: nights with a known outcome, in order of time. m_t is the share of event nights before t; l_t in [0, 1] is the
 * growth-rate optimal bet against a risk ratio r where a share m_t of the nights has an event: with risks p and r p on the
 * two sides of the coin, m = p (1 + r) / 2 and l = (1 - r) / ((1 + r) (1 - m)). Both come from earlier nights alone, so that
 * the expected factor of each night is 1.
 * Source: Gruenwald, de Heide and Koolen 2024, JRSS B 86, section 2 (GRO e-variables); Waudby-Smith and Ramdas 2024,
 * JRSS B 86, section 4 (betting with predictable plug-ins).
 *
 * @returns the factor of each night; their running product is the e-process
 * @example listCoinFactors([{ isWith: true, hasEvent: false }]) // [1.2142857142857144]
 */
export function listCoinFactors(
  nights: readonly CoinNight[],
  riskRatio: number = BET_ON_RISK_RATIO,
): number[] {
  requireFinite(riskRatio, 'riskRatio')
  const odds = (1 - riskRatio) / (1 + riskRatio)
  let events = START_EVENTS
  let seen = START_NIGHTS
  return nights.map(({ isWith, hasEvent }) => {
    const share = events / seen
    const bet = Math.min(1, odds / (1 - share))
    const outcome = hasEvent ? 1 : 0
    events += outcome
    seen += 1
    return 1 + bet * (isWith ? -1 : 1) * (outcome - share)
  })
}

/**
 * First night, counted from 0, at which the running product of factors is at or above a threshold; null if none is.
 *
 * @param from first night that may be the one
 */
export function findCrossing(factors: readonly number[], threshold: number, from = 0): number | null {
  let capital = 1
  const index = factors.findIndex((factor, night) => {
    capital *= factor
    return night >= from && capital >= threshold
  })
  return index === -1 ? null : index
}

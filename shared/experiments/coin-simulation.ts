/**
 * Simulation of nights with coins, for the power table and for the level of the rules. The risk of a cramp varies from week
 * to week as in the simulation of experiments with periods, and the action multiplies it by `riskRatio`.
 */
import type { CoinNight } from '../statistics/coin-flips.ts'
import { createRandom, type Random } from '../statistics/random.ts'
import { getLevelAtEnd, judgeCoins } from './coin-analysis.ts'
import { type CoinWeeks, coinWeeks } from './coin-experiment.ts'
import { COUNTED_SHARE, DAYS_PER_WEEK, drawWeekFactor } from './simulated-trial.ts'

export interface CoinScenario {
  readonly weeks: CoinWeeks
  /** Number of actions of the experiment, which raises the thresholds; the others have no effect. */
  readonly actions: number
  /** Mean share of nights with a cramp without the action. */
  readonly crampShare: number
  /** Risk with the action over the risk without it. */
  readonly riskRatio: number
}

/** Results of the power simulation. */
export interface CoinPowerTable {
  readonly seed: number
  /** Simulated experiments per cell. */
  readonly runs: number
  /** Ascending. */
  readonly crampShares: readonly number[]
  readonly riskRatios: readonly number[]
  /** Numbers of actions, from 1. */
  readonly actions: readonly number[]
  /** Number of runs in which the action "helped", by weeks, actions, risk ratio and share. */
  readonly helped: { readonly [Weeks in CoinWeeks]: readonly (readonly (readonly number[])[])[] }
}

/** Highest risk of a night: in a bad week the product of share and weekly factor could exceed 1. */
const MAX_RISK = 0.95

/** Risk of a cramp without the action, for each night of some weeks. */
export const drawRisks = (crampShare: number, weeks: number, random: Random): number[] =>
  Array.from({ length: weeks }, () => Math.min(MAX_RISK, crampShare * drawWeekFactor(random))).flatMap(risk =>
    Array.from({ length: DAYS_PER_WEEK }, () => risk),
  )

/** Answered nights of one simulated experiment. */
function simulateNights({ weeks, crampShare, riskRatio }: CoinScenario, random: Random): CoinNight[] {
  return drawRisks(crampShare, weeks, random).flatMap(risk => {
    const isWith = random.nextUniform() < 0.5
    const hasEvent = random.nextUniform() < (isWith ? risk * riskRatio : risk)
    return random.nextUniform() < COUNTED_SHARE ? [{ isWith, hasEvent }] : []
  })
}

/**
 * Number of simulated experiments, of `runs`, that call the action helpful by either rule.
 *
 * @param seed a whole number 0 .. 2^32 - 1; the same seed gives the same number
 */
export function countHelped(scenario: CoinScenario, runs: number, seed: number): number {
  const random = createRandom(seed)
  let helped = 0
  for (let run = 0; run < runs; run++) {
    const { settledAt, pValue } = judgeCoins(simulateNights(scenario, random), scenario.actions)
    if (settledAt !== null || pValue <= getLevelAtEnd(scenario.actions)) helped += 1
  }
  return helped
}

/** Seed of a cell of the table, by its indices, so that each cell can be reproduced without the others. */
export function getCoinCellSeed(
  table: Pick<CoinPowerTable, 'seed'>,
  { weeks, actions }: Pick<CoinScenario, 'weeks' | 'actions'>,
  ratio: number,
  share: number,
): number {
  return table.seed + 100_000 * coinWeeks.indexOf(weeks) + 10_000 * actions + 100 * ratio + share
}

/** Power simulation: counts the simulated experiments that settle their question. `power-table.ts` holds the results. */
import { createRandom } from '../statistics/random.ts'
import { ALPHA, createExperimentTest } from './analysis.ts'
import { type DesignName, drawArms } from './design.ts'
import { simulateTrial, type TrialScenario } from './simulated-trial.ts'

/** Orders drawn per test if there are too many to enumerate. Fewer than for a real experiment, which costs little power. */
const REPETITIONS = 1999

/** Results of the power simulation. */
export interface PowerTable {
  readonly seed: number
  /** Simulated experiments per cell. */
  readonly runs: number
  /** Rates without the change, ascending. */
  readonly crampsPerWeek: readonly number[]
  /** True rates with the change over those without it. */
  readonly rateRatios: readonly number[]
  /** Number of runs that settled their question, by design, rate ratio and rate. */
  readonly settled: { readonly [Name in DesignName]: readonly (readonly number[])[] }
}

/**
 * Number of simulated experiments, of `runs`, with p <= `ALPHA`.
 *
 * @param seed a whole number 0 .. 2^32 - 1; the same seed gives the same number
 */
export function countSettled(scenario: TrialScenario, runs: number, seed: number): number {
  const random = createRandom(seed)
  const test = createExperimentTest(scenario.design, random, REPETITIONS)
  let settled = 0
  for (let run = 0; run < runs; run++) {
    const outcome = test(simulateTrial(scenario, drawArms(scenario.design, random), random))
    if (outcome.kind === 'estimate' && outcome.pValue <= ALPHA) settled += 1
  }
  return settled
}

/** Seed of a cell of the table, by its indices, so that each cell can be reproduced without the others. */
export function getCellSeed(
  table: Pick<PowerTable, 'seed'>,
  design: number,
  ratio: number,
  rate: number,
): number {
  return table.seed + 10_000 * design + 100 * ratio + rate
}

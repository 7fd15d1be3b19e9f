/** Simulated experiments, of which `power-table.ts` holds how many settle their question. */
import { createRandom } from '../statistics/random.ts'
import { ALPHA, createExperimentTest } from './analysis.ts'
import { type DesignName, drawArms } from './design.ts'
import { liveThroughTrial, type TrialScenario } from './simulated-trial.ts'

/** Orders drawn per test where there are too many to try all: fewer than for a real one, which costs next to no power. */
const REPETITIONS = 1999

/** What was simulated. */
export interface PowerTable {
  readonly seed: number
  /** Experiments per cell. */
  readonly runs: number
  /** Ascending. */
  readonly crampsPerWeek: readonly number[]
  readonly rateRatios: readonly number[]
  /** How many of the runs settled their question, by design, by rate ratio, by rate. */
  readonly settled: { readonly [Name in DesignName]: readonly (readonly number[])[] }
}

/**
 * How many of so many simulated experiments have a p of at most 0.05.
 *
 * @param seed a whole number 0 .. 2^32 - 1; the same seed gives the same number
 */
export function countSettled(scenario: TrialScenario, runs: number, seed: number): number {
  const random = createRandom(seed)
  const test = createExperimentTest(scenario.design, random, REPETITIONS)
  let settled = 0
  for (let run = 0; run < runs; run++) {
    const outcome = test(liveThroughTrial(scenario, drawArms(scenario.design, random), random))
    if (outcome.kind === 'estimate' && outcome.pValue <= ALPHA) settled += 1
  }
  return settled
}

/** A seed of its own for each cell of the table, so that one can be computed again without the others. */
export function getCellSeed(
  table: Pick<PowerTable, 'seed'>,
  design: number,
  ratio: number,
  rate: number,
): number {
  return table.seed + 10_000 * design + 100 * ratio + rate
}

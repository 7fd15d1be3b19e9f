/** Statistical power of an experiment with coins, interpolated from simulations (`coin-power-table.ts`). */

import type { CoinWeeks } from './coin-experiment.ts'
import { coinPowerTable } from './coin-power-table.ts'
import type { CoinPowerTable } from './coin-simulation.ts'
import { interpolate } from './power.ts'

/**
 * Probability that an action is called helpful, linearly interpolated between the table's shares of cramp nights and
 * constant outside their range.
 *
 * @param riskRatio one of the table's
 * @throws RangeError if the table has no such risk ratio or number of actions
 */
export function computeCoinPower(
  weeks: CoinWeeks,
  actions: number,
  crampShare: number,
  riskRatio: number,
  table: CoinPowerTable = coinPowerTable,
): number {
  const byRatio = table.helped[weeks][table.actions.indexOf(actions)]
  const helped = byRatio?.[table.riskRatios.indexOf(riskRatio)]
  if (helped === undefined)
    throw new RangeError(`riskRatio ${riskRatio} with ${actions} actions was not simulated`)
  return interpolate(table.crampShares, helped, crampShare) / table.runs
}

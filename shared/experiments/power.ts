/**
 * Statistical power of a design: the probability that an experiment settles its question if the change has a given effect.
 * Interpolated from simulations (`power-table.ts`) instead of a formula, because cramps cluster in weeks and days are
 * missed.
 */
import type { DesignName } from './design.ts'
import type { PowerTable } from './power-simulation.ts'
import { powerTable } from './power-table.ts'

/**
 * Power at a rate of cramps, linearly interpolated between the table's rates and constant outside their range.
 *
 * @param crampsPerWeek rate without the change
 * @param rateRatio one of the table's
 * @returns a probability, 0 to 1
 * @throws RangeError if the table has no such rate ratio
 */
export function computePower(
  design: DesignName,
  crampsPerWeek: number,
  rateRatio: number,
  table: PowerTable = powerTable,
): number {
  const settled = table.settled[design][table.rateRatios.indexOf(rateRatio)]
  if (settled === undefined) throw new RangeError(`rateRatio: ${rateRatio} was not simulated`)
  const chanceAt = (index: number) => (settled[index] ?? Number.NaN) / table.runs
  const rateAt = (index: number) => table.crampsPerWeek[index] ?? Number.NaN
  const above = table.crampsPerWeek.findIndex(rate => rate >= crampsPerWeek)
  if (above === -1) return chanceAt(settled.length - 1)
  if (above === 0) return chanceAt(0)
  const share = (crampsPerWeek - rateAt(above - 1)) / (rateAt(above) - rateAt(above - 1))
  return chanceAt(above - 1) + share * (chanceAt(above) - chanceAt(above - 1))
}

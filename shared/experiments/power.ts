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
  return interpolate(table.crampsPerWeek, settled, crampsPerWeek) / table.runs
}

/** Value at `x` on the line through the points (xs[i], ys[i]); constant outside their range. `xs` ascends. */
export function interpolate(xs: readonly number[], ys: readonly number[], x: number): number {
  const yAt = (index: number) => ys[index] ?? Number.NaN
  const xAt = (index: number) => xs[index] ?? Number.NaN
  const above = xs.findIndex(other => other >= x)
  if (above === -1) return yAt(ys.length - 1)
  if (above === 0) return yAt(0)
  const share = (x - xAt(above - 1)) / (xAt(above) - xAt(above - 1))
  return yAt(above - 1) + share * (yAt(above) - yAt(above - 1))
}

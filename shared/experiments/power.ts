/**
 * The honest chance of an answer: how often an experiment of a design settles its question, if the change does make the
 * difference that is looked for. Worked out by simulating many of them (`power-table.ts`), never by a formula: cramps
 * come in good and bad weeks, and days are missed.
 */
import type { DesignName } from './design.ts'
import type { PowerTable } from './power-simulation.ts'
import { powerTable } from './power-table.ts'

/**
 * The chance of an answer for somebody with so many cramps a week, between the table's rates by straight lines. Rarer
 * cramps than the table's rarest have at most its chance, more frequent ones than its most frequent at least.
 *
 * @param rateRatio one of the table's
 * @throws RangeError when the table has no such rate ratio
 */
export function getChance(
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

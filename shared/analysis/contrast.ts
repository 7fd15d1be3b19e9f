import { computeQuantile } from '../statistics/quantile.ts'
import type { DayWithValue } from './day-values.ts'
import type { Exposure } from './exposures/exposure.ts'

/** The two amounts that a verdict compares; for a yes/no exposure without and with. */
export interface Contrast {
  readonly from: number
  readonly to: number
}

/**
 * The person's 25th and 75th percentile, so that a verdict speaks of differences that occur in this diary. Where these
 * are equal, most days are alike (no training on them): then the usual amount and the median of the days that differ
 * from it, on the side with more such days.
 */
export function chooseContrast({ scale }: Exposure, days: readonly DayWithValue[]): Contrast | null {
  if (scale.kind === 'yes-no') return { from: 0, to: 1 }
  if (days.length === 0) return null
  const values = days.map(({ value }) => value)
  const lowerQuartile = computeQuantile(values, 0.25)
  const upperQuartile = computeQuantile(values, 0.75)
  if (upperQuartile > lowerQuartile) return { from: lowerQuartile, to: upperQuartile }
  const usual = lowerQuartile
  const above = values.filter(value => value > usual)
  const below = values.filter(value => value < usual)
  if (above.length === 0 && below.length === 0) return null
  return above.length >= below.length
    ? { from: usual, to: computeQuantile(above, 0.5) }
    : { from: computeQuantile(below, 0.5), to: usual }
}

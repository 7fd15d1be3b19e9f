/** Dose-response bars: share of days with a cramp by amount of an exposure. They describe and test nothing. */

import { type NumberFormats, plainNumbers } from '../locale/number-formats.ts'
import { computeQuantile } from '../statistics/quantile.ts'
import type { DayWithValue } from './day-values.ts'
import type { Exposure } from './exposures/exposure.ts'
import type { DoseBar } from './finding.ts'
import { getShareOfDays } from './share-of-days.ts'

/** Bars of a yes/no exposure, or of fixed or personal cut points. */
export function makeDoseBars(exposure: Exposure, days: readonly DayWithValue[]): DoseBar[] {
  const { scale } = exposure
  if (scale.kind === 'yes-no')
    return [
      makeBar(
        'without',
        0,
        0,
        days.filter(({ value }) => value === 0),
      ),
      makeBar(
        'with',
        1,
        1,
        days.filter(({ value }) => value > 0),
      ),
    ]
  if (days.length === 0) return []
  const cuts = scale.cuts ?? getTertiles(days.map(({ value }) => value))
  return [null, ...cuts].map((from, index) => {
    const to = cuts[index] ?? null
    const within = days.filter(({ value }) => (from === null || value >= from) && (to === null || value < to))
    return makeBar(labelDoseBar(exposure, { from, to }), from, to, within)
  })
}

/**
 * Tertiles of the days; fewer cuts where days are alike. Where more than two thirds have the smallest value (no
 * training), one cut separates these from the others.
 */
function getTertiles(values: readonly number[]): number[] {
  const smallest = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
  const above = values.filter(value => value > smallest)
  const cuts = [computeQuantile(values, 1 / 3), computeQuantile(values, 2 / 3)].filter(cut => cut > smallest)
  if (cuts.length === 0 && above.length > 0) return [computeQuantile(above, 0)]
  return [...new Set(cuts)]
}

/** Label of a bar: "with", "1500 ml to 2000 ml". */
export function labelDoseBar(
  { scale }: Exposure,
  { from, to }: Pick<DoseBar, 'from' | 'to'>,
  formats: NumberFormats = plainNumbers,
): string {
  if (scale.kind === 'yes-no') return from === 0 ? 'without' : 'with'
  const format = (value: number) => scale.format(value, formats)
  if (from === null) return to === null ? 'all days' : `less than ${format(to)}`
  return to === null ? `${format(from)} or more` : `${format(from)} to ${format(to)}`
}

function makeBar(
  label: string,
  from: number | null,
  to: number | null,
  days: readonly DayWithValue[],
): DoseBar {
  const crampDays = days.filter(({ hasEvent }) => hasEvent).length
  return { label, from, to, ...getShareOfDays(crampDays, days.length) }
}

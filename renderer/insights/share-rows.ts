/** Shares of days with a cramp, as rows of a chart and of its table. */

import { formatShareOf } from '../../shared/analysis/sentence-parts.ts'
import type { ShareOfDays } from '../../shared/analysis/share-of-days.ts'
import { capitalize } from '../../shared/locale/capitalize.ts'
import { formatNumber } from '../data/format.ts'
import { formats } from '../data/sentence-formats.ts'
import type { ChartColumn } from '../ui/charts/chart-numbers.ts'
import type { IntervalRow } from '../ui/charts/IntervalRows.tsx'

/** Fewer days than this are drawn in outline: their share could be anything. */
const THIN_DAYS = 5

export function makeShareRow(
  { key, label, heading }: Pick<IntervalRow, 'key' | 'label' | 'heading'>,
  share: ShareOfDays,
  noun = 'day',
): IntervalRow {
  return {
    key,
    label,
    ...(heading !== undefined && { heading }),
    value: share.share,
    lower: share.lower,
    upper: share.upper,
    words: share.days === 0 ? `no such ${noun} answered` : formatShareOf(share, formats, noun),
    isThin: share.days < THIN_DAYS,
  }
}

export const formatShare = (share: number) => `${formatNumber(100 * share)}%`

/** The columns that follow the name of a row. */
export const shareColumns = (noun = 'day'): readonly ChartColumn[] => [
  { title: `Tracked ${noun}s` },
  { title: `${capitalize(noun)}s with a cramp` },
  { title: 'Share, %', digits: 1, unknown: 'unknown' },
  { title: '95% from, %', digits: 1, unknown: 'unknown' },
  { title: '95% to, %', digits: 1, unknown: 'unknown' },
]

export function listShare({ days, crampDays, share, lower, upper }: ShareOfDays): (number | null)[] {
  const percent = (value: number | null) => (value === null ? null : 100 * value)
  return [days, crampDays, percent(share), percent(lower), percent(upper)]
}

/**
 * Forest plot of the findings: every measured exposure as an interval on one logarithmic axis, and the others with the
 * data that they still need.
 *
 *     less likely    1    more likely
 *          |---o-----|                       fluids: 2150 against 1450 ml
 *                    |    |------o-------|   shoes with little support: with against without
 */

import { type NumberFormats, plainNumbers } from '../locale/number-formats.ts'
import { type CataloguedExposure, getExposureOf } from './exposures/exposures.ts'
import type { Finding, Ratio, Requirement, Verdict } from './finding.ts'

/** Verdicts from the surest to the least sure. */
export const verdictsBySureness = [
  'likely',
  'possible',
  'not-sure-yet',
  'no-clear-link',
  'does-not-vary',
  'need-more-data',
] as const satisfies readonly Verdict[]

export interface ForestRow {
  readonly finding: Finding
  readonly exposure: CataloguedExposure
  /** With over without, or the person's 75th over 25th percentile. */
  readonly effect: Ratio
  /** The compared amounts: "with against without", "2150 against 1450 ml". */
  readonly comparison: string
}

export interface LackingRow {
  readonly finding: Finding
  readonly exposure: CataloguedExposure
  readonly missing: readonly Requirement[]
}

export interface Forest {
  /** Surest first; within a verdict the strongest first. */
  readonly rows: readonly ForestRow[]
  /** Exposures with the same value on every day. */
  readonly constant: readonly LackingRow[]
  /** Exposures with too little data, the fewest missing first. */
  readonly lacking: readonly LackingRow[]
}

/** @param formats of the compared amounts */
export function makeForest(findings: readonly Finding[], formats: NumberFormats = plainNumbers): Forest {
  const rows: ForestRow[] = []
  const constant: LackingRow[] = []
  const lacking: LackingRow[] = []
  for (const finding of findings) {
    const exposure = getExposureOf(finding)
    const { contrast, missing } = finding.measurement
    if (finding.verdict === 'does-not-vary') constant.push({ finding, exposure, missing })
    else if (contrast === null || missing.length > 0) lacking.push({ finding, exposure, missing })
    else {
      const { ratio, lower, upper } = contrast
      rows.push({
        finding,
        exposure,
        effect: { ratio, lower, upper },
        comparison: describeComparison(exposure, contrast, formats),
      })
    }
  }
  return {
    rows: rows.sort((one, other) => getRank(one) - getRank(other) || getStrength(other) - getStrength(one)),
    constant,
    lacking: lacking.sort((one, other) => countMissing(one) - countMissing(other)),
  }
}

const getRank = ({ finding }: ForestRow) => verdictsBySureness.indexOf(finding.verdict)
const getStrength = ({ effect }: ForestRow) => Math.abs(Math.log(effect.ratio))
const countMissing = ({ missing }: LackingRow) =>
  missing.reduce((sum, { have, need }) => sum + need - have, 0)

function describeComparison(
  { scale }: CataloguedExposure,
  { from, to }: { readonly from: number | null; readonly to: number | null },
  formats: NumberFormats,
): string {
  if (scale.kind === 'yes-no' || from === null || to === null) return 'with against without'
  return joinAmounts(scale.format(to, formats), scale.format(from, formats))
}

/** "2150 against 1450 ml": a common unit at the end is written once. */
function joinAmounts(high: string, low: string): string {
  const highWords = high.split(' ')
  const lowWords = low.split(' ')
  let shared = 0
  while (
    shared < Math.min(highWords.length, lowWords.length) - 1 &&
    highWords.at(-1 - shared) === lowWords.at(-1 - shared)
  )
    shared += 1
  return `${highWords.slice(0, highWords.length - shared).join(' ')} against ${low}`
}

export interface RatioAxis {
  readonly from: number
  readonly to: number
  /** Labelled ratios; 1 is always among them. */
  readonly ticks: readonly number[]
}

/** Ends of the axis, beyond which a ratio is written as "less than" or "more than". */
const LEAST_DRAWN = 0.05
const MOST_DRAWN = 20
/** Minimum span of the axis: it always shows a halving and a doubling, so that small effects look small. */
const LEAST_SPAN: readonly [number, number] = [0.4, 2.5]
const tickChoices = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 10, 20] as const

/** Axis that holds every interval, up to the ends above. */
export function chooseAxis(rows: readonly ForestRow[]): RatioAxis {
  const limits = rows.flatMap(({ effect: { ratio, lower, upper } }) => [
    ratio,
    lower ?? LEAST_DRAWN,
    upper ?? MOST_DRAWN,
  ])
  const clamp = (value: number) => Math.min(MOST_DRAWN, Math.max(LEAST_DRAWN, value))
  const from = clamp(Math.min(LEAST_SPAN[0], ...limits) / 1.05)
  const to = clamp(Math.max(LEAST_SPAN[1], ...limits) * 1.05)
  return { from, to, ticks: tickChoices.filter(tick => tick >= from && tick <= to) }
}

/** An interval cut off at the ends of its axis. */
export interface DrawnInterval {
  /** Shares of the axis, 0 at its left end and 1 at its right. */
  readonly at: number
  readonly from: number
  readonly to: number
  /** The interval continues beyond the axis: drawn as an arrow. */
  readonly isOpenLeft: boolean
  readonly isOpenRight: boolean
}

export function placeOnAxis({ ratio, lower, upper }: Ratio, { from, to }: RatioAxis): DrawnInterval {
  const share = (value: number) => Math.log(value / from) / Math.log(to / from)
  const within = (value: number) => Math.min(1, Math.max(0, share(value)))
  return {
    at: within(ratio),
    from: lower === null ? 0 : within(lower),
    to: upper === null ? 1 : within(upper),
    isOpenLeft: lower === null || lower < from,
    isOpenRight: upper === null || upper > to,
  }
}

/**
 * What goes with the cramps, made ready to be drawn: every exposure that could be measured as one interval on one
 * logarithmic axis, and those that could not with what they still need.
 *
 *     less likely    1    more likely
 *          |---o-----|                       fluids: 2150 against 1450 ml
 *                    |    |------o-------|   shoes with little support: with against without
 */

import { type NumberFormats, plainNumbers } from '../locale/number-formats.ts'
import { type BuiltInExposure, getExposure } from './exposures/exposures.ts'
import type { Finding, Ratio, Requirement, Verdict } from './finding.ts'

/** Surest first; what cannot be told apart from nothing last. */
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
  readonly exposure: BuiltInExposure
  /** With against without, or the person's 75th percentile against their 25th. */
  readonly effect: Ratio
  /** What is compared: "with against without", "2150 against 1450 ml". */
  readonly comparison: string
}

export interface LackingRow {
  readonly finding: Finding
  readonly exposure: BuiltInExposure
  readonly missing: readonly Requirement[]
}

export interface Forest {
  /** Surest first, and of equally sure ones the strongest. */
  readonly rows: readonly ForestRow[]
  /** Same on every day: nothing to compare. */
  readonly constant: readonly LackingRow[]
  /** Nearest to enough first. */
  readonly lacking: readonly LackingRow[]
}

/** @param formats of the amounts that are compared */
export function makeForest(findings: readonly Finding[], formats: NumberFormats = plainNumbers): Forest {
  const rows: ForestRow[] = []
  const constant: LackingRow[] = []
  const lacking: LackingRow[] = []
  for (const finding of findings) {
    const exposure = getExposure(finding.key)
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
  { scale }: BuiltInExposure,
  { from, to }: { readonly from: number | null; readonly to: number | null },
  formats: NumberFormats,
): string {
  if (scale.kind === 'yes-no' || from === null || to === null) return 'with against without'
  return joinAmounts(scale.format(to, formats), scale.format(from, formats))
}

/** "2150 against 1450 ml": what both end with is said once. */
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
  /** Where a number is written; 1 is always among them. */
  readonly ticks: readonly number[]
}

/** Beyond these a ratio is told as "less than" and "more than": the axis ends there. */
const LEAST_DRAWN = 0.05
const MOST_DRAWN = 20
/** However close the estimates are to 1, the axis shows a halving and a doubling: small things must look small. */
const LEAST_SPAN: readonly [number, number] = [0.4, 2.5]
const tickChoices = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 10, 20] as const

/** An axis that holds every interval, as far as ratios are told. */
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
  /** It goes on beyond the axis: drawn as an arrow. */
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

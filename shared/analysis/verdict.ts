/**
 * Decision rules that turn an exposure's numbers into a verdict. They were fixed before any data were seen.
 *
 * A verdict changes only when a block of four weeks is complete, and "likely" needs two such checkpoints in a row:
 * weekly tests that stop at the first hit find a false pattern in one diary of eight.
 */
import type { Ratio, Requirement, Verdict } from './finding.ts'

/** Largest q values (false discovery rates) of the verdicts "likely" and "possible". */
const LIKELY_Q = 0.05
export const POSSIBLE_Q = 0.2
/** Largest permutation p value, and minimum events, of "likely". */
const LIKELY_PERMUTATION_P = 0.05
const LIKELY_EVENTS = 12
/** Smallest ratios of "likely" in either direction: a weaker effect is not worth acting on, however certain. */
const RELEVANT_RISE = 1.25
const RELEVANT_FALL = 0.8
/** An interval between these ratios excludes a halving and a doubling, and gives "no clear link". */
const HALVING = 0.5
const DOUBLING = 2

/** Input of the rules: the results of one exposure at one checkpoint. */
export interface CheckpointResult {
  readonly isConstant: boolean
  readonly missing: readonly Requirement[]
  /** Ratio with over without, or 75th over 25th percentile. */
  readonly contrast: Ratio | null
  readonly qValue: number | null
  /** Exact for a yes/no exposure, Monte Carlo otherwise; null where it was not needed. */
  readonly permutationP: number | null
  readonly events: number
  /** Ratio per step, matched by weekday; null where it is not estimable or was not needed. */
  readonly weekdayRatio: number | null
}

/** True if all cheap criteria of "likely" hold; only then the permutation test and the weekday fit run. */
export function couldBeLikely({
  contrast,
  qValue,
  events,
}: Pick<CheckpointResult, 'contrast' | 'qValue' | 'events'>) {
  return (
    contrast !== null &&
    qValue !== null &&
    qValue <= LIKELY_Q &&
    events >= LIKELY_EVENTS &&
    (contrast.ratio >= RELEVANT_RISE || contrast.ratio <= RELEVANT_FALL)
  )
}

/** True if all criteria of "likely" hold at this checkpoint alone. */
export function isLikelyAtCheckpoint(current: CheckpointResult): boolean {
  const { contrast, permutationP, weekdayRatio } = current
  return (
    couldBeLikely(current) &&
    permutationP !== null &&
    permutationP <= LIKELY_PERMUTATION_P &&
    (weekdayRatio === null || Math.sign(weekdayRatio - 1) === Math.sign((contrast?.ratio ?? NaN) - 1))
  )
}

/**
 * The verdict at a checkpoint.
 *
 * @param current results at the last checkpoint; null before the first
 * @param previous results at the checkpoint before it
 */
export function judge(current: CheckpointResult | null, previous: CheckpointResult | null): Verdict {
  if (current === null) return 'need-more-data'
  if (current.isConstant) return 'does-not-vary'
  if (current.missing.length > 0 || current.contrast === null || current.qValue === null)
    return 'need-more-data'
  if (
    isLikelyAtCheckpoint(current) &&
    previous !== null &&
    isLikelyAtCheckpoint(previous) &&
    pointsTheSameWay(current, previous)
  )
    return 'likely'
  if (current.qValue <= POSSIBLE_Q) return 'possible'
  const { lower, upper } = current.contrast
  return lower !== null && upper !== null && lower > HALVING && upper < DOUBLING
    ? 'no-clear-link'
    : 'not-sure-yet'
}

/** True if both ratios are above 1, or both below: a reversed link is not a repetition. */
function pointsTheSameWay(one: CheckpointResult, other: CheckpointResult): boolean {
  const directionOf = ({ contrast }: CheckpointResult) => Math.sign(Math.log(contrast?.ratio ?? NaN))
  return directionOf(one) === directionOf(other)
}

export const isPattern = ({ verdict }: { readonly verdict: Verdict }) =>
  verdict === 'likely' || verdict === 'possible'
const isAnswer = ({ verdict }: { readonly verdict: Verdict }) =>
  verdict === 'no-clear-link' || verdict === 'not-sure-yet'

/** True if any exposure is a likely or possible link; null while nothing could be judged. */
export function wasPatternFound(findings: readonly { readonly verdict: Verdict }[]): boolean | null {
  if (findings.some(isPattern)) return true
  return findings.some(isAnswer) ? false : null
}

/**
 * From numbers to the word a person reads. The rules are fixed beforehand; nothing here looks at what would be nice.
 *
 * A verdict moves only when a block of four weeks is complete, and "likely" needs two such checkpoints in a row: looking
 * every week, and believing the first time, calls chance a pattern in one diary of eight.
 */
import type { Ratio, Requirement, Verdict } from './finding.ts'

/** The largest false discovery rates of a pattern that is called likely or possible. */
const LIKELY_Q = 0.05
export const POSSIBLE_Q = 0.2
const LIKELY_PERMUTATION_P = 0.05
const LIKELY_EVENTS = 12
/** Weaker than this, even a certain effect is not worth acting on. */
const RELEVANT_RISE = 1.25
const RELEVANT_FALL = 0.8
/** An interval inside these limits rules out a doubling and a halving. */
const HALVING = 0.5
const DOUBLING = 2

/** What one checkpoint has to say about one exposure. */
export interface Look {
  readonly isConstant: boolean
  readonly missing: readonly Requirement[]
  /** With against without, or 75th against 25th percentile. */
  readonly contrast: Ratio | null
  readonly qValue: number | null
  /** Exact for a yes/no exposure, Monte Carlo for the others; null where it was not needed. */
  readonly permutationP: number | null
  readonly events: number
  /** The same per step, matched by weekday; null where that cannot be estimated or was not needed. */
  readonly weekdayRatio: number | null
}

/** Whether everything but the checks that cost time would speak of a likely link. */
export function couldBeLikely({ contrast, qValue, events }: Pick<Look, 'contrast' | 'qValue' | 'events'>) {
  return (
    contrast !== null &&
    qValue !== null &&
    qValue <= LIKELY_Q &&
    events >= LIKELY_EVENTS &&
    (contrast.ratio >= RELEVANT_RISE || contrast.ratio <= RELEVANT_FALL)
  )
}

/** Whether one checkpoint alone would speak of a likely link. */
export function looksLikely(look: Look): boolean {
  const { contrast, permutationP, weekdayRatio } = look
  return (
    couldBeLikely(look) &&
    permutationP !== null &&
    permutationP <= LIKELY_PERMUTATION_P &&
    (weekdayRatio === null || Math.sign(weekdayRatio - 1) === Math.sign((contrast?.ratio ?? NaN) - 1))
  )
}

/**
 * The verdict at a checkpoint.
 *
 * @param look the last completed block; null before the first
 * @param previous the block before it
 */
export function judge(look: Look | null, previous: Look | null): Verdict {
  if (look === null) return 'need-more-data'
  if (look.isConstant) return 'does-not-vary'
  if (look.missing.length > 0 || look.contrast === null || look.qValue === null) return 'need-more-data'
  if (looksLikely(look) && previous !== null && looksLikely(previous) && pointsTheSameWay(look, previous))
    return 'likely'
  if (look.qValue <= POSSIBLE_Q) return 'possible'
  const { lower, upper } = look.contrast
  return lower !== null && upper !== null && lower > HALVING && upper < DOUBLING
    ? 'no-clear-link'
    : 'not-sure-yet'
}

/** More cramps with it at both, or fewer at both: a link that turned round has not been seen twice. */
function pointsTheSameWay(one: Look, other: Look): boolean {
  const directionOf = ({ contrast }: Look) => Math.sign(Math.log(contrast?.ratio ?? NaN))
  return directionOf(one) === directionOf(other)
}

export const isPattern = ({ verdict }: { readonly verdict: Verdict }) =>
  verdict === 'likely' || verdict === 'possible'
const isAnswer = ({ verdict }: { readonly verdict: Verdict }) =>
  verdict === 'no-clear-link' || verdict === 'not-sure-yet'

/** Whether anything was found to go with the cramps; null while nothing could be judged. */
export function wasPatternFound(findings: readonly { readonly verdict: Verdict }[]): boolean | null {
  if (findings.some(isPattern)) return true
  return findings.some(isAnswer) ? false : null
}

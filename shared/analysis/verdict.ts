/**
 * Decision rules that turn the results of one exposure into a verdict. They were fixed before any data were seen.
 *
 *   likely          adjusted P within the look's level, already not above 0.50 at the checkpoint before, on the same side;
 *                   estimate at least 1.25 or at most 0.80; same-weekday estimate on the same side
 *   possible        adjusted P at most 0.20
 *   no clear link   above that, and the interval excludes a halving and a doubling
 *   not sure yet    otherwise
 */
import type { JudgedResult } from './checkpoints.ts'
import type { Ratio, Side, Verdict, VerdictReason } from './finding.ts'

/** Largest adjusted P of "possible". */
const POSSIBLE_P = 0.2
/** Largest adjusted P of "likely" at the checkpoint before: a link that shows for the first time has to show again. */
const LIKELY_P_BEFORE = 0.5
/** Smallest ratios of "likely" in either direction: a weaker effect is not worth acting on, however certain. */
const RELEVANT_RISE = 1.25
const RELEVANT_FALL = 0.8
/** An interval between these ratios excludes a halving and a doubling, and gives "no clear link". */
const HALVING = 0.5
const DOUBLING = 2

export interface VerdictWithReason {
  readonly verdict: Verdict
  readonly reason: VerdictReason
}

/** The result that the rules read. */
export type RuledResult = Pick<
  JudgedResult,
  'isConstant' | 'missing' | 'contrast' | 'weekdayRatio' | 'test' | 'adjustedP'
>

export interface LookRules {
  /** Level of the look (`error-budget.ts`). */
  readonly level: number
  /** Only some cramps are studied: then nothing is called likely, because the budget is for all cramps of legs and feet. */
  readonly isFiltered: boolean
}

/**
 * The verdict at a checkpoint.
 *
 * @param current result at the last checkpoint; null before the first
 * @param previous result at the checkpoint before it
 */
export function judge(
  current: RuledResult | null,
  previous: RuledResult | null,
  rules: LookRules,
): VerdictWithReason {
  if (current === null) return { verdict: 'need-more-data', reason: 'no-checkpoint-yet' }
  if (current.isConstant) return { verdict: 'does-not-vary', reason: 'constant' }
  const { contrast, test, adjustedP } = current
  if (contrast === null || test === null || adjustedP === null)
    return { verdict: 'need-more-data', reason: 'gate' }
  if (adjustedP <= POSSIBLE_P) {
    const obstacle = findObstacle({ ...current, contrast, adjustedP }, test.side, previous, rules)
    return obstacle === null
      ? { verdict: 'likely', reason: 'clear' }
      : { verdict: 'possible', reason: obstacle }
  }
  const { lower, upper } = contrast
  if (lower !== null && upper !== null && lower > HALVING && upper < DOUBLING)
    return { verdict: 'no-clear-link', reason: 'narrow-interval' }
  const clearsTheMiddle = (lower !== null && lower > 1) || (upper !== null && upper < 1)
  return { verdict: 'not-sure-yet', reason: clearsTheMiddle ? 'one-by-chance' : 'wide-interval' }
}

/** The first criterion of "likely" that is not met; null if all are. */
function findObstacle(
  { contrast, weekdayRatio, adjustedP }: RuledResult & { contrast: Ratio; adjustedP: number },
  side: Side,
  previous: RuledResult | null,
  { level, isFiltered }: LookRules,
): VerdictReason | null {
  if (isFiltered) return 'filtered'
  if (adjustedP > level) return 'above-level'
  if (!(side === 'more' ? contrast.ratio >= RELEVANT_RISE : contrast.ratio <= RELEVANT_FALL)) return 'weak'
  if (weekdayRatio !== null && !isOnSide(weekdayRatio, side)) return 'weekday'
  if (previous === null || previous.adjustedP === null || previous.adjustedP > LIKELY_P_BEFORE)
    return 'not-before'
  return previous.test?.side === side ? null : 'turned-round'
}

const isOnSide = (ratio: number, side: Side) => (side === 'more' ? ratio > 1 : ratio < 1)

export const isPattern = ({ verdict }: { readonly verdict: Verdict }) =>
  verdict === 'likely' || verdict === 'possible'
const isAnswer = ({ verdict }: { readonly verdict: Verdict }) =>
  verdict === 'no-clear-link' || verdict === 'not-sure-yet'

/** True if any exposure is a likely or possible link; null while nothing could be judged. */
export function wasPatternFound(findings: readonly { readonly verdict: Verdict }[]): boolean | null {
  if (findings.some(isPattern)) return true
  return findings.some(isAnswer) ? false : null
}

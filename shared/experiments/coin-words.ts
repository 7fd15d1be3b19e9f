/** Words and sentences about experiments with coins. All results use one template, so that none sounds more certain than another. */
import { type NumberFormats, plainNumbers } from '../locale/number-formats.ts'
import { type CoinSubject, getCoinAction } from './coin-actions.ts'
import { type CoinResult, getEarlyThreshold, getLevelAtEnd } from './coin-analysis.ts'
import { DAYS_PER_WEEK } from './simulated-trial.ts'

export const coinVerdictWords: Record<CoinResult['verdict'], string> = {
  helped: 'It helped',
  'not-settled': 'Not settled',
  'too-few': 'Too little to compare',
}

/** "12 weeks, a coin each evening". */
export function formatCoins(nights: number, actions: readonly CoinSubject[]): string {
  return `${nights / DAYS_PER_WEEK} weeks, a coin ${formatTimeOfCoins(actions)}`
}

/** Time at which the coins of some actions are shown: "each evening", "each morning", "each day". */
export function formatTimeOfCoins(actions: readonly CoinSubject[]): string {
  const times = new Set(actions.map(action => getCoinAction(action).decides))
  if (times.size > 1) return 'each day'
  return times.has('night') ? 'each evening' : 'each morning'
}

/** "loose bedding", "loose bedding and drinking early". */
export function formatActionNames(actions: readonly CoinSubject[]): string {
  const names = actions.map(action => getCoinAction(action).name)
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** Sentences about the result for one action; a field can be empty. */
export interface CoinSentences {
  /** "With loose bedding: a cramp on 9 of 41 nights. Without: 19 of 43." */
  readonly counts: string
  readonly verdict: string
  /** Unequally many unanswered nights. */
  readonly gaps: string
  readonly followed: string
}

/** @param formats number formats of the page; stored reports use the default, English text */
export function writeCoinSentences(
  subject: CoinSubject,
  result: CoinResult,
  formats: NumberFormats = plainNumbers,
): CoinSentences {
  const { name, decides } = getCoinAction(subject)
  const { with: withIt, without } = result
  const count = (number: number) => formats.number(number)
  const unitsOf = (number: number) => `${count(number)} ${number === 1 ? decides : `${decides}s`}`
  const open = (side: CoinResult['with']) => side.drawn - side.answered
  const told = withIt.followed + without.followed + withIt.notFollowed + without.notFollowed
  return {
    counts: `With ${name}: a cramp on ${count(withIt.cramps)} of ${unitsOf(withIt.answered)}. Without: ${count(without.cramps)} of ${count(without.answered)}.`,
    verdict: writeVerdictSentence(result),
    gaps: result.hasUnequalGaps
      ? `With it ${count(open(withIt))} of ${unitsOf(withIt.drawn)} went unanswered, without it ${count(open(without))} of ${count(without.drawn)}. If you answer less often after a cramp on one side, the result misleads.`
      : '',
    followed:
      told === 0
        ? ''
        : `You did as the coin said on ${count(withIt.followed + without.followed)} of the ${unitsOf(told)} you told about. The others count too, on the side of their coin.`,
  }
}

function writeVerdictSentence({ verdict, settledOn }: CoinResult): string {
  switch (verdict) {
    case 'helped':
      return settledOn === null
        ? 'It helped: chance alone rarely does this.'
        : 'It helped, and so clearly that the test could end early: chance alone rarely does this.'
    case 'not-settled':
      return 'The experiment does not settle it. It may help or not: this was too little to tell.'
    case 'too-few':
      return 'One side has fewer than five answered nights, so nothing can be compared.'
  }
}

/** Rule that decided and its figure, for a doctor and for the details: "p = 0.012 (one-sided, 0.025 or less counts)". */
export function formatCoinTest({ settledOn, evidence, pValue, actions }: CoinResult): string {
  if (settledOn !== null)
    return `Evidence ${evidence.toFixed(0)} against chance (e-value, ${getEarlyThreshold(actions)} or more counts).`
  if (pValue === null) return 'It ended before its planned end, so that only very clear evidence would count.'
  const p = pValue < 0.001 ? '< 0.001' : `= ${pValue.toFixed(3)}`
  return `Randomisation test: p ${p} (one-sided, ${getLevelAtEnd(actions).toFixed(4)} or less counts).`
}

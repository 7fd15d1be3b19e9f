/**
 * Answers at the top of Insights: likely links first, then the suspects with whatever verdict, then possible links. An
 * exposure that was not named and is "not sure yet" never appears here.
 */
import { type NumberFormats, plainNumbers } from '../locale/number-formats.ts'
import { type ComparedShares, doBarsMislead } from './compared-shares.ts'
import type { CrampRates, CrampTrend } from './cramp-rates.ts'
import type { Exposure } from './exposures/exposure.ts'
import { getExposureOf } from './exposures/exposures.ts'
import type { Finding, Findings, Ratio } from './finding.ts'
import { formatMissing } from './finding-sentences.ts'
import { countOf, formatPercent } from './sentence-parts.ts'

/** Answers shown at most; the sentence about the cramps themselves is the fifth. */
const MAX_ANSWERS = 4

export interface ShortAnswer {
  readonly finding: Finding
  readonly exposure: Exposure
  readonly isSuspect: boolean
  /** "Shoes with little arch support: cramps are about twice as likely." */
  readonly sentence: string
  /** Two bars with their counts; null where there is nothing to compare, or where the plain counts would mislead. */
  readonly bars: ShortBars | null
  /** Reason why the matched estimate is given instead of bars; empty where the bars are shown. */
  readonly caution: string
}

export interface ShortBars {
  readonly withIt: ShortBar
  readonly withoutIt: ShortBar
}

interface ShortBar {
  /** "With it", "With 2150 ml or more". */
  readonly label: string
  /** "a cramp on 39 of 67 days". */
  readonly counts: string
  /** Length of the bar, 0 to 1. */
  readonly share: number
}

export interface InShort {
  readonly answers: readonly ShortAnswer[]
  /** Likely links, suspects and possible links that are not among the answers. */
  readonly more: number
}

export interface InShortSource {
  readonly findings: Findings
  /** Keys of the exposures that the person suspects. */
  readonly suspects: ReadonlySet<string>
  readonly formats?: NumberFormats
}

export function makeInShort({ findings, suspects, formats = plainNumbers }: InShortSource): InShort {
  const isSuspect = ({ key }: Finding) => suspects.has(key)
  const ofVerdict = (verdict: Finding['verdict']) =>
    findings.findings.filter(finding => finding.verdict === verdict).toSorted(byStrength)
  const likely = ofVerdict('likely')
  const named = findings.findings.filter(finding => isSuspect(finding) && finding.verdict !== 'likely')
  const possible = ofVerdict('possible').filter(finding => !isSuspect(finding))
  const all = [...likely, ...named, ...possible]
  return {
    answers: all.slice(0, MAX_ANSWERS).map(finding => {
      const exposure = getExposureOf(finding)
      return {
        finding,
        exposure,
        isSuspect: isSuspect(finding),
        ...writeAnswer(finding, exposure, findings.outcome, formats),
      }
    }),
    more: Math.max(0, all.length - MAX_ANSWERS),
  }
}

/** Sentence about each of the person's own factors, in the order of the findings: "Stress: needs 12 more answered days." */
export const listOwnAnswers = (
  { findings, outcome }: Findings,
  formats: NumberFormats = plainNumbers,
): readonly string[] =>
  findings
    .filter(({ factor }) => factor !== null)
    .map(finding => writeAnswer(finding, getExposureOf(finding), outcome, formats).sentence)

const getStrength = ({ measurement: { contrast } }: Finding) =>
  contrast === null ? 0 : Math.abs(Math.log(contrast.ratio))
const byStrength = (one: Finding, other: Finding) => getStrength(other) - getStrength(one)

function writeAnswer(
  { verdict, measurement }: Finding,
  exposure: Exposure,
  outcome: Findings['outcome'],
  formats: NumberFormats,
): Pick<ShortAnswer, 'sentence' | 'bars' | 'caution'> {
  const { name } = exposure
  const { contrast, compared, missing } = measurement
  const nothing = { bars: null, caution: '' }
  if (verdict === 'does-not-vary')
    return { sentence: `${name}: the same on every day, so there is nothing to compare.`, ...nothing }
  if (verdict === 'need-more-data' || contrast === null) {
    const need =
      missing.length === 0 ? 'not enough days yet to say' : `needs ${formatMissing(missing, exposure)}`
    return { sentence: `${name}: ${need}.`, ...nothing }
  }
  const effect = describeTimes(contrast.ratio, outcome, formats)
  const given = exposure.scale.kind === 'yes-no' ? 'with it' : 'with more'
  const sentence = {
    likely: `${name}: ${given}, cramps are ${effect}.`,
    possible: `${name}: ${given}, cramps may be ${effect}. It may also be chance.`,
    'no-clear-link': `${name}: no clear link.`,
    'not-sure-yet': `${name}: too early to tell. It may matter a lot, or not at all.`,
  }[verdict]
  if (outcome === 'cramps' || compared === null) return { sentence, ...nothing }
  if (doBarsMislead(compared, contrast.ratio))
    return { sentence, bars: null, caution: writeCaution(compared, contrast, formats) }
  return { sentence, bars: makeBars(compared, exposure, contrast, formats), caution: '' }
}

function makeBars(
  { withIt, withoutIt, shareWith, shareWithout }: ComparedShares,
  exposure: Exposure,
  contrast: { readonly from: number | null; readonly to: number | null },
  formats: NumberFormats,
): ShortBars {
  const [label, labelWithout] = nameSides(exposure, contrast, formats)
  const count = ({ crampDays, days }: ComparedShares['withIt']) =>
    `a cramp on ${formats.number(crampDays)} of ${formats.number(days)} days`
  return {
    withIt: { label, counts: count(withIt), share: shareWith },
    withoutIt: { label: labelWithout, counts: count(withoutIt), share: shareWithout },
  }
}

/** Names of the compared days: "With it" and "Without it", or the two amounts. */
function nameSides(
  { scale }: Exposure,
  { from, to }: { readonly from: number | null; readonly to: number | null },
  formats: NumberFormats,
): readonly [string, string] {
  if (scale.kind === 'yes-no' || from === null || to === null) return ['With it', 'Without it']
  const none = from === 0 ? 'With none' : `With ${scale.format(from, formats)} or less`
  return [`With ${scale.format(to, formats)} or more`, none]
}

function writeCaution(
  { withIt, withoutIt }: ComparedShares,
  { ratio }: Ratio,
  formats: NumberFormats,
): string {
  const share = ({ crampDays, days }: ComparedShares['withIt']) => formatPercent(crampDays / days, formats)
  return (
    `The plain counts (${share(withIt)} of days with it, ${share(withoutIt)} without) mislead here: those days fell in ` +
    `different weeks, or at other hours. Comparing like days, cramps were ${describeTimes(ratio, 'cramp-days', formats)}.`
  )
}

/** Distance from 1 below which two risks are "about as likely", as a share. */
const NEGLIGIBLE_SHARE = 0.1
/** Relative distance from 2 and from a half within which "twice" and "half" are said. */
const ROUND_WITHIN = 0.1
const LARGEST_WRITTEN_RATIO = 20

/** A ratio as people say it: "about twice as likely", "about 40% less likely". */
export function describeTimes(
  ratio: number,
  outcome: Findings['outcome'],
  { number }: NumberFormats,
): string {
  const likely = outcome === 'cramp-days' ? 'likely' : 'frequent'
  const isNear = (value: number) => Math.abs(ratio / value - 1) <= ROUND_WITHIN
  if (Math.abs(ratio - 1) < NEGLIGIBLE_SHARE) return `about as ${likely}`
  if (ratio < 1) {
    if (isNear(0.5)) return `about half as ${likely}`
    const percent = Math.round((1 - ratio) * 100)
    return percent > 95 ? `far less ${likely}` : `about ${number(percent)}% less ${likely}`
  }
  if (ratio > LARGEST_WRITTEN_RATIO) return `more than ${number(LARGEST_WRITTEN_RATIO)} times as ${likely}`
  if (isNear(2)) return `about twice as ${likely}`
  return `about ${number(ratio, ratio < 5 ? 1 : 0)} times as ${likely}`
}

/** Rate from which cramps are counted per week, per 28 days: below it most weeks have none. */
const WEEKLY_FROM = 6

/** "About 3 cramps a week. No clear change." */
export function writeRateInShort(
  { cramps, trend }: CrampRates,
  formats: NumberFormats = plainNumbers,
): string {
  if (cramps === null) return 'How often you have cramps: not enough days yet to say.'
  const { per28Days } = cramps
  const isWeekly = per28Days >= WEEKLY_FROM
  const count = Math.round(isWeekly ? per28Days / 4 : per28Days)
  const rate =
    count === 0
      ? 'Hardly any cramps.'
      : `About ${countOf(count, 'cramp', formats)} ${isWeekly ? 'a week' : 'in 4 weeks'}.`
  return trend === null ? rate : `${rate} ${describeTrend(trend)}`
}

function describeTrend({ lower, upper }: CrampTrend): string {
  if (lower > 1) return 'They are becoming more frequent.'
  return upper < 1 ? 'They are becoming less frequent.' : 'No clear change.'
}

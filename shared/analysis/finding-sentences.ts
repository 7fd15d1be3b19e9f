/** Sentences of a finding. One template for all, so that no finding sounds surer than another. */

import { type NumberFormats, plainNumbers } from '../locale/number-formats.ts'
import type { Exposure } from './exposures/exposure.ts'
import type { Findings, Measurement, Ratio, Requirement, Verdict, VerdictReason } from './finding.ts'
import { formatPercent } from './sentence-parts.ts'

export const verdictWords: Record<Verdict, string> = {
  likely: 'Likely link',
  possible: 'Possible link',
  'no-clear-link': 'No clear link',
  'not-sure-yet': 'Not sure yet',
  'need-more-data': 'Need more data',
  'does-not-vary': 'Does not vary',
}

/** Meaning of a verdict, in one sentence. */
export const verdictMeanings: Record<Verdict, string> = {
  likely: 'Hardly chance, strong enough to matter, and on the same side four weeks before.',
  possible: 'It may be chance: in about 1 of 5 diaries where nothing matters, something looks like this.',
  'not-sure-yet':
    'Given how many things were looked at, the days so far could fit a strong link or none at all.',
  'no-clear-link': 'A doubling or a halving of the risk is unlikely. That is a result, too.',
  'does-not-vary': 'The same on every answered day: without a difference there is nothing to compare.',
  'need-more-data': 'A verdict has to wait until there is enough to compare, and four weeks are over.',
}

const verdictSentences: Record<Verdict, string> = {
  likely: 'A likely link.',
  possible:
    'A possible link. It may be chance: in about 1 of 5 diaries where nothing matters, something looks like this.',
  'no-clear-link': 'No clear link: a doubling or halving is unlikely.',
  'not-sure-yet': 'Not sure yet: the days so far could fit a link or none at all.',
  'need-more-data': 'Too early for a verdict: it is judged at the end of four weeks.',
  'does-not-vary': 'It does not vary in your diary, so nothing can be learned about it.',
}

/** Judged exposures from which one in twenty intervals that clear the middle by chance is to be expected. */
const ONE_BY_CHANCE_FROM = 10

/** The verdict with the reason that matters to the reader. */
function writeVerdictSentence({
  verdict,
  reason,
  familySize,
  formats = plainNumbers,
}: SentenceFacts): string {
  if (reason !== 'one-by-chance') return verdictSentences[verdict]
  const many = formats.number(familySize)
  return familySize < ONE_BY_CHANCE_FROM
    ? 'Not sure yet: the interval clears the middle, but chance alone can do that.'
    : `Not sure yet: the interval clears the middle, but one of ${many} would by chance.`
}

/** Largest ratio written as a number; above it the text is "more than 20". */
const LARGEST_WRITTEN_RATIO = 20

/** Relative change below which the text is "about as likely". */
const NEGLIGIBLE_SHARE = 0.05

/** `0.6`, `1.8`, `14`; at the ends `less than 0.1` and `more than 20`. */
export function formatRatio(value: number, { fixed }: NumberFormats = plainNumbers): string {
  if (value > LARGEST_WRITTEN_RATIO) return `more than ${fixed(LARGEST_WRITTEN_RATIO, 0)}`
  if (value < 0.05) return `less than ${fixed(0.1, 1)}`
  // A value that rounds to 10 is written as an integer, like everything above it.
  return fixed(value, value < 9.95 ? 1 : 0)
}

/** `0.9 to 3.4`; an open lower end is told as 0. */
export function formatLimits({ lower, upper }: Ratio, formats: NumberFormats = plainNumbers): string {
  const from = lower === null ? formats.fixed(0, 0) : formatRatio(lower, formats)
  return `${from} to ${formatRatio(upper ?? Number.POSITIVE_INFINITY, formats)}`
}

/**
 * An effect with its interval. A ratio below 1 is also written as a percentage; the ratio that the limits belong to is
 * always there: "about 40% less likely (0.6 times as likely, 95% CI 0.4 to 0.9)".
 */
export function formatEffect(
  effect: Ratio,
  outcome: Findings['outcome'] = 'cramp-days',
  formats: NumberFormats = plainNumbers,
): string {
  const word = outcome === 'cramp-days' ? 'likely' : 'frequent'
  const times = `${formatRatio(effect.ratio, formats)} times as ${word}`
  const interval = `95% CI ${formatLimits(effect, formats)}`
  if (Math.abs(effect.ratio - 1) < NEGLIGIBLE_SHARE) return `about as ${word} (${times}, ${interval})`
  if (effect.ratio > 1) return `${times} (${interval})`
  const percent = Math.round((1 - effect.ratio) * 100)
  return `about ${formats.number(percent)}% less ${word} (${times}, ${interval})`
}

const days = (count: number) => (count === 1 ? 'day' : 'days')

const requirementWords: Record<Requirement['what'], (missing: number) => string> = {
  'tracked-days': missing => `${missing} more answered ${days(missing)}`,
  'informative-events': missing => `${missing} more cramp ${days(missing)} to compare`,
  'days-with': missing => `${missing} more ${days(missing)} with it`,
  'days-without': missing => `${missing} more ${days(missing)} without it`,
  'distinct-values': missing => `${missing} more different ${missing === 1 ? 'amount' : 'amounts'}`,
  'days-without-cramp': missing => `${missing} more ${days(missing)} without a cramp`,
  'days-unlike-most': missing => `${missing} more ${days(missing)} with more or fewer cramps than most`,
  'answered-days': missing => `${missing} more ${days(missing)} marked as without a cramp`,
}
const countedWords: Partial<typeof requirementWords> = {
  'days-with': missing => `${missing} more ${days(missing)} with much of it`,
  'days-without': missing => `${missing} more ${days(missing)} with little of it`,
}

/** "12 more tracked days, 3 more days with it". */
export function formatMissing(missing: readonly Requirement[], { scale }: Pick<Exposure, 'scale'>): string {
  const words = scale.kind === 'amount' ? { ...requirementWords, ...countedWords } : requirementWords
  return missing.map(({ what, have, need }) => words[what](need - have)).join(', ')
}

export interface SentenceFacts {
  readonly exposure: Exposure
  readonly measurement: Measurement
  readonly verdict: Verdict
  readonly reason: VerdictReason
  /** Exposures judged at the last checkpoint. */
  readonly familySize: number
  readonly outcome: Findings['outcome']
  /** Formats of numbers and volumes; plain by default. */
  readonly formats?: NumberFormats
}

/** Counts, effect, basis, verdict, and that a link is no cause: the same order for every finding. */
export function writeFindingSentence(facts: SentenceFacts): string {
  const { verdict, measurement } = facts
  if (verdict === 'does-not-vary') return verdictSentences[verdict]
  if (verdict === 'need-more-data' && measurement.missing.length > 0) return needMore(facts)
  if (measurement.estimate === null) return needMore(facts)
  return [writeCountsSentence(facts), describeEffect(facts), writeVerdictSentence(facts), NO_CAUSE]
    .filter(Boolean)
    .join(' ')
}

const NO_CAUSE = 'This shows a link, not a cause.'

function needMore({ exposure, measurement: { missing } }: SentenceFacts): string {
  return missing.length === 0
    ? `Nothing can be said yet: it did not differ between the days that are compared. Log ${exposure.toLog}.`
    : `Not enough yet: ${formatMissing(missing, exposure)}. Log ${exposure.toLog}.`
}

function writeCountsSentence({
  exposure: { scale, windowWords },
  measurement: { compared },
  outcome,
  formats = plainNumbers,
}: SentenceFacts): string {
  // Counted cramps are not compared by shares of days.
  if (outcome === 'cramps') return ''
  // At the person's usual hour no stratum may have both sides; the effect still holds the comparison.
  if (scale.kind !== 'yes-no' || compared === null) return ''
  const { withIt, withoutIt } = compared
  return (
    `On answered days with ${scale.present} in the ${windowWords}, you had a cramp on ` +
    `${formatShare(withIt, formats)}; on similar days without, on ${formatShare(withoutIt, formats)}.`
  )
}

function formatShare({ crampDays, days: all }: { crampDays: number; days: number }, formats: NumberFormats) {
  const counts = `${formats.number(crampDays)} of ${formats.number(all)} ${days(all)}`
  return all === 0 ? counts : `${counts} (${formatPercent(crampDays / all, formats)})`
}

function describeEffect({ exposure, measurement, outcome, formats = plainNumbers }: SentenceFacts): string {
  const { scale, windowWords } = exposure
  const { estimate, contrast } = measurement
  if (estimate === null) return ''
  const counted =
    outcome === 'cramps' ? 'You have cramps on most days, so cramps were counted, not days. ' : ''
  const matched = `${counted}Matched within the same 8 weeks and work or off days, cramps were`
  const basis = `${writeBasisSentence(measurement, outcome, formats)}.`
  const effect = formatEffect(estimate, outcome, formats)
  if (scale.kind === 'yes-no') return `${matched} ${effect}. ${basis}`
  const perStep = `${matched} ${effect} per ${scale.stepWords(formats)} more in the ${windowWords}`
  if (contrast === null || contrast.from === null || contrast.to === null) return `${perStep}. ${basis}`
  if (scale.isUnitStep === true)
    return `${matched} ${formatEffect(contrast, outcome, formats)} with ${scale.format(contrast.to, formats)} in the ${windowWords} against ${scale.format(contrast.from, formats)}. ${basis}`
  const range = `with ${scale.format(contrast.to, formats)} against ${scale.format(contrast.from, formats)}`
  return `${perStep}; ${range}, ${formatEffect(contrast, outcome, formats)}. ${basis}`
}

/** Sizes of the compared groups: "31 cramp days, 80 comparison days". With counted cramps, every day is in both. */
export function writeBasisSentence(
  { events, comparisonDays, trackedDays }: Pick<Measurement, 'events' | 'comparisonDays' | 'trackedDays'>,
  outcome: Findings['outcome'],
  { number }: Pick<NumberFormats, 'number'> = plainNumbers,
): string {
  return outcome === 'cramps'
    ? `The cramps of ${number(trackedDays)} answered ${days(trackedDays)}`
    : `${number(events)} cramp ${days(events)}, ${number(comparisonDays)} comparison ${days(comparisonDays)}`
}

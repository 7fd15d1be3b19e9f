/** Words and sentences of the forest plot and its lists. */

import type { Exposure } from '../../../shared/analysis/exposures/exposure.ts'
import { getExposureOf } from '../../../shared/analysis/exposures/exposures.ts'
import type { Exclusion, Finding, Findings, Verdict } from '../../../shared/analysis/finding.ts'
import {
  formatMissing,
  verdictWords,
  writeFindingSentence,
} from '../../../shared/analysis/finding-sentences.ts'
import type { Forest, ForestRow, LackingRow } from '../../../shared/analysis/forest-plot.ts'
import { countOf } from '../../../shared/analysis/sentence-parts.ts'
import type { NumberFormats } from '../../../shared/locale/number-formats.ts'
import { formatNumber } from '../../data/format.ts'

/**
 * What is counted: days with a cramp, or the cramps themselves where nearly every day has one. Every number of a finding
 * speaks of the one or the other.
 */
export interface OutcomeWords {
  /** Completes "1.8 ...". */
  readonly times: string
  readonly timesTitle: string
  /** Completes "Times as likely ...". */
  readonly what: string
  readonly fewer: string
  readonly more: string
}

export const outcomeWords: Record<Findings['outcome'], OutcomeWords> = {
  'cramp-days': {
    times: 'times as likely',
    timesTitle: 'Times as likely',
    what: 'is a day with a cramp',
    fewer: 'fewer days with a cramp',
    more: 'more days with a cramp',
  },
  cramps: {
    times: 'times as frequent',
    timesTitle: 'Times as frequent',
    what: 'are cramps',
    fewer: 'fewer cramps',
    more: 'more cramps',
  },
}

/** The sentence of a finding, in the numbers and units of the person. */
export function tellFinding(finding: Finding, outcome: Findings['outcome'], formats: NumberFormats): string {
  const { measurement, verdict, reason, checkpoint } = finding
  const exposure = getExposureOf(finding)
  const familySize = checkpoint?.familySize ?? 0
  return writeFindingSentence({ exposure, measurement, verdict, reason, familySize, outcome, formats })
}

/** The verdict in a row of the plot, with the reason where its interval clears the middle all the same. */
export function describeVerdict({ verdict, reason, checkpoint }: Finding): string {
  const words = verdictWords[verdict]
  return reason === 'one-by-chance' && checkpoint !== null
    ? `${words}: 1 of ${formatNumber(checkpoint.familySize)} would by chance`
    : words
}

const exclusionWords: Record<Exclusion['reason'], (count: number) => string> = {
  travel: count => `${countNoun(count, 'cramp day')} of travel: the clock was far from your usual one`,
  'case-not-covered': count => `${countNoun(count, 'cramp day')}, because the hours before are unknown`,
  'onset-unclear': count => `${countNoun(count, 'cramp')}: onset not known well enough`,
  'no-referents': count => `${countNoun(count, 'cramp day')} without another day to compare with`,
  'referent-windows-not-covered': count =>
    `${countNoun(count, 'comparison')} with other days, because hours of those are unknown`,
  'onset-assumed': count =>
    `${countNoun(count, 'cramp')} known only as “in the night”: counted, at your usual hour`,
  'mostly-retrospective': count =>
    `${countNoun(count, 'cramp')} with the hours before mostly written down afterwards: counted`,
}
const countNoun = (count: number, noun: string) => countOf(count, noun, { number: formatNumber })

export const describeExclusion = ({ reason, count }: Exclusion): string => exclusionWords[reason](count)

/** The answer to "All things compared". */
export function describeForest({ rows, lacking, constant }: Forest, outcome: Findings['outcome']): string {
  const counted =
    outcome === 'cramps' ? ' You have cramps on most days, so cramps are counted here, not days.' : ''
  return `${describeLinks({ rows, lacking, constant })}${counted}`
}

function describeLinks({ rows, lacking, constant }: Forest): string {
  if (rows.length === 0) return 'Nothing can be said yet. Below is what each question still needs.'
  const ofVerdict = (verdict: Verdict) => rows.filter(({ finding }) => finding.verdict === verdict)
  const links = [
    { words: 'Likely linked', found: ofVerdict('likely') },
    { words: 'Possibly linked', found: ofVerdict('possible') },
  ].filter(({ found }) => found.length > 0)
  const all = rows.length + lacking.length + constant.length
  const cleared = ofVerdict('no-clear-link').length
  const none =
    cleared === 0 ? '' : `No clear link with ${countNoun(cleared, links.length === 0 ? 'thing' : 'other')}. `
  const rest = `${none}${formatNumber(rows.length)} of ${formatNumber(all)} things have enough days to tell.`
  if (links.length === 0) return `Nothing stands out yet. ${rest}`
  return `${links.map(({ words, found }) => `${words}: ${joinWords(found.map(nameLink))}.`).join(' ')} ${rest}`
}

/** "tight shoes (more cramps)": which way it goes is said for each. */
function nameLink({ exposure, effect }: ForestRow): string {
  const way = effect.ratio > 1 ? 'more cramps' : 'fewer cramps'
  return `${lowerFirst(exposure.name)} (${exposure.scale.kind === 'amount' ? `the more, the ${way}` : way})`
}

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
const joinWords = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** Advice on the entries still needed before an exposure can be measured. */
export function describeNeed(
  { exposure, missing, finding }: LackingRow,
  outcome: Findings['outcome'],
  formats: NumberFormats,
): string {
  const log = `Log ${exposure.toLog}`
  const days = missing.find(({ what }) => what === 'tracked-days')
  if (days !== undefined) return `${log}, on ${countDays(days.need - days.have)}.`
  if (missing.length > 0) return `${log}: ${formatMissing(missing, exposure)}.`
  return tellFinding(finding, outcome, formats)
}

const countDays = (count: number) => `${formatNumber(count)} more ${count === 1 ? 'day' : 'days'}`

/** "minutes", "with it": how the bars of the dose-response are told apart. */
export const getDoseTitle = ({ scale, windowWords }: Exposure): string =>
  scale.kind === 'yes-no'
    ? `Days without and with it, in the ${windowWords}`
    : `Days by how much of it, in the ${windowWords}`

/** Words and sentences about experiments. All results use one template, so that none sounds more certain than another. */

import { formatEffect } from '../analysis/finding-sentences.ts'
import { capitalize } from '../locale/capitalize.ts'
import { type NumberFormats, plainNumbers } from '../locale/number-formats.ts'
import type { ExperimentResult } from './analysis.ts'
import { type ExperimentDesign, getLengthDays, WITH, WITHOUT } from './design.ts'
import { type TrialId, trials } from './trials.ts'
import type { ExperimentView } from './view.ts'

export const experimentVerdictWords: Record<ExperimentResult['verdict'], string> = {
  fewer: 'Fewer cramps with it',
  more: 'More cramps with it',
  'not-settled': 'Not settled',
  'too-few': 'No result',
}

export const stateWords: Record<ExperimentView['state'], string> = {
  upcoming: 'About to begin',
  running: 'Under way',
  stopped: 'Ended early',
  finished: 'Finished',
}

const DAYS_PER_WEEK = 7

/** Design in words: "12 weeks, in 2-day periods", "12 weeks, in pairs of weeks". */
export function formatDesign(design: ExperimentDesign): string {
  const weeks = `${getLengthDays(design) / DAYS_PER_WEEK} weeks`
  if (design.scheme === 'paired') return `${weeks}, in pairs of weeks`
  return `${weeks}, in ${formatPeriodLength(design)} periods`
}

function formatPeriodLength({ periodDays }: ExperimentDesign): string {
  return periodDays % DAYS_PER_WEEK === 0 ? `${periodDays / DAYS_PER_WEEK}-week` : `${periodDays}-day`
}

/** Sentence about the washout days; empty if the design has none. */
export function writeWashoutSentence({ washoutDays }: ExperimentDesign): string {
  if (washoutDays === 0) return ''
  const days = washoutDays === 1 ? 'first day' : `first ${washoutDays} days`
  return `The ${days} of each period will not count, so that the effect of the period before can wear off.`
}

/** A power rounded to 5%, because simulated values are no more precise: "less than 5%", "about 40%", "more than 95%". */
export function formatChance(chance: number): string {
  const percent = Math.round(chance * 20) * 5
  if (percent < 5) return 'less than 5%'
  return percent > 95 ? 'more than 95%' : `about ${percent}%`
}

/** Simple fractions in which a chance is said. */
const fractions: readonly (readonly [count: number, of: number])[] = [
  [1, 10],
  [1, 5],
  [1, 4],
  [1, 3],
  [2, 5],
  [1, 2],
  [3, 5],
  [2, 3],
  [3, 4],
  [4, 5],
  [9, 10],
  [19, 20],
]

/** A chance as people say it, by the nearest simple fraction: "2 times in 3", "less than 1 time in 10". */
export function formatTimesIn(chance: number): string {
  if (chance < 0.075) return 'less than 1 time in 10'
  const distance = ([count, of]: readonly [number, number]) => Math.abs(count / of - chance)
  const [count, of] = fractions.toSorted((a, b) => distance(a) - distance(b))[0] ?? [1, 10]
  return `${count} ${count === 1 ? 'time' : 'times'} in ${of}`
}

/** Phrase for a rate ratio of the power table. */
export function formatRateRatio(rateRatio: number): string {
  if (rateRatio > 0.6) return 'a third fewer cramps'
  return rateRatio > 0.4 ? 'half the cramps' : 'two thirds fewer cramps'
}

/** Sentences about the result of an experiment, one or two per field; a field can be empty. */
export interface ResultSentences {
  readonly counts: string
  readonly certainty: string
  readonly leftOut: string
}

/** @param formats number formats of the page; stored reports use the default, English text */
export function writeResultSentences(
  subject: TrialId,
  result: ExperimentResult,
  formats: NumberFormats = plainNumbers,
): ResultSentences {
  return {
    counts: writeCountsSentence(subject, result, formats),
    certainty: writeCertaintySentence(result, formats),
    leftOut: writeExclusionSentence(result),
  }
}

function writeCountsSentence(subject: TrialId, result: ExperimentResult, formats: NumberFormats): string {
  const { arms } = trials[subject]
  if (result.with.days === 0 && result.without.days === 0)
    return 'Not enough days were answered, so this experiment has no result.'
  const counts = `${capitalize(arms[WITH].name)}, ${formatCount(result.with, formats)}; ${arms[WITHOUT].name}, ${formatCount(result.without, formats)}.`
  const ratio = result.effect?.rateRatio ?? null
  if (result.effect === null || ratio === null) return counts
  const { lower, upper } = result.effect
  return `${counts} Cramps were ${formatEffect({ ratio, lower, upper }, 'cramps', formats)} ${arms[WITH].name}.`
}

const formatCount = ({ cramps, days }: ExperimentResult['with'], formats: NumberFormats) =>
  days === 0
    ? 'no days that could be compared'
    : `${count(cramps, 'cramp')} on ${count(days, 'day')} (${formats.fixed((DAYS_PER_WEEK * cramps) / days, 1)} a week)`

function writeCertaintySentence({ verdict, test, effect }: ExperimentResult, formats: NumberFormats): string {
  if (test === null) return 'Each half needs at least one period with enough answered days.'
  const chance = `If it made no difference, ${formatShareOfOrders(test.pValue, formats)} of the orders that could have been drawn would look as different as this`
  return verdict === 'not-settled'
    ? `The experiment does not settle it. ${chance}. It may help or not: this was not enough to tell.`
    : `${chance}. Because chance decided what you did when, this is more than two things happening together. It is true for you, not for others.${writeWideIntervalSentence(effect)}`
}

/**
 * Sentence for a settled experiment whose interval still includes 1: with few cramps, the permutation test and the interval
 * can disagree.
 */
function writeWideIntervalSentence(effect: ExperimentResult['effect']): string {
  if (effect === null) return ''
  const holdsNone = effect.lower < 1 && (effect.upper === null || effect.upper > 1)
  return holdsNone
    ? ' How large the difference is remains open: its range is wide and still includes no difference at all.'
    : ''
}

/** A p value as a percentage: "3%", "less than 1%". */
function formatShareOfOrders(pValue: number, formats: NumberFormats): string {
  if (pValue < 0.01) return 'less than 1%'
  // One decimal: 4.6% rounded to a whole number would read like the limit of 5%.
  return pValue < 0.1 ? `${formats.fixed(100 * pValue, 1)}%` : `${Math.round(100 * pValue)}%`
}

function writeExclusionSentence({ periods }: ExperimentResult): string {
  const dropped = periods.filter(({ isCompared }) => !isCompared).length
  if (dropped === 0) return ''
  const were = dropped === 1 ? 'period was' : 'periods were'
  const their = dropped === 1 ? 'its' : 'their'
  return `${dropped} ${were} left out, because fewer than half of ${their} days count: kept to, answered, and with cramps known.`
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`

/** Summaries of experiments for the doctor's report. */
import { z } from 'zod'
import type { Period } from '../kinds/period.ts'
import { calendarDateField } from '../kinds/schemas.ts'
import { addDays, type CalendarDate } from '../time/calendar-date.ts'
import { experimentResult } from './analysis.ts'
import { type CoinSummary, formatCoinSummary } from './coin-summary.ts'
import { trials } from './trials.ts'
import type { ExperimentView } from './view.ts'
import { experimentVerdictWords, formatDesign, writeResultSentences } from './words.ts'

export const experimentSummary = z.strictObject({
  /** "Does stretching before bed keep cramps away?" */
  question: z.string(),
  /** "12 weeks, in 1-week periods" */
  design: z.string(),
  fromDate: calendarDateField,
  /** Last day that could count. */
  toDate: calendarDateField,
  endedEarly: z.boolean(),
  /** "Fewer cramps with it" */
  verdict: z.string(),
  sentences: z.array(z.string()),
  with: experimentResult.shape.with,
  without: experimentResult.shape.without,
  effect: experimentResult.shape.effect,
  pValue: z.number().nullable(),
})
export type ExperimentSummary = z.infer<typeof experimentSummary>

/** Summary of a running experiment. It has no results, because the arms are not compared before the end. */
export const experimentUnderWay = experimentSummary.pick({
  question: true,
  design: true,
  fromDate: true,
  toDate: true,
})
export type ExperimentUnderWay = z.infer<typeof experimentUnderWay>

/** Summaries of the experiments that have a result and overlap the period, oldest first. */
export function listFinishedExperiments(
  experiments: readonly ExperimentView[],
  { fromDate, toDate }: Period,
): ExperimentSummary[] {
  return experiments
    .flatMap(summarize)
    .filter(summary => summary.fromDate <= toDate && summary.toDate >= fromDate)
    .toSorted((a, b) => a.fromDate.localeCompare(b.fromDate))
}

/** Running experiments that began by the end of the period. */
export function listRunningExperiments(
  experiments: readonly ExperimentView[],
  { toDate }: Pick<Period, 'toDate'>,
): ExperimentUnderWay[] {
  return experiments
    .filter(({ state, firstDate }) => state === 'running' && firstDate <= toDate)
    .map(({ subject, design, firstDate, lastDate }) => ({
      question: trials[subject].question,
      design: formatDesign(design),
      fromDate: firstDate,
      toDate: lastDate,
    }))
}

/** Experiment as printed in a report. */
export interface ReportedExperiment {
  readonly question: string
  readonly fromDate: CalendarDate
  readonly toDate: CalendarDate
  /** Design and result, or a note that it is still running. */
  readonly text: string
}

/** Text of each experiment, finished ones first. */
export function formatExperiments(
  done: readonly ExperimentSummary[],
  underWay: readonly ExperimentUnderWay[],
  coins: readonly CoinSummary[] = [],
): ReportedExperiment[] {
  return [
    ...done.map(summary => ({ ...pickHead(summary), text: formatSummary(summary) })),
    ...coins.map(summary => ({ ...pickHead(summary), text: formatCoinSummary(summary) })),
    ...underWay.map(one => ({ ...pickHead(one), text: `${one.design}. Under way; compared at its end.` })),
  ]
}

const pickHead = ({ question, fromDate, toDate }: ExperimentUnderWay) => ({ question, fromDate, toDate })

/** Text for a doctor: design, verdict, the sentence with counts and effect, and the p value in place of the plain words. */
function formatSummary({ design, verdict, endedEarly, sentences, pValue }: ExperimentSummary): string {
  const ended = endedEarly ? ', ended early' : ''
  const test = pValue === null ? '' : ` Permutation test of the order drawn: p ${formatPValue(pValue)}.`
  return `${design}${ended}. ${verdict}. ${sentences[0] ?? ''}${test}`
}

const formatPValue = (pValue: number) => (pValue < 0.001 ? '< 0.001' : `= ${pValue.toFixed(3)}`)

function summarize({ subject, design, firstDate, lastDate, stop, result }: ExperimentView) {
  if (result === null) return []
  return [
    {
      question: trials[subject].question,
      design: formatDesign(design),
      fromDate: firstDate,
      toDate: stop === null ? lastDate : addDays(stop.on, -1),
      endedEarly: stop !== null,
      verdict: experimentVerdictWords[result.verdict],
      sentences: Object.values(writeResultSentences(subject, result)).filter(sentence => sentence !== ''),
      with: result.with,
      without: result.without,
      effect: result.effect,
      pValue: result.test?.pValue ?? null,
    },
  ]
}

/** What a report tells of the experiments of its period. */
import { z } from 'zod'
import type { Period } from '../kinds/period.ts'
import { calendarDateField } from '../kinds/schemas.ts'
import { addDays, type CalendarDate } from '../time/calendar-date.ts'
import { experimentResult } from './analysis.ts'
import { trials } from './trials.ts'
import type { ExperimentView } from './view.ts'
import { describeDesign, verdictWords, writeResult } from './words.ts'

export const experimentSummary = z.strictObject({
  /** "Does stretching before bed keep cramps away?" */
  question: z.string(),
  /** "12 weeks, in 1-week periods" */
  design: z.string(),
  fromDate: calendarDateField,
  /** The last day that could count. */
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

/** What a report tells of one that is going on: nothing is compared before the end. */
export const experimentUnderWay = experimentSummary.pick({
  question: true,
  design: true,
  fromDate: true,
  toDate: true,
})
export type ExperimentUnderWay = z.infer<typeof experimentUnderWay>

/** The experiments with a result of which a part lies within the period, the oldest first. */
export function summarizeExperiments(
  experiments: readonly ExperimentView[],
  { fromDate, toDate }: Period,
): ExperimentSummary[] {
  return experiments
    .flatMap(summarize)
    .filter(summary => summary.fromDate <= toDate && summary.toDate >= fromDate)
    .toSorted((a, b) => a.fromDate.localeCompare(b.fromDate))
}

/** The experiments that are going on, and had begun by the end of the period. */
export function listUnderWay(
  experiments: readonly ExperimentView[],
  { toDate }: Pick<Period, 'toDate'>,
): ExperimentUnderWay[] {
  return experiments
    .filter(({ state, firstDate }) => state === 'running' && firstDate <= toDate)
    .map(({ subject, design, firstDate, lastDate }) => ({
      question: trials[subject].question,
      design: describeDesign(design),
      fromDate: firstDate,
      toDate: lastDate,
    }))
}

/** An experiment as a line of a report. */
export interface ExperimentLine {
  readonly question: string
  readonly fromDate: CalendarDate
  readonly toDate: CalendarDate
  /** Its design and what came of it, or that it is not over. */
  readonly text: string
}

/** Those that are over first. */
export function writeExperiments(
  done: readonly ExperimentSummary[],
  underWay: readonly ExperimentUnderWay[],
): ExperimentLine[] {
  return [
    ...done.map(summary => ({ ...pickHead(summary), text: describeSummary(summary) })),
    ...underWay.map(one => ({ ...pickHead(one), text: `${one.design}. Under way; compared at its end.` })),
  ]
}

const pickHead = ({ question, fromDate, toDate }: ExperimentUnderWay) => ({ question, fromDate, toDate })

/** The first sentence has the counts and the effect; how sure it is stands here as a doctor reads it. */
function describeSummary({ design, verdict, endedEarly, sentences, pValue }: ExperimentSummary): string {
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
      design: describeDesign(design),
      fromDate: firstDate,
      toDate: stop === null ? lastDate : addDays(stop.on, -1),
      endedEarly: stop !== null,
      verdict: verdictWords[result.verdict],
      sentences: Object.values(writeResult(subject, result)).filter(sentence => sentence !== ''),
      with: result.with,
      without: result.without,
      effect: result.effect,
      pValue: result.test?.pValue ?? null,
    },
  ]
}

/** Summaries of experiments with coins for the doctor's report, one per action, and their marks on the time axis. */
import { z } from 'zod'
import type { TimelineMark } from '../analysis/timeline-marks.ts'
import type { Period } from '../kinds/period.ts'
import { calendarDateField } from '../kinds/schemas.ts'
import { addDays, type CalendarDate } from '../time/calendar-date.ts'
import { getCoinAction } from './coin-actions.ts'
import { coinResult } from './coin-analysis.ts'
import { type CoinView, getEndDate } from './coin-view.ts'
import {
  coinVerdictWords,
  formatActionNames,
  formatCoins,
  formatCoinTest,
  writeCoinSentences,
} from './coin-words.ts'

export const coinSummary = z.strictObject({
  /** "Does room for the feet in bed keep cramps away?" */
  question: z.string(),
  /** "12 weeks, a coin each evening" */
  design: z.string(),
  fromDate: calendarDateField,
  /** Last night that could count. */
  toDate: calendarDateField,
  /** Stopped by the person or by a warning sign. */
  endedEarly: z.boolean(),
  /** "It helped" */
  verdict: z.string(),
  sentences: z.array(z.string()),
  /** "Randomisation test: p = 0.012 (one-sided, 0.0250 or less counts)." */
  test: z.string(),
  result: coinResult,
})
export type CoinSummary = z.infer<typeof coinSummary>

/** Summaries of the actions that have a result and overlap the period, oldest first. */
export function listFinishedCoins(coins: readonly CoinView[], { fromDate, toDate }: Period): CoinSummary[] {
  return coins
    .flatMap(summarize)
    .filter(summary => summary.fromDate <= toDate && summary.toDate >= fromDate)
    .toSorted((a, b) => a.fromDate.localeCompare(b.fromDate))
}

/** Actions without a result of running experiments that began by the end of the period. */
export function listRunningCoins(coins: readonly CoinView[], { toDate }: Pick<Period, 'toDate'>) {
  return coins
    .filter(({ state, firstDate }) => state === 'running' && firstDate <= toDate)
    .flatMap(({ actions, nights, firstDate, lastDate }) =>
      actions
        .filter(({ result }) => result === null)
        .map(subject => ({
          question: getCoinAction(subject).question,
          design: formatCoins(nights, [subject]),
          fromDate: firstDate,
          toDate: lastDate,
        })),
    )
}

function summarize({ actions, nights, firstDate, lastDate, stop }: CoinView): CoinSummary[] {
  const end: CalendarDate = stop === null ? lastDate : addDays(stop.on, -1)
  return actions.flatMap(({ result, ...subject }) => {
    if (result === null) return []
    return [
      {
        question: getCoinAction(subject).question,
        design: formatCoins(nights, [subject]),
        fromDate: firstDate,
        toDate: result.settledOn ?? end,
        endedEarly: stop !== null && result.settledOn === null,
        verdict: coinVerdictWords[result.verdict],
        sentences: Object.values(writeCoinSentences(subject, result)).filter(sentence => sentence !== ''),
        test: formatCoinTest(result),
        result,
      },
    ]
  })
}

/** Text for a doctor: design, verdict, counts, the test in place of the plain words, and unequal gaps. */
export function formatCoinSummary({ design, endedEarly, verdict, sentences, test, result }: CoinSummary) {
  const ended = endedEarly ? ', ended early' : ''
  const gaps = result.hasUnequalGaps ? ` ${sentences[2] ?? ''}` : ''
  return `${design}${ended}. ${verdict}. ${sentences[0] ?? ''} ${test}${gaps}`
}

/** Timeline marks at the start and end of each experiment; none for one that was stopped before its first day. */
export const listCoinMarks = (coins: readonly CoinView[]): TimelineMark[] => coins.flatMap(listStartAndEnd)

function listStartAndEnd(view: CoinView): TimelineMark[] {
  const { actions, firstDate, state, stop } = view
  if (state === 'upcoming' || (stop !== null && stop.on < firstDate)) return []
  const name = `a coin decides about ${formatActionNames(actions)}`
  const markOf = (date: CalendarDate, change: 'start' | 'end'): TimelineMark => ({
    kind: 'experiment',
    date,
    name,
    change,
  })
  const start = markOf(firstDate, 'start')
  return state === 'running' ? [start] : [start, markOf(getEndDate(view), 'end')]
}

/** Plan of a history import, and its description for the person. */
import { createHash } from 'node:crypto'
import { type AnsweredInterpretation, answerQuestions, toAnswers } from '../../../shared/history/answering.ts'
import { pickExamples } from '../../../shared/history/examples.ts'
import type { Answers, LeftOut } from '../../../shared/history/history.ts'
import type { MonthCounts, ReadyHistory } from '../../../shared/history-calls.ts'
import { calendarDate, type Moment } from '../../../shared/time/moment.ts'
import type { OnStep } from '../../jobs/job.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import { type HistoryPlan, listLeftOut, type SourceKey } from './history-plan.ts'
import { historyStore } from './history-store.ts'
import type { HistoryReader } from './reader.ts'

/** Scan of the chosen files, with the reader that interprets it. */
export interface ScannedHistory {
  readonly reader: HistoryReader<unknown>
  readonly scan: unknown
}

export interface PlanOrder {
  readonly answers: Answers
  readonly now: Moment
  /** IANA zone of the computer. */
  readonly timeZone: string
}

export interface PlannedHistory extends AnsweredInterpretation {
  readonly reader: HistoryReader<unknown>
  readonly source: SourceKey
  readonly plan: HistoryPlan
  /** Records that cannot be entries, by the reader and by the rules of the journal. */
  readonly leftOut: readonly LeftOut[]
  /** Hash over the source, the answers, the entries and their fates. */
  readonly token: string
}

export function planWithAnswers(
  journal: JournalStore,
  { answers, now, timeZone }: PlanOrder,
  { reader, scan }: ScannedHistory,
  onStep: OnStep,
): PlannedHistory {
  const context = {
    ...{ now, timeZone },
    lists: journal.ownThings.getLists(),
    ownFactors: journal.ownFactors.list(),
    shoes: journal.shoes.list(),
  }
  const answered = answerQuestions(
    given => reader.interpret(scan, given, context),
    answers,
    historyStore.getAnswers(journal, reader.id),
  )
  const { interpretation, given } = answered
  const { entries } = interpretation
  const source = { reader: reader.id, name: reader.name ?? interpretation.sourceName ?? '' }
  const plan = historyStore.plan(journal, source, entries, now, onStep)
  const token = createHash('sha256')
    .update(JSON.stringify([source, toAnswers(given), plan.token]))
    .digest('hex')
  return {
    ...answered,
    reader,
    source,
    plan,
    leftOut: [...interpretation.leftOut, ...listLeftOut(entries, plan)],
    token,
  }
}

export function describePlan(planned: PlannedHistory): ReadyHistory {
  const { reader, source, interpretation, given, isAnswered, leftOut, token } = planned
  return {
    state: 'ready',
    source: source.name,
    reads: reader.reads,
    questions: interpretation.questions.map(({ suggested: _suggested, ...question }) => {
      const answer = given.get(question.id)
      return {
        ...question,
        given: answer?.value ?? null,
        from: answer?.from ?? null,
      }
    }),
    isAnswered,
    months: countMonths(planned),
    leftOut: countWords(leftOut.map(({ reason }) => reason)),
    ignored: Array.from(interpretation.ignored, ([what, count]) => ({ what, count })),
    notes: interpretation.notes,
    examples: pickExamples(interpretation.entries),
    plan: token,
  }
}

/** Entries by month and kind, oldest first. */
function countMonths({ interpretation, plan }: PlannedHistory): MonthCounts[] {
  const counts = new Map<string, MonthCounts>()
  for (const [index, { fate }] of plan.fates.entries()) {
    const draft = interpretation.entries[index]?.draft
    if (fate === 'left-out' || draft === undefined) continue
    const month = calendarDate(draft).slice(0, 'YYYY-MM'.length)
    const { kind } = draft
    const key = `${month} ${kind}`
    const before = counts.get(key) ?? { month, kind, new: 0, same: 0, updated: 0, kept: 0 }
    counts.set(key, { ...before, [fate]: before[fate] + 1 })
  }
  return [...counts.values()].sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))
}

/** Number of records by reason, most frequent first. */
const countWords = (words: readonly string[]): { what: string; count: number }[] =>
  Array.from(
    Map.groupBy(words, word => word),
    ([what, same]) => ({ what, count: same.length }),
  ).sort((a, b) => b.count - a.count)

/**
 * Stores a plan, inside a transaction of the caller.
 *
 * @param onStep called with the entries stored
 */
export function storePlan(
  journal: JournalStore,
  { source, given, plan }: PlannedHistory,
  now: Moment,
  onStep: OnStep,
): StoredImport {
  const stored = historyStore.store(journal, { source, plan, answers: toAnswers(given), now, onStep })
  const countOf = (wanted: 'new' | 'updated') => plan.fates.filter(({ fate }) => fate === wanted).length
  return { ...stored, added: countOf('new'), updated: countOf('updated') }
}

export interface StoredImport {
  readonly importId: number
  readonly sourceId: number
  readonly added: number
  readonly updated: number
}

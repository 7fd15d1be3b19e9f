/** Collects an interpretation record by record: entries, what is left out and why, questions and notes. */
import { calendarDate, type Moment } from '../time/moment.ts'
import { clockTime } from '../time/time-zone.ts'
import type {
  Answer,
  Answers,
  HistoryContext,
  HistoryEntry,
  HistoryQuestion,
  Interpretation,
  LeftOut,
} from './history.ts'

/** A moment as the list of left-out records shows it: `2026-03-12 23:10`. */
export const writeMoment = (moment: Moment): string => `${calendarDate(moment)} ${clockTime(moment)}`

export interface Collector {
  readonly context: HistoryContext
  readonly answers: Answers
  add(entry: HistoryEntry): void
  leaveOut(reason: string, what: string, when: string): void
  /** Counts records that a journal has no field for. */
  ignore(what: string, count: number): void
  /** Questions asked so far, by id. */
  readonly questions: ReadonlyMap<string, HistoryQuestion>
  /** Asks once per id, and returns the answer that was given, or null. */
  ask(question: HistoryQuestion): Answer | null
  note(sentence: string): void
  finish(): Interpretation
}

export function collect(answers: Answers, context: HistoryContext): Collector {
  const entries: HistoryEntry[] = []
  const leftOut: LeftOut[] = []
  const ignored = new Map<string, number>()
  const questions = new Map<string, HistoryQuestion>()
  const notes = new Set<string>()
  return {
    context,
    answers,
    questions,
    add: entry => {
      entries.push(entry)
    },
    leaveOut: (reason, what, when) => {
      leftOut.push({ reason, what, when })
    },
    ignore: (what, count) => {
      if (count > 0) ignored.set(what, (ignored.get(what) ?? 0) + count)
    },
    ask: question => {
      if (!questions.has(question.id)) questions.set(question.id, question)
      return answers[question.id] ?? null
    },
    note: sentence => {
      notes.add(sentence)
    },
    finish: () => ({ entries, leftOut, ignored, questions: [...questions.values()], notes: [...notes] }),
  }
}

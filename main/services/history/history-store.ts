/** Storage of imported history: the functions between the job of an import and the store. */
import type { Answers, HistoryEntry } from '../../../shared/history/history.ts'
import type { Moment } from '../../../shared/time/moment.ts'
import type { OnStep } from '../../jobs/job.ts'
import type { JournalStore } from '../../store/journal-store.ts'

/** Identity of a source: the reader, and its name where the person gives it. */
export interface SourceKey {
  readonly reader: string
  readonly name: string
}

/** Effect of an import on one of its entries. */
export type HistoryFate =
  | { readonly fate: 'new' }
  /** `kept`: changed, deleted or merged by the person since. */
  | { readonly fate: 'same' | 'updated' | 'kept'; readonly id: number }
  /** Refused by the schemas or the limits of a day. */
  | { readonly fate: 'left-out'; readonly reason: string }

export interface HistoryPlan {
  /** In the order of the given entries. */
  readonly fates: readonly HistoryFate[]
  /** Hash over entries and fates. */
  readonly token: string
}

export interface HistoryStore {
  /** Read-only. */
  plan(
    journal: JournalStore,
    source: SourceKey,
    entries: readonly HistoryEntry[],
    now: Moment,
    onStep: OnStep,
  ): HistoryPlan
  /** Inside a transaction of the caller. @returns the import, for Undo, and its source */
  store(
    journal: JournalStore,
    order: {
      readonly source: SourceKey
      readonly entries: readonly HistoryEntry[]
      readonly plan: HistoryPlan
      /** Remembered for the next import from this source. */
      readonly answers: Answers
      readonly now: Moment
      readonly onStep: OnStep
    },
  ): { readonly importId: number; readonly sourceId: number }
  /** @throws CallFailure `not-found` once it was undone, or the source removed */
  undo(journal: JournalStore, importId: number): void
  /** Answers of the last import of this reader. */
  getAnswers(journal: JournalStore, reader: string): Answers
}

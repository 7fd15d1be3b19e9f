/**
 * History of another program: what its export holds for the journal, before anything is stored.
 *
 *     files -> scan (main, once per file) -> interpret(scan, answers) -> preview -> the person agrees -> one transaction
 *
 * A scan is independent of answers and small: only the records that a journal has a field for. `interpret` is pure and
 * fast, and runs again whenever an answer changes. What it cannot know it asks; what cannot be an entry is left out and
 * listed with the reason. No file makes a day complete.
 */
import type { EntryDraft } from '../kinds/entry.ts'
import type { Shoe } from '../kinds/footwear.ts'
import type { JournalLists } from '../kinds/journal-lists.ts'
import type { OwnFactor } from '../kinds/own-factor.ts'
import type { Moment } from '../time/moment.ts'

/** Entry as the file tells it. Validated against the schemas and the journal later, by the plan of the import. */
export interface HistoryEntry {
  /**
   * Identity within the source: the same in every export that holds the record, at most 100 characters. The id that the other
   * program gave it; without one, `digestKey` of the record's own values.
   */
  readonly key: string
  /** UTC milliseconds at which it was written down or measured; `at` where the program logs by itself. */
  readonly loggedAt: number
  readonly draft: EntryDraft
}

/** Record that cannot be an entry. */
export interface LeftOut {
  /** Reason, the same words for all records of one sort: "in the future", "more than 5 l", "from a second source". */
  readonly reason: string
  /** The record in a few words: "Water, 9,000 ml". */
  readonly what: string
  /** Its time as the file writes it; empty if it has none. */
  readonly when: string
}

/** Question whose answer the file does not hold. */
export interface HistoryQuestion {
  /** Stable within the reader, so that answers are remembered for the next import: `zone`, `drink:Kaffee`. */
  readonly id: string
  /** Heading under which related questions are shown together: "Times", "Drinks". */
  readonly group: string
  readonly text: string
  /** A sentence of help; empty for none. */
  readonly help: string
  readonly answer: AnswerType
  /** Answer shown at first; null where none may be presumed. */
  readonly suggested: Answer | null
  /** True if nothing can be imported before it is answered. */
  readonly isNeeded: boolean
}

export type AnswerType =
  | { readonly kind: 'zone' }
  | { readonly kind: 'one'; readonly options: readonly AnswerOption[] }
  | { readonly kind: 'several'; readonly options: readonly AnswerOption[] }
  /** Words of the person: the name of a source. */
  | { readonly kind: 'text'; readonly maxLength: number }
  /** Number within limits, in a unit; the answer is written with a decimal point: "250". */
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly unit: string }

export interface AnswerOption {
  readonly id: string
  readonly label: string
}

/** IANA zone, id of an option, ids of several options, words, or a number with a decimal point. */
export type Answer = string | readonly string[]

/** Answers by question id. A missing one is not given: the suggested answer is not used in its place. */
export type Answers = Readonly<Record<string, Answer>>

/** Surroundings of an interpretation: time, zone, and the lists of the journal. */
export interface HistoryContext {
  readonly now: Moment
  /** IANA zone of the computer, suggested where the file has none. */
  readonly timeZone: string
  readonly lists: JournalLists
  /** Own factors of the journal, archived ones included. */
  readonly ownFactors: readonly OwnFactor[]
  /** Shoes of the closet, retired ones included; absent for none. */
  readonly shoes?: readonly Pick<Shoe, 'id' | 'name'>[]
}

export interface Interpretation {
  /** Name of the source where the person gives it; absent for a program whose reader has a name. */
  readonly sourceName?: string
  readonly entries: readonly HistoryEntry[]
  readonly leftOut: readonly LeftOut[]
  /** Records that a journal has no field for, by what they are: "Steps", 81,234. */
  readonly ignored: ReadonlyMap<string, number>
  /** In the order of asking. Questions may follow from answers to others. */
  readonly questions: readonly HistoryQuestion[]
  /** Sentences about the file as a whole: "Times are those of logging, not of drinking." */
  readonly notes: readonly string[]
}

/**
 * Results of reading a line. An answer is again a line, so reading is a function of the line alone: clicking an answer
 * equals typing it, and a line kept for later loses nothing.
 */
import type { CheckedDay } from '../kinds/check-in.ts'
import type { EntryDraft, EntryKind, EntryOf } from '../kinds/entry.ts'
import type { FluidDraft } from '../kinds/fluid.ts'
import type { Shoe } from '../kinds/footwear.ts'
import type { JournalLists } from '../kinds/journal-lists.ts'
import type { FactorCheckIn, OwnFactor } from '../kinds/own-factor.ts'
import type { Region } from '../kinds/profile.ts'
import type { DateOrder, DecimalSign, HourCycle, VolumeUnit } from '../locale/conventions.ts'
import type { CalendarDate } from '../time/calendar-date.ts'
import type { Moment } from '../time/moment.ts'

/** Inputs of the reader other than the line. */
export interface QuickAddContext {
  readonly now: Moment
  /** IANA zone of the person. */
  readonly timeZone: string
  /** Running day of the journal; after midnight still the day before. */
  readonly today: CalendarDate
  readonly shoes: readonly Shoe[]
  readonly ownFactors: readonly OwnFactor[]
  /** Drinks, activities, reliefs and symptoms, with the person's own. */
  readonly lists: JournalLists
  /** Open wearing; null if no shoe is on. */
  readonly wearing: EntryOf<'footwear'> | null
  readonly volumeUnit: VolumeUnit
  /** Region for the sizes of cups and pints; null if unknown. */
  readonly region: Region | null
  /** Order of "3/4"; null if unknown, and then asked about. */
  readonly dateOrder: DateOrder | null
  /** Hour cycle of the person's clocks: with 24, "9:15" is in the morning; with 12 it may be either. */
  readonly hourCycle: HourCycle
  /** Decimal sign of the person's region; the other sign may group thousands. */
  readonly decimalSign: DecimalSign
  /** The person's most frequent drinks, as logged. */
  readonly usualDrinks: readonly UsualDrink[]
}

export type UsualDrink = Pick<FluidDraft, 'drink' | 'volumeMl' | 'alcoholPercent' | 'caffeineMg'>

export interface Span {
  readonly start: number
  /** Index after the last character. */
  readonly end: number
}

export type PartRole =
  | 'kind'
  | 'drink'
  | 'amount'
  | 'time'
  | 'length'
  | 'place'
  | 'strength'
  | 'shoe'
  | 'activity'
  | 'distance'
  | 'medicine'
  | 'dose'
  | 'symptom'
  | 'detail'
  | 'note'

/** Span of the line that was understood, and its role. */
export interface Part extends Span {
  readonly role: PartRole
  readonly text: string
}

export interface AnswerOption {
  readonly label: string
  /** Line with this answer in it. */
  readonly line: string
}

export interface Question {
  /** Subject of the question; unique within a reading. */
  readonly about: string
  readonly text: string
  /** Empty if the answer has to be typed into the line. */
  readonly options: readonly AnswerOption[]
}

/** Value that the draft assumes: shown with the entry, and stored unless another answer is chosen. */
export interface Assumption extends Question {
  /** Label of the answer that the draft holds. */
  readonly chosen: string
}

export interface EntryReading {
  readonly kind: 'entry'
  readonly draft: EntryDraft
  /** Id of the stored entry that the draft replaces; null for a new entry. */
  readonly changes: number | null
  readonly assumptions: readonly Assumption[]
  readonly understood: readonly Part[]
}

export interface AskingReading {
  readonly kind: 'asks'
  readonly questions: readonly Question[]
  readonly partial: { readonly kind: EntryKind; readonly understood: readonly Part[] }
}

interface FailedReading {
  readonly kind: 'not-understood'
  readonly hint: string
}

/** A day and an own factor of which nothing was taken on it. */
export type CheckedFactor = Pick<FactorCheckIn, 'factorId' | 'date'>

/** Statement that a day had no entry of a kind, or of an own factor. */
interface CheckInReading {
  readonly kind: 'check-in'
  readonly checkIn: CheckedDay | CheckedFactor
  readonly understood: readonly Part[]
}

/** Several entries, stored in one transaction. */
interface EntriesReading {
  readonly kind: 'entries'
  readonly entries: readonly EntryReading[]
  readonly understood: readonly Part[]
}

export type Reading = EntryReading | EntriesReading | CheckInReading | AskingReading | FailedReading

/** Result of the reader of one kind. */
export interface ReaderResult {
  /** Null if there are questions. */
  readonly draft: EntryDraft | null
  readonly questions: readonly Question[]
  readonly assumptions: readonly Assumption[]
  /** Id of the stored entry that the draft replaces; null for a new entry. */
  readonly changes: number | null
}

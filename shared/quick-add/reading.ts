/**
 * Results of reading a typed line. An answer to a question is again a line, so that reading stays a function of the line
 * alone: clicking an answer and typing it are the same thing, and a line kept for later has lost nothing.
 */
import type { CheckedDay } from '../kinds/check-in.ts'
import type { EntryDraft, EntryKind, EntryOf } from '../kinds/entry.ts'
import type { FluidDraft } from '../kinds/fluid.ts'
import type { Shoe } from '../kinds/footwear.ts'
import type { Region } from '../kinds/profile.ts'
import type { DateOrder, DecimalSign, HourCycle, VolumeUnit } from '../locale/conventions.ts'
import type { CalendarDate } from '../time/calendar-date.ts'
import type { Moment } from '../time/moment.ts'

/** What has to be known beside the line. */
export interface QuickAddContext {
  readonly now: Moment
  /** IANA name of the zone the person is in. */
  readonly timeZone: string
  /** The journal's day that is running, which after midnight is still the day before. */
  readonly today: CalendarDate
  readonly shoes: readonly Shoe[]
  /** The shoe that is on, if the journal knows of one. */
  readonly wearing: EntryOf<'footwear'> | null
  readonly volumeUnit: VolumeUnit
  /** For the sizes of cups and pints; null while the person has not said. */
  readonly region: Region | null
  /** Whether "3/4" is in April or in March; asked where it is not known. */
  readonly dateOrder: DateOrder | null
  /** How clocks are read where the person lives: with 24, "9:15" is in the morning; with 12 it may be either. */
  readonly hourCycle: HourCycle
  /** What stands before the decimals where the person lives; the other sign may group thousands there. */
  readonly decimalSign: DecimalSign
  /** The drinks the person has most often, as they were logged. */
  readonly usualDrinks: readonly UsualDrink[]
}

export type UsualDrink = Pick<FluidDraft, 'drink' | 'volumeMl' | 'alcoholPercent' | 'caffeineMg'>

export interface Span {
  readonly start: number
  /** One past the last character. */
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

/** A stretch of the line that was understood, and as what. */
export interface Part extends Span {
  readonly role: PartRole
  readonly text: string
}

export interface AnswerOption {
  readonly label: string
  /** The line with this answer in it. */
  readonly line: string
}

export interface Question {
  /** What is asked for; no two questions of a reading ask for the same. */
  readonly about: string
  readonly text: string
  /** Empty when only the person can say it: then it is typed into the line. */
  readonly options: readonly AnswerOption[]
}

/** What a draft rests on and the line does not quite say: shown with the entry, and stored with it or answered otherwise. */
export interface Assumption extends Question {
  /** Label of the answer that the draft holds. */
  readonly chosen: string
}

export interface EntryReading {
  readonly kind: 'entry'
  readonly draft: EntryDraft
  /** The stored entry that the draft takes the place of; null for a new entry. */
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

/** That there was none of a kind on a day. */
interface CheckInReading {
  readonly kind: 'check-in'
  readonly checkIn: CheckedDay
  readonly understood: readonly Part[]
}

/** Several entries, which are stored together. */
interface EntriesReading {
  readonly kind: 'entries'
  readonly entries: readonly EntryReading[]
  readonly understood: readonly Part[]
}

export type Reading = EntryReading | EntriesReading | CheckInReading | AskingReading | FailedReading

/** Result of the reader of one kind. */
export interface Built {
  /** Null when the questions must be answered first. */
  readonly draft: EntryDraft | null
  readonly questions: readonly Question[]
  readonly assumptions: readonly Assumption[]
  /** Stored entry that the draft replaces; null for a new entry. */
  readonly changes: number | null
}

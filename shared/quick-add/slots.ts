/**
 * Slot table of a kind, and the driver that reads a line with it. A slot reads its own words, covers them, and asks about
 * ambiguities. All slots are read even if one asks, so that every question is asked at once.
 *
 *   slots in the order of the table  ->  words for the time  ->  late slots  ->  when  ->  draft, or questions
 *
 * Questions are asked in the order of the table (see `isAskedFirst`), those about the time last.
 */
import type { DraftOf, EntryKind } from '../kinds/entry.ts'
import { recordOf } from '../kinds/record.ts'
import type { CalendarDate } from '../time/calendar-date.ts'
import type { Moment } from '../time/moment.ts'
import { type Asking, type Line, type Taken, words } from './line.ts'
import { findInstant } from './moments.ts'
import type { Assumption, PartRole, Question, QuickAddContext, ReaderResult } from './reading.ts'
import { askScore, type Scale, takeScore } from './scores.ts'
import { type SpokenTime, type TimeOptions, takeTime } from './spoken-time.ts'
import { takeStrength } from './strength.ts'

/** Result of reading a slot. */
export interface Filled<Value> {
  /** Undefined only if the slot asks. Null is a value: the line does not mention it. */
  readonly value: Value | undefined
  readonly questions: readonly Question[]
  readonly assumption?: Assumption | null
}

export const fill = <Value>(value: Value, assumption: Assumption | null = null): Filled<Value> => ({
  value,
  questions: [],
  assumption,
})

/** Slot with open questions. */
export const asks = (...questions: readonly Question[]): Filled<never> => ({
  value: undefined,
  questions,
})

/** Value, unless there are questions. */
export const fillUnless = <Value>(questions: readonly Question[], value: Value): Filled<Value> =>
  questions.length === 0 ? fill(value) : { value: undefined, questions }

/** Slots read before this one, by name. */
type FilledBefore = ReadonlyMap<string, Filled<unknown>>

export interface Slot<Value> {
  readonly take: (asking: Asking, before: FilledBefore) => Filled<Value>
  /** Read after the words for the time, from the words left over. */
  readonly isLate?: true
  /** Its questions come before those of the other slots, although it is read after them. */
  readonly isAskedFirst?: true
}

export const slot = <Value>(take: Slot<Value>['take']): Slot<Value> => ({ take })
export const lateSlot = <Value>(take: Slot<Value>['take']): Slot<Value> => ({ take, isLate: true })
export const askedFirst = <Value>(take: Slot<Value>['take']): Slot<Value> => ({ take, isAskedFirst: true })

/** True if the words match; null otherwise, since an unmentioned fact is not a "no". Source of a regular expression. */
export const flagSlot = (source: string): Slot<true | null> => {
  const pattern = words(source)
  return slot(({ line }) => fill(line.take(pattern, 'detail') ? true : null))
}

/** First value whose words match; null if none do. Sources of regular expressions. */
export const choiceSlot = <Value extends string | boolean>(
  table: readonly (readonly [Value, string])[],
): Slot<Value | null> => {
  const patterns = table.map(([value, source]) => ({ value, pattern: words(source) }))
  return slot(({ line }) => fill(patterns.find(({ pattern }) => line.take(pattern, 'detail'))?.value ?? null))
}

/** Value read from the match of a pattern; null without a match. */
export const patternSlot = <Value>(
  pattern: RegExp,
  role: PartRole,
  read: (found: Taken) => Value,
): Slot<Value | null> =>
  slot(({ line }) => {
    const found = line.take(pattern, role)
    return fill(found && read(found))
  })

/** Score from 0 to 10; null if the line has none. */
export const scoreSlot = (scale: Scale): Slot<number | null> =>
  slot(asking => {
    const { value, question } = takeScore(asking, scale)
    return question ? { value: value ?? undefined, questions: [question] } : fill(value)
  })

/** Score that may also be given as a word: see `takeStrength`. */
export const strengthSlot = (
  scale: Scale,
  wordValues: Readonly<Record<string, number>> = {},
): Slot<number | null> =>
  slot(asking => {
    const { value, question, assumption } = takeStrength(asking, scale, wordValues)
    return question ? asks(question) : fill(value, assumption)
  })

/** Words without a number, asked about unless the score's own slot has a value or a question. */
export const vagueScoreSlot = (scoreName: string, scale: Scale, pattern: RegExp): Slot<null> =>
  lateSlot(({ line }, before) => {
    const score = before.get(scoreName)
    const vague = score?.value == null ? line.take(pattern, 'strength') : null
    return vague && score?.questions.length === 0 ? asks(askScore(line, scale, vague)) : fill(null)
  })

/** Words for the kind itself, covered without a value. */
export const kindWordSlot = (pattern: RegExp): Slot<null> =>
  slot(({ line }) => {
    line.take(pattern, 'kind')
    return fill(null)
  })

export const lateKindWordSlot = (pattern: RegExp): Slot<null> => ({ ...kindWordSlot(pattern), isLate: true })

type Slots = Readonly<Record<string, Slot<unknown>>>
type ValueOf<Some> = Some extends Slot<infer Value> ? Value : never
/** Value of each slot of a line without questions. */
export type Values<Table> = { readonly [Name in keyof Table]: ValueOf<Table[Name]> }
/** Value of each slot while the line is read: undefined if it asks, or is read later. */
export type Known<Table> = { readonly [Name in keyof Table]: ValueOf<Table[Name]> | undefined }

export interface KindReader<Kind extends EntryKind, Table extends Slots, Placed> {
  readonly slots: Table
  readonly timeOptions?: (known: Known<Table>) => TimeOptions
  /** Resolves the words for the time; asks about what is open of them, or of the duration. */
  readonly when: (time: SpokenTime, known: Known<Table>, asking: Asking) => Filled<Placed>
  readonly draft: (values: Values<Table>, placed: Placed, asking: Asking) => DraftOf<Kind>
  /** Id of the stored entry that the draft replaces; null for a new entry. */
  readonly changes?: (placed: Placed, asking: Asking) => number | null
}

/** Builds the reader of one kind from its slot table. */
export const defineReader =
  <Kind extends EntryKind>(_kind: Kind) =>
  <Table extends Slots, Placed>(reader: KindReader<Kind, Table, Placed>) =>
  (line: Line, context: QuickAddContext): ReaderResult => {
    const asking: Asking = { line, context }
    const filled = new Map<string, Filled<unknown>>()
    const names = Object.keys(reader.slots)
    const isFirst = (name: string) => reader.slots[name]?.isAskedFirst ?? false
    const askOrder = names.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)))
    const takeAll = (isLate: boolean) => {
      for (const [name, slot] of Object.entries(reader.slots))
        if ((slot.isLate ?? false) === isLate) filled.set(name, slot.take(asking, filled))
    }
    const listValues = () => names.map(name => [name, filled.get(name)?.value] as const)
    takeAll(false)
    const time = takeTime(line, context, reader.timeOptions?.(recordOf<Known<Table>>(listValues())))
    takeAll(true)
    const placed = reader.when(time, recordOf<Known<Table>>(listValues()), asking)
    const all = [...askOrder.map(name => filled.get(name)), placed].filter(one => one !== undefined)
    const questions = all.flatMap(one => one.questions)
    const assumptions = all.flatMap(({ assumption }) => assumption ?? [])
    if (questions.length > 0 || placed.value === undefined)
      return { draft: null, questions, assumptions, changes: null }
    return {
      draft: reader.draft(recordOf<Values<Table>>(listValues()), placed.value, asking),
      questions,
      assumptions,
      changes: reader.changes?.(placed.value, asking) ?? null,
    }
  }

/** Moment of an entry without a duration; now if the line has no time. A day without a clock time raises `askTime`. */
export function placeInstant(
  time: SpokenTime,
  asking: Asking,
  askTime: (found: { readonly kind: 'date' | 'night'; readonly date: CalendarDate }) => Question,
): Filled<Moment> {
  const found = findInstant(time, asking)
  switch (found.kind) {
    case 'asks':
      return asks(found.question)
    case 'date':
    case 'night':
      return asks(askTime(found))
    case 'moment':
      return fill(found.moment)
    case 'nothing':
      return fill(asking.context.now)
  }
}

/**
 * Slot table of a kind, and the driver that reads a line with it. A slot reads its own words and covers them; what it
 * cannot settle it asks. All slots are read even if one asks, so that every question is asked at once.
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
import type { Assumption, Built, PartRole, Question, QuickAddContext } from './reading.ts'
import { askScore, type Scale, takeScore } from './scores.ts'
import { type SpokenTime, type TimeOptions, takeTime } from './spoken-time.ts'
import { takeStrength } from './strength.ts'

/** What a slot holds once it was read. */
export interface Filled<Value> {
  /** Undefined only where it asks. Null is a value: nothing is said of it. */
  readonly value: Value | undefined
  readonly questions: readonly Question[]
  readonly assumption?: Assumption | null
}

export const fill = <Value>(value: Value, assumption: Assumption | null = null): Filled<Value> => ({
  value,
  questions: [],
  assumption,
})

/** A slot that waits for answers. */
export const asks = (...questions: readonly Question[]): Filled<never> => ({
  value: undefined,
  questions,
})

/** Value unless something is asked. */
export const fillUnless = <Value>(questions: readonly Question[], value: Value): Filled<Value> =>
  questions.length === 0 ? fill(value) : { value: undefined, questions }

/** Slots that were read before, by name. */
type FilledBefore = ReadonlyMap<string, Filled<unknown>>

export interface Slot<Value> {
  readonly take: (asking: Asking, before: FilledBefore) => Filled<Value>
  /** Read after the words for the time, from what those leave. */
  readonly isLate?: true
  /** Asked before the other slots, although it is read after them. */
  readonly isAskedFirst?: true
}

export const slot = <Value>(take: Slot<Value>['take']): Slot<Value> => ({ take })
export const lateSlot = <Value>(take: Slot<Value>['take']): Slot<Value> => ({ take, isLate: true })
export const askedFirst = <Value>(take: Slot<Value>['take']): Slot<Value> => ({ take, isAskedFirst: true })

/** True where the words stand in the line; null otherwise, since nothing said is no "no". Source of a regular expression. */
export const flagSlot = (source: string): Slot<true | null> => {
  const pattern = words(source)
  return slot(({ line }) => fill(line.take(pattern, 'detail') ? true : null))
}

/** First value of a table whose words stand in the line; null where none do. Sources of regular expressions. */
export const choiceSlot = <Value extends string | boolean>(
  table: readonly (readonly [Value, string])[],
): Slot<Value | null> => {
  const patterns = table.map(([value, source]) => ({ value, pattern: words(source) }))
  return slot(({ line }) => fill(patterns.find(({ pattern }) => line.take(pattern, 'detail'))?.value ?? null))
}

/** Value read from the words of a pattern; null where they do not stand in the line. */
export const patternSlot = <Value>(
  pattern: RegExp,
  role: PartRole,
  read: (found: Taken) => Value,
): Slot<Value | null> =>
  slot(({ line }) => {
    const found = line.take(pattern, role)
    return fill(found && read(found))
  })

/** Number on a scale from 0 to 10; null where it is not in the line. */
export const scoreSlot = (scale: Scale): Slot<number | null> =>
  slot(asking => {
    const { value, question } = takeScore(asking, scale)
    return question ? { value: value ?? undefined, questions: [question] } : fill(value)
  })

/** The same, where a word may stand for a number: see `takeStrength`. */
export const strengthSlot = (
  scale: Scale,
  wordValues: Readonly<Record<string, number>> = {},
): Slot<number | null> =>
  slot(asking => {
    const { value, question, assumption } = takeStrength(asking, scale, wordValues)
    return question ? asks(question) : fill(value, assumption)
  })

/** Words that stand for no number: asked about, unless the score's own slot holds a number or asks already. */
export const vagueScoreSlot = (scoreName: string, scale: Scale, pattern: RegExp): Slot<null> =>
  lateSlot(({ line }, before) => {
    const score = before.get(scoreName)
    const vague = score?.value == null ? line.take(pattern, 'strength') : null
    return vague && score?.questions.length === 0 ? asks(askScore(line, scale, vague)) : fill(null)
  })

/** Words of the kind itself, which say nothing more. */
export const kindWordSlot = (pattern: RegExp): Slot<null> =>
  slot(({ line }) => {
    line.take(pattern, 'kind')
    return fill(null)
  })

export const lateKindWordSlot = (pattern: RegExp): Slot<null> => ({ ...kindWordSlot(pattern), isLate: true })

type Slots = Readonly<Record<string, Slot<unknown>>>
type ValueOf<Some> = Some extends Slot<infer Value> ? Value : never
/** Value of each slot when nothing is asked. */
export type Values<Table> = { readonly [Name in keyof Table]: ValueOf<Table[Name]> }
/** Value of each slot while the line is read: undefined where it asks, or is read later. */
export type Known<Table> = { readonly [Name in keyof Table]: ValueOf<Table[Name]> | undefined }

export interface KindReader<Kind extends EntryKind, Table extends Slots, Placed> {
  readonly slots: Table
  readonly timeOptions?: (known: Known<Table>) => TimeOptions
  /** Places the words for the time; asks what is open of them, or of the length. */
  readonly when: (time: SpokenTime, known: Known<Table>, asking: Asking) => Filled<Placed>
  readonly draft: (values: Values<Table>, placed: Placed, asking: Asking) => DraftOf<Kind>
  /** Stored entry that the draft replaces; null for a new entry. */
  readonly changes?: (placed: Placed, asking: Asking) => number | null
}

/** Reader of one kind from its slot table. */
export const defineReader =
  <Kind extends EntryKind>(_kind: Kind) =>
  <Table extends Slots, Placed>(reader: KindReader<Kind, Table, Placed>) =>
  (line: Line, context: QuickAddContext): Built => {
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

/** Notes of an entry: what the journal has no word for, then the person's own. */
export const joinNotes = (...notes: readonly string[]): string => notes.filter(text => text !== '').join('; ')

/** Moment of something that took no time, now where the line does not say. `askTime` asks for it where only a day is said. */
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

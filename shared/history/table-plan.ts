/**
 * Plan for the rows of one thing in a table: its kind of entry and their values, from the answers about it. A plan is null
 * while a question that it needs is open.
 */
import type { DecimalSign } from '../csv/numbers.ts'
import type { EntryDraft } from '../kinds/entry.ts'
import { calendarDate, type Moment } from '../time/moment.ts'
import { momentAtOffset } from '../time/time-zone.ts'
import { type Asking, idOfName, quote } from './asking.ts'
import type { HistoryContext } from './history.ts'
import type { Measured } from './table-numbers.ts'
import type { RowTime } from './table-times.ts'
import type { ZoneClock } from './zones.ts'

/** One row, or one name of it. */
export interface ThingRow {
  /** Line of the file. */
  readonly line: number
  readonly time: Exclude<RowTime, { state: 'problem' }>
  readonly value: string
  readonly label: string
  readonly note: string
  /** Empty where the table has no column for it. */
  readonly distance: string
  /** End of it, where the table has a column for that. */
  readonly end: RowTime | null
}

export interface Thing {
  /** Name as the table writes it; empty where every row is the same. */
  readonly name: string
  readonly rows: readonly ThingRow[]
  /** Unit in the name of its column; empty for none. */
  readonly unit: string
  /** Name of the column of distances; empty for none. */
  readonly distanceColumn: string
}

export interface PlanContext {
  readonly asking: Asking
  readonly history: HistoryContext
  readonly zone: ZoneClock | null
  readonly decimalSign: DecimalSign
}

/** A row as a draft, or the reason why it is left out; `none` for one that says that it did not happen. */
export type RowResult =
  | { readonly state: 'draft'; readonly draft: EntryDraft }
  | { readonly state: 'left-out'; readonly reason: string }
  | { readonly state: 'none' }
export type Plan = (row: ThingRow) => RowResult

export const leftOut = (reason: string): RowResult => ({ state: 'left-out', reason })
export const NO_TIME = 'only the date is given'
export const NO_NUMBER = 'no amount that Unknot can read'

/** Question ids and words of a thing: without a name it is what every row is. */
export const idOf = (what: string, { name }: Thing) => (name === '' ? what : `${what}:${idOfName(name)}`)
export const called = ({ name }: Thing, ofRows: string) => (name === '' ? ofRows : quote(name))

/** `0`, `no` and the like, also as Loop writes them: it did not happen. */
export const isNo = (value: string): boolean =>
  /^(?:0+(?:[.,]0+)?|no|unknown|skip|yes_auto|false|none|nein|non|não|нет|hayır)$/iu.test(value.trim())

export const SKIP = 'skip'

/** Noon of the moment's date, by its own clock. */
export const noonOf = (moment: Moment): Moment =>
  momentAtOffset(calendarDate(moment), '12:00', moment.offsetMinutes)

/** Most frequent unit behind the numbers of a thing, else that of its column. */
export const unitOf = ({ rows, unit }: Thing, measure: (text: string) => Measured | null): string =>
  rows.map(({ value }) => measure(value)?.unit ?? '').find(one => one !== '') ?? unit

/** First different values of a thing. */
export const listExamples = ({ rows }: Thing): string =>
  [...new Set(rows.map(({ value }) => value.trim()).filter(value => value !== ''))].slice(0, 3).join(', ')

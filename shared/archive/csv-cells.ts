/** What stands in one cell of a table, and the value it means. */

import type { Unit } from '../kinds/fields.ts'
import type { Moment } from '../time/moment.ts'
import { createLookup, type Labels, readWord, spellingsOf, splitItems } from './csv-choices.ts'
import type { CsvDialect } from './csv-dialect.ts'
import { readNumber } from './csv-numbers.ts'
import type { CsvCell } from './csv-table.ts'
import { CellProblem, guardText, unguardText } from './csv-text.ts'
import { readDate, readEnd, readInstant, writeEnd, writeInstant } from './csv-times.ts'

/** What the cells of one row are written by. */
interface WriteContext {
  /** When the row's entry began; of a row without a time, the epoch. */
  readonly start: Moment
  readonly timeZone: string
}

/** What the cells of one row are read by. */
export interface ReadContext extends WriteContext {
  readonly dialect: CsvDialect
  /** See `EndContext`. */
  readonly isByStartOffset: boolean
}

/** A way to write values of one sort into cells, and to read them back. */
export interface Cell {
  /** `text` alone is kept as it was typed, blanks included; the case of a `name` matters, and that of a `word` does not. */
  readonly sort: 'text' | 'name' | 'word' | 'number' | 'date'
  write(value: unknown, context: WriteContext): CsvCell
  /** @param text is not empty @throws CellProblem */
  read(text: string, context: ReadContext): unknown
}

/** Free text. */
export const textCell: Cell = {
  sort: 'text',
  write: value => (typeof value === 'string' ? guardText(value) : null),
  read: unguardText,
}

/** Name of something of the program that is in no list any more, or not in one list only. */
export const nameCell: Cell = {
  sort: 'name',
  write: value => (typeof value === 'string' ? value : null),
  read: text => text.trim(),
}

/** Word of a list. */
export function choiceCell<Word extends string>(words: readonly Word[], labels: Labels = {}): Cell {
  const find = createLookup(spellingsOf(words, labels))
  return { ...nameCell, sort: 'word', read: text => readWord(text, find, words) }
}

/** @param unit of the column, which may stand behind the number */
export const numberCell = (unit?: Unit): Cell => ({
  sort: 'number',
  write: value => (typeof value === 'number' ? value : null),
  read: (text, { dialect }) => readNumber(text, dialect.decimalSign, unit),
})

/** `1` and the truth values that a spreadsheet writes in other languages are read, too. */
const findBoolean = createLookup<boolean>([
  ...['yes', 'y', 'true', '1', 'wahr', 'vrai', 'verdadero', 'verdadeiro', 'vero', 'waar'].map(
    (word): [string, boolean] => [word, true],
  ),
  ...['no', 'n', 'false', '0', 'falsch', 'faux', 'falso', 'onwaar'].map((word): [string, boolean] => [
    word,
    false,
  ]),
])

export const booleanCell: Cell = {
  sort: 'word',
  write: value => (value === true ? 'yes' : value === false ? 'no' : null),
  read: readBoolean,
}

/** @throws CellProblem */
function readBoolean(text: string): boolean {
  const value = findBoolean(text)
  if (value === undefined) throw new CellProblem('Enter yes or no.')
  return value
}

/** Several values in one cell: `lump; burning`. */
export const itemsCell = (
  write: (item: unknown) => string,
  read: (item: string, context: ReadContext) => unknown,
  isKnown: (item: string) => boolean = () => true,
): Cell => ({
  sort: 'word',
  write: value => (Array.isArray(value) && value.length > 0 ? value.map(write).join('; ') : null),
  read: (text, context) => splitItems(text, isKnown).map(item => read(item, context)),
})

/** Words of a list. */
export function choicesCell<Word extends string>(words: readonly Word[], labels: Labels = {}): Cell {
  const find = createLookup(spellingsOf(words, labels))
  return itemsCell(
    String,
    item => readWord(item, find, words),
    item => find(item) !== undefined,
  )
}

export const numbersCell = itemsCell(
  String,
  item => {
    if (!/^\d+$/.test(item)) throw new CellProblem('Enter whole numbers with a semicolon between them.')
    return Number(item)
  },
  item => /^\d+$/.test(item),
)

const designFields = ['scheme', 'periods', 'periodDays', 'washoutDays']

/** The plan of an experiment, periods, days in each, days at its beginning that do not count: `balanced/8/7/1`. */
export const designCell: Cell = {
  sort: 'word',
  write: value => designFields.map(name => fieldOf(value, name)).join('/'),
  read: text => {
    const [scheme = '', ...numbers] = text.split('/').map(part => part.trim())
    if (numbers.length !== 3 || !numbers.every(number => /^\d+$/.test(number)))
      throw new CellProblem('Enter a plan such as "balanced/8/7/1".')
    const [periods, periodDays, washoutDays] = numbers.map(Number)
    return { scheme: scheme.toLowerCase(), periods, periodDays, washoutDays }
  },
}

/** Days of an experiment, whether the plan was kept to, and when that was said: `2026-11-20/yes/2026-11-20T21:05:00.000Z`. */
export const answersCell = itemsCell(
  answer =>
    [
      fieldOf(answer, 'date'),
      fieldOf(answer, 'kept') === true ? 'yes' : 'no',
      writeInstant(fieldOf(answer, 'answeredAt')),
    ].join('/'),
  (item, { dialect }) => {
    const [date, kept, answeredAt, ...more] = item.split('/')
    if (date === undefined || kept === undefined || answeredAt === undefined || more.length > 0)
      throw new CellProblem('Enter days such as "2026-11-20/yes/2026-11-20T21:05:00Z".')
    return {
      date: readDate(date, dialect),
      kept: readBoolean(kept),
      answeredAt: readInstant(answeredAt, dialect),
    }
  },
)

export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
}

/** An instant that is no time of the person's day, such as when something was written down. */
export const instantCell: Cell = {
  sort: 'date',
  write: writeInstant,
  read: (text, { dialect }) => readInstant(text, dialect),
}

export const dateCell: Cell = {
  sort: 'date',
  write: value => (typeof value === 'string' ? value : null),
  read: (text, { dialect }) => readDate(text, dialect),
}

/** End of the entry: `2026-11-20T17:30+01:00`. */
export const endCell: Cell = {
  sort: 'date',
  write: (value, context) => (typeof value === 'number' ? writeEnd(value, context) : null),
  read: readEnd,
}

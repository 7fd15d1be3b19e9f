/** Cell codecs: how a value is written into a CSV cell and read back. */

import type { CsvDialect } from '../csv/dialect.ts'
import { readNumber } from '../csv/numbers.ts'
import { CellProblem, guardText, unguardText } from '../csv/text.ts'
import { readDate, readEnd, readInstant, writeEnd, writeInstant } from '../csv/times.ts'
import type { Unit } from '../kinds/fields.ts'
import type { ThingKey } from '../kinds/thing-key.ts'
import type { Moment } from '../time/moment.ts'
import {
  createLookup,
  createOpenLookup,
  type Labels,
  readWord,
  spellingsOf,
  splitItems,
  writeOpenWord,
} from './csv-choices.ts'
import type { CsvCell } from './csv-table.ts'

/** Inputs for writing the cells of a row. */
export interface WriteContext {
  /** Start of the row's entry; the epoch for a row without a time. */
  readonly start: Moment
  readonly timeZone: string
  /** Names of the person's own things, by id. */
  readonly ownNames: ReadonlyMap<ThingKey, string>
}

/** Inputs for reading the cells of a row. */
export interface ReadContext extends Omit<WriteContext, 'ownNames'> {
  readonly dialect: CsvDialect
  /** See `EndContext`. */
  readonly isByStartOffset: boolean
}

/** Codec of a cell. */
export interface Cell {
  /** 'text' is kept as typed, with its blanks; a 'name' is case-sensitive, a 'word' is not. */
  readonly sort: 'text' | 'name' | 'word' | 'number' | 'date'
  write(value: unknown, context: WriteContext): CsvCell
  /** @param text is not empty @throws CellProblem */
  read(text: string, context: ReadContext): unknown
}

/** Free text, escaped so that a spreadsheet does not convert it. */
export const textCell: Cell = {
  sort: 'text',
  write: value => (typeof value === 'string' ? guardText(value) : null),
  read: unguardText,
}

/** Record of any shape, as JSON. */
export const jsonCell: Cell = {
  sort: 'text',
  write: value => guardText(JSON.stringify(value)),
  read: text => {
    try {
      return JSON.parse(unguardText(text))
    } catch {
      throw new CellProblem('This is not JSON. Leave the cell as it was saved.')
    }
  },
}

/** Identifier that may no longer be in any list, or that is in several. */
export const nameCell: Cell = {
  sort: 'name',
  write: value => (typeof value === 'string' ? value : null),
  read: text => text.trim(),
}

/** Word of one list. */
export function choiceCell<Word extends string>(words: readonly Word[], labels: Labels = {}): Cell {
  const find = createLookup(spellingsOf(words, labels))
  return { ...nameCell, sort: 'word', read: text => readWord(text, find, words) }
}

/** Word of a list that the person can extend. */
export function openChoiceCell(words: readonly string[], labels: Labels): Cell {
  const find = createOpenLookup(words, labels)
  return {
    sort: 'word',
    write: (value, { ownNames }) => (typeof value === 'string' ? writeOpenWord(value, ownNames) : null),
    read: text => readWord(text, find, words),
  }
}

/** @param unit unit of the column, which may follow the number */
export const numberCell = (unit?: Unit): Cell => ({
  sort: 'number',
  write: value => (typeof value === 'number' ? value : null),
  read: (text, { dialect }) => readNumber(text, dialect.decimalSign, unit),
})

/** True and false as a spreadsheet writes them in other languages, and `1` and `0`. */
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

/** Several values in one cell, separated by semicolons: `lump; burning`. */
export const itemsCell = (
  write: (item: unknown, context: WriteContext) => string,
  read: (item: string, context: ReadContext) => unknown,
  isKnown: (item: string) => boolean = () => true,
): Cell => ({
  sort: 'word',
  write: (value, context) =>
    Array.isArray(value) && value.length > 0 ? value.map(item => write(item, context)).join('; ') : null,
  read: (text, context) => splitItems(text, isKnown).map(item => read(item, context)),
})

/** Several words of one list. */
export function choicesCell<Word extends string>(words: readonly Word[], labels: Labels = {}): Cell {
  const find = createLookup(spellingsOf(words, labels))
  return itemsCell(
    item => String(item),
    item => readWord(item, find, words),
    item => find(item) !== undefined,
  )
}

/** Several words of a list that the person can extend. */
export function openChoicesCell(words: readonly string[], labels: Labels): Cell {
  const find = createOpenLookup(words, labels)
  return itemsCell(
    (item, { ownNames }) => writeOpenWord(String(item), ownNames),
    item => readWord(item, find, words),
    item => find(item) !== undefined,
  )
}

export const numbersCell = itemsCell(
  item => String(item),
  item => {
    if (!/^\d+$/.test(item)) throw new CellProblem('Enter whole numbers with a semicolon between them.')
    return Number(item)
  },
  item => /^\d+$/.test(item),
)

const designFields = ['scheme', 'periods', 'periodDays', 'washoutDays']

/** Design of an experiment as order/periods/days per period/washout days: `balanced/8/7/1`. */
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

/** Answers of an experiment as day/adherence/time of the answer: `2026-11-20/yes/2026-11-20T21:05:00.000Z`. */
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

/**
 * Coins of an experiment as action:coins, one digit per night: `loose-bedding:0110; warm-feet:1011`. One of an own factor
 * holds its change, the part of the day and its name, percent-encoded: `own-factor:3|do|night|Compression%20socks:0110`.
 */
export const coinsCell: Cell = itemsCell(
  item => {
    const arms = fieldOf(item, 'arms')
    const own = fieldOf(item, 'own')
    const parts = [
      fieldOf(own, 'change'),
      fieldOf(own, 'decides'),
      encodeURIComponent(String(fieldOf(own, 'name'))),
    ]
    const words = own === undefined ? '' : `|${parts.join('|')}`
    return `${fieldOf(item, 'action')}${words}:${Array.isArray(arms) ? arms.join('') : ''}`
  },
  item => {
    const [, action, change, decides, name, coins] =
      /^([\w-]+(?::\d+(?=\|))?)(?:\|([\w-]+)\|(\w+)\|([^|:]*))?\s*:\s*([01]+)$/.exec(item.trim()) ?? []
    if (action === undefined || coins === undefined)
      throw new CellProblem('Enter actions with their coins, such as "loose-bedding:0110".')
    const own = name === undefined ? {} : { own: { change, decides, name: decodeName(name) } }
    return { action, ...own, arms: [...coins].map(Number) }
  },
)

function decodeName(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new CellProblem('Enter the name as it was exported, such as "Compression%20socks".')
  }
}

/** Answers about nights as day/action/followed/time of the answer: `2026-11-20/warm-feet/yes/2026-11-21T08:05:00.000Z`. */
export const coinAnswersCell: Cell = itemsCell(
  answer =>
    [
      fieldOf(answer, 'date'),
      fieldOf(answer, 'action'),
      fieldOf(answer, 'followed') === true ? 'yes' : 'no',
      writeInstant(fieldOf(answer, 'answeredAt')),
    ].join('/'),
  (item, { dialect }) => {
    const [date, action, followed, answeredAt, ...more] = item.split('/')
    if (date === undefined || followed === undefined || answeredAt === undefined || more.length > 0)
      throw new CellProblem('Enter nights such as "2026-11-20/warm-feet/yes/2026-11-21T08:05:00Z".')
    return {
      date: readDate(date, dialect),
      action: action?.trim(),
      followed: readBoolean(followed),
      answeredAt: readInstant(answeredAt, dialect),
    }
  },
)

export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
}

/** Instant in UTC that is not part of the person's day, such as the time of logging. */
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

/** End of the entry, with the offset from UTC: `2026-11-20T17:30+01:00`. */
export const endCell: Cell = {
  sort: 'date',
  write: (value, context) => (typeof value === 'number' ? writeEnd(value, context) : null),
  read: readEnd,
}

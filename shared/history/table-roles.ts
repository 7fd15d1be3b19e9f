/** Roles of the columns of a table that no program is known for: asked one after the other, with what the content suggests. */
import { normaliseCell } from '../csv/text.ts'
import { type Asking, idOfName, type OptionOf, shortenList } from './asking.ts'
import type { TableRoles } from './known-tables.ts'
import { type ColumnSort, cellOf, columnsOf, type Table, type TableColumn } from './table.ts'

/** Meaning of a row. `named`: a column names the thing; `columns`: each column is a thing. */
export type RowMeaning = 'named' | 'columns' | 'cramp' | 'fluid' | 'activity' | 'night'

export interface AskedRoles extends TableRoles {
  readonly rows: RowMeaning
  /** End of it; null where the table has none. */
  readonly until: TableColumn | null
  /** Distance of an activity; null where the table has none. */
  readonly distance: TableColumn | null
}

/** Id of "no column". An empty one would be no answer. */
const NONE = '(none)'

const hints = {
  date: /^(?:full.?date|date|datum|fecha|data|дата|tarih|dato|päivä|dátum|日付|日期|날짜|timestamp|date.?time|start|started|begin)/iu,
  clock:
    /^(?:time|uhrzeit|zeit|heure|hora|ora|время|saat|tid|klockslag|czas|godzina|tijd|aika|čas|時刻|时间|시간|start|bed)/iu,
  name: /name|feature|habit|activit|tag|symptom|category|type|drink|beverage|item|what|was|getränk|bezeichnung/i,
  value:
    /value|amount|volume|quantity|ml|\boz\b|minutes|duration|dauer|menge|wert|count|size|rating|score|strength|severity/i,
  label: /label|where|place|muscle|site|location|side|detail|wo$|muskel|ort/i,
  note: /note|comment|remark|memo|notiz|bemerkung|kommentar|coment|commentaire|nota/i,
  distance: /dist|^km$|kilomet|miles|strecke|entfernung|longueur/i,
  until: /^(?:end|ended|until|to|stop|wake|woke|got up|up|ende|bis|fin|aufgestanden)/i,
}

/** Distinct values up to which a column can name things. */
const MOST_NAMES = 1_000

const TIME_SORTS: readonly ColumnSort[] = ['instant', 'epoch', 'date-time', 'date']

/**
 * Asks for the roles of the columns. All questions that do not follow from one another are asked at once.
 *
 * @returns null while a role is open
 */
export function askRoles(table: Table, asking: Asking): AskedRoles | null {
  const date = askColumn(table, asking, {
    id: 'date',
    text: 'Which column holds the date?',
    columns: columnsOf(table, ...TIME_SORTS),
    hint: hints.date,
    isNeeded: true,
  })
  const rows = askRows(table, asking)
  if (date === undefined || date === null || rows === null) return null
  const isDateOnly = !date.sorts.some(sort => sort !== 'date' && TIME_SORTS.includes(sort))
  const clock = isDateOnly
    ? askColumn(table, asking, {
        id: 'clock',
        text: 'Which column holds the time of day?',
        none: 'None: only the date is known',
        columns: columnsOf(table, 'clock').filter(column => column !== date),
        hint: hints.clock,
      })
    : null
  const others = table.columns.filter(
    column => column !== date && column !== clock && column.sorts.length > 0,
  )
  const texts = others.filter(
    ({ sorts }) => sorts.includes('text') && !sorts.some(sort => TIME_SORTS.includes(sort)),
  )
  const names = texts.filter(column => countNames(table, column) <= MOST_NAMES)
  const name =
    rows === 'named'
      ? askColumn(table, asking, {
          id: 'name',
          text: 'Which column says what it was?',
          columns: names,
          hint: hints.name,
          isNeeded: true,
        })
      : null
  const until =
    rows === 'night' || rows === 'activity'
      ? askColumn(table, asking, {
          id: 'until',
          text: 'Which column says when it ended?',
          none: 'None',
          columns: others.filter(({ sorts }) =>
            sorts.some(sort => sort === 'clock' || TIME_SORTS.includes(sort)),
          ),
          hint: hints.until,
        })
      : null
  const value =
    rows === 'columns'
      ? null
      : askColumn(table, asking, {
          id: 'value',
          text: 'Which column holds the amount or the length?',
          none: 'None',
          columns: others.filter(
            ({ sorts }) => sorts.includes('length') || (sorts.includes('number') && !sorts.includes('date')),
          ),
          hint: hints.value,
        })
  const distance =
    rows === 'activity'
      ? askColumn(table, asking, {
          id: 'distance',
          text: 'Which column holds the distance?',
          none: 'None',
          columns: others.filter(({ sorts }) => sorts.includes('number') && !sorts.includes('date')),
          hint: hints.distance,
        })
      : null
  const label =
    rows === 'named' || rows === 'cramp'
      ? askColumn(table, asking, {
          id: 'label',
          text: 'Which column says where a cramp was?',
          none: 'None',
          columns: names.filter(column => column !== name),
          hint: hints.label,
        })
      : null
  const notes = askNotes(
    texts.filter(column => column !== name && column !== label),
    asking,
  )
  if (clock === undefined || until === undefined || value === undefined) return null
  if (label === undefined || distance === undefined) return null
  if (name === undefined || (rows === 'named' && name === null)) return null
  return { rows, until, distance, date, clock, name, value, label, notes }
}

function askRows(table: Table, asking: Asking): RowMeaning | null {
  const options: readonly OptionOf<RowMeaning>[] = [
    { id: 'named', label: 'One of several things: a column names it' },
    { id: 'columns', label: 'A day or a moment: each column is a thing' },
    { id: 'cramp', label: 'A cramp' },
    { id: 'fluid', label: 'A drink' },
    { id: 'activity', label: 'An activity' },
    { id: 'night', label: 'A night' },
  ]
  return asking.one({
    id: 'rows',
    group: 'Columns',
    text: 'What is one line of this table?',
    help: `Its columns: ${shortenList(table.header)}.`,
    options,
    suggested: columnsOf(table, 'text').some(({ name }) => hints.name.test(name)) ? 'named' : null,
  })
}

interface ColumnQuestion {
  readonly id: string
  readonly text: string
  /** Label of "no column"; without it one has to be chosen. */
  readonly none?: string
  readonly columns: readonly TableColumn[]
  readonly hint: RegExp
  readonly isNeeded?: true
}

/**
 * A column for a role. The only one that fits, and is called after the role, is taken without a question.
 *
 * @returns null for none, undefined while it is open
 */
function askColumn(
  table: Table,
  asking: Asking,
  { id, text, none, columns, hint, isNeeded }: ColumnQuestion,
): TableColumn | null | undefined {
  const [first, ...more] = columns
  if (first === undefined) return null
  if (more.length === 0 && (isNeeded || hint.test(first.name))) return first
  const suggested = columns.find(({ name }) => hint.test(name))
  const options = columns.map(column => ({
    id: idOfName(column.name),
    label: `${column.name} (${exampleOf(table, column)})`,
  }))
  const chosen = asking.one<string>({
    id: `column:${id}`,
    group: 'Columns',
    text,
    options: none === undefined ? options : [...options, { id: NONE, label: none }],
    suggested: suggested === undefined ? (none === undefined ? null : NONE) : idOfName(suggested.name),
  })
  if (chosen === null) return undefined
  return columns.find(({ name }) => idOfName(name) === chosen) ?? null
}

function askNotes(columns: readonly TableColumn[], asking: Asking): readonly TableColumn[] {
  if (columns.length === 0) return []
  const chosen = asking.several({
    id: 'notes',
    group: 'Columns',
    text: 'Which columns are notes to keep?',
    isOptional: true,
    options: columns.map(({ name }) => ({ id: idOfName(name), label: name })),
    suggested: columns.filter(({ name }) => hints.note.test(name)).map(({ name }) => idOfName(name)),
  })
  return columns.filter(({ name }) => chosen?.has(idOfName(name)))
}

const LONGEST_EXAMPLE = 30

/** First content of a column. */
function exampleOf({ rows }: Table, column: TableColumn): string {
  const row = rows.find(one => cellOf(one, column).trim() !== '')
  const text = normaliseCell(row === undefined ? '' : cellOf(row, column))
  return text.length > LONGEST_EXAMPLE ? `${text.slice(0, LONGEST_EXAMPLE).toWellFormed()}…` : text
}

function countNames({ rows }: Table, column: TableColumn): number {
  const names = new Set<string>()
  for (const row of rows) {
    names.add(cellOf(row, column))
    if (names.size > MOST_NAMES) break
  }
  return names.size
}

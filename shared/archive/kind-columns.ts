/** CSV columns of a kind, derived from its fields. */

import { CellProblem } from '../csv/text.ts'
import type { Kind } from '../kinds/define-kind.ts'
import { columnName, type Field, type PicksField, type RowsField } from '../kinds/fields.ts'
import {
  booleanCell,
  type Cell,
  choiceCell,
  choicesCell,
  endCell,
  fieldOf,
  itemsCell,
  numberCell,
  openChoiceCell,
  openChoicesCell,
  textCell,
} from './csv-cells.ts'
import { createLookup, createOpenLookup, readWord, spellingsOf, writeOpenWord } from './csv-choices.ts'

export interface Column {
  readonly name: string
  /** Field of the value; for the time of an entry, see `timeColumns`. */
  readonly field: string
  readonly cell: Cell
  /** Value of the field for an empty cell or a missing column. */
  readonly empty: unknown
}

/** Columns of a kind's own fields, and of the links that only archives contain. */
export function columnsOfKind({ fields, archiveLinks }: Kind): Column[] {
  const links = Object.keys(archiveLinks).map(field => ({ field, cell: numberCell(), empty: undefined }))
  const own = Object.entries(fields).map(([field, descriptor]) => ({
    field,
    cell: cellOf(descriptor),
    empty: descriptor.absent,
  }))
  return [...own, ...links].map(column => ({ name: columnName(column.field), ...column }))
}

function cellOf(field: Field): Cell {
  switch (field.type) {
    case 'number':
      return numberCell(field.unit || undefined)
    case 'duration':
      return numberCell('seconds')
    case 'score':
    case 'link':
    case 'reference':
      return numberCell()
    case 'flag':
    case 'state':
    case 'yes-no':
      return booleanCell
    case 'choice':
      return field.own === null
        ? choiceCell(field.list.ids, field.list.words)
        : openChoiceCell(field.list.ids, field.list.words)
    case 'text':
      return textCell
    case 'tags':
      return field.own === null
        ? choicesCell(field.list.ids, field.list.words)
        : openChoicesCell(field.list.ids, field.list.words)
    case 'end':
      return endCell
    case 'picks':
      return picksCell(field)
    case 'rows':
      return rowsCell(field)
  }
}

type Item = Record<string, string>

/** List of records with choice fields: `left calf; both toes`. */
function picksCell({ fields, spellings, problem }: PicksField): Cell {
  const items = Object.entries(fields).reduce<Item[]>(
    (found, [name, field]) =>
      field.type === 'choice'
        ? found.flatMap(item => field.list.ids.map(id => ({ ...item, [name]: id })))
        : found,
    [{}],
  )
  const find = createLookup(
    items.flatMap(item => spellings(item).map((spelling): [string, Item] => [spelling, item])),
  )
  return itemsCell(
    item => spellings({ ...Object(item) })[0],
    text => {
      const item = find(text)
      if (item === undefined) throw new CellProblem(problem)
      return { ...item }
    },
    text => find(text) !== undefined,
  )
}

/**
 * List of records, their fields separated by slashes: `stretch/yes/2/1; heat///`. Trailing fields may be missing, as in
 * tables of older versions or made by hand.
 */
function rowsCell({ fields, order, problem }: RowsField): Cell {
  const parts = order.map(name => {
    const field = fields[name]
    return field?.type === 'choice'
      ? {
          name,
          ids: field.list.ids,
          required: field.required,
          find:
            field.own === null
              ? createLookup(spellingsOf(field.list.ids, field.list.words))
              : createOpenLookup(field.list.ids, field.list.words),
        }
      : { name, find: null }
  })
  return itemsCell(
    (item, { ownNames }) =>
      order.map(name => writeOpenWord(String(fieldOf(item, name) ?? ''), ownNames)).join('/'),
    text => {
      const given = text.split('/').map(part => part.trim())
      const isNumber = (part: string) => /^\d{0,9}$/.test(part)
      if (
        given.length > parts.length ||
        parts.some(({ find }, index) => find === null && !isNumber(given[index] ?? ''))
      )
        throw new CellProblem(problem)
      return Object.fromEntries(
        parts.map(({ name, ...part }, index) => {
          const answer = given[index] ?? ''
          if (part.find === null) return [name, answer === '' ? null : Number(answer)]
          return [name, answer === '' && !part.required ? null : readWord(answer, part.find, part.ids)]
        }),
      )
    },
  )
}

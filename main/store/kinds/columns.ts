/** Column types of the fields in a STRICT table, which has neither booleans nor lists. */
import type { Field, FieldValue } from '../../../shared/kinds/fields.ts'

export type ColumnValue = string | number | null

export const fromBoolean = (value: boolean | null) => (value === null ? null : Number(value))
export const toBoolean = (value: number | null) => (value === null ? null : value === 1)

interface ColumnType {
  readonly sqlType: 'integer' | 'real' | 'text'
  toColumn(value: FieldValue): ColumnValue
  fromColumn(stored: ColumnValue): FieldValue
}

const asStored = {
  // Lists and booleans have column types of their own below: the rest is text, numbers and null.
  toColumn: (value: FieldValue) => (typeof value === 'string' || typeof value === 'number' ? value : null),
  fromColumn: (stored: ColumnValue) => stored,
}
const integer: ColumnType = { sqlType: 'integer', ...asStored }
const real: ColumnType = { sqlType: 'real', ...asStored }
const text: ColumnType = { sqlType: 'text', ...asStored }

/** Booleans as 1 and 0. */
const boolean: ColumnType = {
  sqlType: 'integer',
  toColumn: value => (typeof value === 'boolean' ? Number(value) : null),
  fromColumn: stored => (stored === null ? null : stored === 1),
}

const json: ColumnType = {
  sqlType: 'text',
  toColumn: value => JSON.stringify(value),
  fromColumn: stored => JSON.parse(String(stored)),
}

export function columnTypeOf(field: Field): ColumnType {
  switch (field.type) {
    case 'number':
      return field.whole ? integer : real
    case 'score':
    case 'duration':
    case 'link':
    case 'reference':
    case 'end':
      return integer
    case 'flag':
    case 'state':
    case 'yes-no':
      return boolean
    case 'choice':
    case 'text':
      return text
    case 'tags':
    case 'picks':
    case 'rows':
      return json
  }
}

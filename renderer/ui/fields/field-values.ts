/** Field values of forms, and their conversion to stored values. */

/** Value of a number input: '' while empty, a number, or the text that could not be read as one. */
export type TypedNumber = number | string

/** The number in a field that may stay empty: null when it does, NaN when it holds something else. */
export function readTypedNumber(field: TypedNumber): number | null {
  if (field === '') return null
  return typeof field === 'number' ? field : Number.NaN
}

/** The number in a field that must be filled in; NaN when it is empty, which no schema accepts. */
export function readRequiredNumber(field: TypedNumber): number {
  return readTypedNumber(field) ?? Number.NaN
}

export type YesNoAnswer = '' | 'yes' | 'no'

export function readYesNo(field: YesNoAnswer): boolean | null {
  return field === '' ? null : field === 'yes'
}

export function yesNoOf(value: boolean | null): YesNoAnswer {
  if (value === null) return ''
  return value ? 'yes' : 'no'
}

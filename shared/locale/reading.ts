/** What a typed text can mean: nothing, one value, several between which the person has to choose, or none. */
export type TypedReading<Value> =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: Value }
  /** The likelier one first. */
  | { readonly kind: 'question'; readonly values: readonly Value[] }
  | { readonly kind: 'unreadable' }

/**
 * The one value that is possible, or the question which of them is meant. Where none is possible the only reading is
 * handed on, so that its field can say which values are.
 */
export function chooseReading<Value>(
  readings: readonly Value[],
  isPossible: (value: Value) => boolean = () => true,
): TypedReading<Value> {
  const distinct = [...new Set(readings)]
  const possible = distinct.filter(isPossible)
  const [first, ...others] = possible.length === 0 ? distinct : possible
  if (first === undefined) return { kind: 'unreadable' }
  return others.length === 0
    ? { kind: 'value', value: first }
    : { kind: 'question', values: [first, ...others] }
}

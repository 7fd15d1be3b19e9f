/** Result of parsing a typed text: empty, one value, several values to choose from, or unreadable. */
export type TypedReading<Value> =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: Value }
  /** Likeliest first. */
  | { readonly kind: 'question'; readonly values: readonly Value[] }
  | { readonly kind: 'unreadable' }

/**
 * Keeps the readings that are possible: one is the value, several are a question. If none is possible, all readings are
 * kept, so that the field's own validation can name its limits.
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

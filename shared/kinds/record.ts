/**
 * Builds an object whose exact type the caller states: TypeScript does not follow that each key keeps the type that belongs
 * to it. Callers build the entries from keys of that type; the cast is made here alone.
 */
export const recordOf = <Out>(entries: Iterable<readonly [name: string, value: unknown]>): Out =>
  Object.fromEntries(entries) as Out

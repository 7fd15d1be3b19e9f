import type { Statement } from 'better-sqlite3'

/**
 * Runs a statement that ends in `returning *`. @returns the row it wrote; undefined if it wrote none
 *
 * `get` must not be used for that: it resets the statement at its first row and drops the error of the commit which follows
 * when no transaction is open. On a full disk the row would be acknowledged, and not stored.
 */
export const writeRow = <Values, Row>(statement: Statement<[Values], Row>, values: Values): Row | undefined =>
  statement.all(values)[0]

/**
 * Rows of test matrices: `npm test` runs one of each sort, `npm run verify -- matrices` all of them (UNKNOT_MATRICES=full).
 */
const isFull = process.env.UNKNOT_MATRICES === 'full'

/** @param always one row of each sort @param more rows that repeat a sort */
export const matrix = <Row>(always: readonly Row[], more: readonly Row[]): readonly Row[] =>
  isFull ? [...always, ...more] : always

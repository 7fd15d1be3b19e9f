/** Sizes of tests: `npm test` runs one row of each sort and few cases of a property, `npm run verify -- matrices` all. */
const isFull = process.env.UNKNOT_MATRICES === 'full'

/** @param always one row of each sort @param more rows that repeat a sort */
export const matrix = <Row>(always: readonly Row[], more: readonly Row[]): readonly Row[] =>
  isFull ? [...always, ...more] : always

/** Cases of a slow property. */
export const propertyRuns = (few: number, many: number): number => (isFull ? many : few)

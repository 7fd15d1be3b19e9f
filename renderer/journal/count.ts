import { formatNumber } from '../data/format.ts'

/** "1 entry", "1,204 entries". */
export const countEntries = (count: number): string =>
  `${formatNumber(count)} ${count === 1 ? 'entry' : 'entries'}`

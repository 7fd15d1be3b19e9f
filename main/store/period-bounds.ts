import type { Period } from '../../shared/kinds/period.ts'
import { getPeriodHours, MS_PER_HOUR } from '../../shared/time/moment.ts'

/**
 * The wall-clock milliseconds that hold everything a period speaks of: from the midnight its first date begins with to
 * the noon after its last, at which the last cramp-day ends.
 */
export function getPeriodBounds({ fromDate, toDate }: Period): [fromWallMs: number, toWallMs: number] {
  const { fromWallMs, toWallMs } = getPeriodHours(fromDate, toDate)
  return [fromWallMs, toWallMs + 12 * MS_PER_HOUR]
}

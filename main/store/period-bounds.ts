import type { Period } from '../../shared/kinds/period.ts'
import { getPeriodHours, MS_PER_HOUR, MS_PER_MINUTE } from '../../shared/time/moment.ts'

/**
 * Wall-clock range of a period in milliseconds: from the midnight before its first date to the noon after its last, when the
 * last cramp-day ends. The minute of that noon is included: a cramp known only by that date is stored in it, and may have been
 * on the last cramp-day.
 */
export function getPeriodBounds({ fromDate, toDate }: Period): [fromWallMs: number, toWallMs: number] {
  const { fromWallMs, toWallMs } = getPeriodHours(fromDate, toDate)
  return [fromWallMs, toWallMs + 12 * MS_PER_HOUR + MS_PER_MINUTE]
}

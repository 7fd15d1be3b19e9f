import type { Formats } from '../../shared/analysis/sentence-parts.ts'
import { MS_PER_HOUR } from '../../shared/time/moment.ts'
import { formatDateRange, formatNumber, formatTime } from '../format.ts'

/** How the sentences of Insights write numbers, dates and hours: as the system does. */
export const formats: Formats = {
  number: formatNumber,
  hour: hour => formatTime({ at: hour * MS_PER_HOUR, offsetMinutes: 0 }),
  dateRange: formatDateRange,
}

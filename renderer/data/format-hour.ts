import { momentAtOffset } from '../../shared/time/time-zone.ts'
import { formatTime } from './format.ts'

/** Any date: only the clock time is shown. */
const ANY_DATE = '2026-11-16'

/** A clock hour as the region writes it: "20:00", "8:00 pm". */
export const formatHour = (hour: number): string =>
  formatTime(momentAtOffset(ANY_DATE, `${String(hour).padStart(2, '0')}:00`, 0))

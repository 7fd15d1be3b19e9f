/** Numbers, hours and dates as plainly as can be, for tests of sentences. */
import type { Formats } from '../../../shared/analysis/sentence-parts.ts'

export const formats: Formats = {
  number: (value, fractionDigits = 0) => String(Number(value.toFixed(fractionDigits))),
  hour: hour => `${pad(Math.floor(hour))}:${pad(Math.round((hour % 1) * 60))}`,
  dateRange: (from, to) => `${from} to ${to}`,
}

const pad = (value: number) => String(value).padStart(2, '0')

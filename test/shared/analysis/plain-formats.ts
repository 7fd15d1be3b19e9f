/** Plain formats of numbers, hours and dates for the tests of sentences. */
import type { Formats } from '../../../shared/analysis/sentence-parts.ts'
import { plainNumbers } from '../../../shared/locale/number-formats.ts'

export const formats: Formats = {
  ...plainNumbers,
  hour: hour => `${pad(Math.floor(hour))}:${pad(Math.round((hour % 1) * 60))}`,
  dateRange: (from, to) => `${from} to ${to}`,
}

const pad = (value: number) => String(value).padStart(2, '0')

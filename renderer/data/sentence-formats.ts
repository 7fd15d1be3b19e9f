import type { Formats } from '../../shared/analysis/sentence-parts.ts'
import { plainConventions } from '../../shared/locale/conventions.ts'
import { roundVolumeMl } from '../../shared/locale/number-formats.ts'
import { MS_PER_HOUR } from '../../shared/time/moment.ts'
import { formatDateRange, formatFixed, formatNumber, formatTime } from './format.ts'
import { type Units, unitsOf, useUnits } from './units.ts'

/** Formats of the sentences of Insights: the page's conventions, and volumes in the person's unit. */
const makeFormats = ({ volume }: Pick<Units, 'volume'>): Formats => ({
  number: formatNumber,
  fixed: formatFixed,
  // Units without fraction digits are coarse enough; millilitres are rounded further.
  volume: volumeMl =>
    `${formatNumber(volume.show(volume.digits === 0 ? roundVolumeMl(volumeMl) : volumeMl))} ${volume.symbol}`,
  hour: hour => formatTime({ at: hour * MS_PER_HOUR, offsetMinutes: 0 }),
  dateRange: formatDateRange,
})

/** Formats for sentences without volumes, usable outside of components. */
export const formats: Formats = makeFormats(unitsOf(plainConventions))

const byUnits = new WeakMap<Units, Formats>()

/** Formats in the person's units. Cached per units, so that the object can be a dependency of memoised results. */
export function useFormats(): Formats {
  const units = useUnits()
  const known = byUnits.get(units) ?? makeFormats(units)
  byUnits.set(units, known)
  return known
}

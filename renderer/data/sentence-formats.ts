import type { Formats } from '../../shared/analysis/sentence-parts.ts'
import { plainConventions } from '../../shared/locale/conventions.ts'
import { roundVolumeMl } from '../../shared/locale/number-formats.ts'
import { MS_PER_HOUR } from '../../shared/time/moment.ts'
import { formatDateRange, formatFixed, formatNumber, formatTime } from './format.ts'
import { type Units, unitsOf, useUnits } from './units.ts'

/** How the sentences of Insights write numbers, dates and hours: as the system does, in the person's units. */
const makeFormats = ({ volume }: Pick<Units, 'volume'>): Formats => ({
  number: formatNumber,
  fixed: formatFixed,
  // Ounces are coarse enough without further rounding.
  volume: volumeMl =>
    `${formatNumber(volume.show(volume.digits === 0 ? roundVolumeMl(volumeMl) : volumeMl))} ${volume.symbol}`,
  hour: hour => formatTime({ at: hour * MS_PER_HOUR, offsetMinutes: 0 }),
  dateRange: formatDateRange,
})

/** Where no volume is told. */
export const formats: Formats = makeFormats(unitsOf(plainConventions))

const byUnits = new WeakMap<Units, Formats>()

/** The same object as long as the units are: what is worked out with it need not be worked out again. */
export function useFormats(): Formats {
  const units = useUnits()
  const known = byUnits.get(units) ?? makeFormats(units)
  byUnits.set(units, known)
  return known
}

import { Text } from '@mantine/core'
import { useUnits } from '../data/units.ts'
import classes from './FluidBandBar.module.css'
import type { FluidBand } from './fluid-band.ts'

/** Room to the right of the band, so that a day above it still shows by how much. */
const ROOM_ABOVE = 1.5

/** The day's drinks on a scale with the reference band. */
export function FluidBandBar({ totalMl, band }: { totalMl: number; band: FluidBand | 'clinician' }) {
  const units = useUnits()
  if (band === 'clinician')
    return (
      <Text size="xs" c="dimmed">
        Follow the amount your clinician gave you.
      </Text>
    )
  const { fromMl, toMl } = band
  const fullMl = toMl * ROOM_ABOVE
  const percent = (ml: number) => `${Math.min(100, (100 * ml) / fullMl)}%`
  return (
    <div>
      <div className={classes.bar} aria-hidden>
        <div className={classes.total} style={{ inlineSize: percent(totalMl) }} />
        <div
          className={classes.band}
          style={{ insetInlineStart: percent(fromMl), inlineSize: percent(toMl - fromMl) }}
        />
      </div>
      <Text size="xs" c="dimmed" mt={4}>
        Health agencies count {units.formatVolume(fromMl)} to {units.formatVolume(toMl)} of drinks a day as
        enough. It is not a target.
      </Text>
    </div>
  )
}

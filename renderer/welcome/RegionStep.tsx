import {
  hourCycles,
  temperatureUnits,
  temperatureUnitWords,
  volumeUnits,
  volumeUnitWords,
} from '../../shared/locale/conventions.ts'
import { createFormats } from '../../shared/locale/formats.ts'
import { getSystemRegion } from '../data/conventions.ts'
import type { StoredProfile } from '../ui/components/use-stored-profile.ts'
import { ConventionChoice } from '../ui/fields/ConventionChoice.tsx'
import { EmergencyNumber } from '../ui/fields/EmergencyNumber.tsx'
import { createFieldProps } from '../ui/fields/field-props.ts'
import { TextSizeField } from '../ui/fields/TextSizeField.tsx'
import classes from './FirstStart.module.css'

const EXAMPLE_MINUTES = 16 * 60 + 5

/** Region, units and text size as the system has them, to confirm or to change. */
export function RegionStep(stored: StoredProfile) {
  const { conventions: system } = getSystemRegion()
  const fieldProps = createFieldProps(stored.profile, stored.change)
  return (
    <>
      <EmergencyNumber {...stored} />
      <div className={classes.pair}>
        <ConventionChoice
          {...fieldProps('hourCycle')}
          system={system.hourCycle}
          label="Times"
          values={hourCycles}
          labelOf={hourCycle => createFormats({ ...system, hourCycle }).time(EXAMPLE_MINUTES)}
        />
        <ConventionChoice
          {...fieldProps('volumeUnit')}
          system={system.volumeUnit}
          label="Volumes in"
          values={volumeUnits}
          labelOf={unit => volumeUnitWords[unit]}
        />
        <ConventionChoice
          {...fieldProps('temperatureUnit')}
          system={system.temperatureUnit}
          label="Temperatures in"
          values={temperatureUnits}
          labelOf={unit => temperatureUnitWords[unit]}
        />
      </div>
      <TextSizeField />
    </>
  )
}

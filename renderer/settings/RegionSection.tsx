import { Input, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import {
  type Conventions,
  dateOrders,
  decimalSigns,
  hourCycles,
  papers,
  temperatureUnits,
  temperatureUnitWords,
  volumeUnits,
  volumeUnitWords,
  weekdays,
} from '../../shared/locale/conventions.ts'
import { createFormats, weekdayNames } from '../../shared/locale/formats.ts'
import { getSystemRegion } from '../data/conventions.ts'
import type { StoredProfile } from '../ui/components/use-stored-profile.ts'
import { ConventionChoice } from '../ui/fields/ConventionChoice.tsx'
import { EmergencyNumber } from '../ui/fields/EmergencyNumber.tsx'
import { createFieldProps } from '../ui/fields/field-props.ts'
import { TextSizeField } from '../ui/fields/TextSizeField.tsx'
import classes from './Settings.module.css'
import { SettingsSection } from './SettingsSection.tsx'

const schemes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'Same as the system' },
] as const

/** Settings of the region, the formats and units, and the colour scheme. */
export function RegionSection(stored: StoredProfile) {
  const { profile, change } = stored
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { conventions: system } = getSystemRegion()
  const fieldProps = createFieldProps(profile, change)
  const choiceOf = <Key extends keyof Conventions>(key: Key) => ({ ...fieldProps(key), system: system[key] })
  const exampleOf = (part: Partial<Conventions>) => createFormats({ ...system, ...part })
  return (
    <SettingsSection
      title="Region and display"
      lead="Dates, times and units are shown as your system's region has them, unless you choose otherwise."
    >
      <EmergencyNumber {...stored} />
      <div className={classes.pair}>
        <ConventionChoice
          {...choiceOf('dateOrder')}
          label="Dates"
          values={dateOrders}
          labelOf={dateOrder => exampleOf({ dateOrder }).date(EXAMPLE_DATE, 'medium')}
        />
        <ConventionChoice
          {...choiceOf('hourCycle')}
          label="Times"
          values={hourCycles}
          labelOf={hourCycle => exampleOf({ hourCycle }).time(EXAMPLE_MINUTES)}
        />
        <ConventionChoice
          {...choiceOf('firstWeekday')}
          label="A week starts on"
          values={weekdays}
          labelOf={day => weekdayNames[day]}
        />
        <ConventionChoice
          {...choiceOf('decimalSign')}
          label="Numbers"
          values={decimalSigns}
          labelOf={decimalSign => exampleOf({ decimalSign }).number(EXAMPLE_NUMBER, 1, 1)}
        />
        <ConventionChoice
          {...choiceOf('volumeUnit')}
          label="Volumes in"
          values={volumeUnits}
          labelOf={unit => volumeUnitWords[unit]}
        />
        <ConventionChoice
          {...choiceOf('temperatureUnit')}
          label="Temperatures in"
          values={temperatureUnits}
          labelOf={unit => temperatureUnitWords[unit]}
        />
        <ConventionChoice
          {...choiceOf('paper')}
          label="Paper of reports"
          values={papers}
          labelOf={paper => paper}
        />
      </div>
      <TextSizeField />
      <Input.Wrapper label="Appearance" labelElement="div">
        <div>
          <SegmentedControl
            aria-label="Appearance"
            mt={6}
            data={[...schemes]}
            value={colorScheme}
            onChange={picked => {
              const scheme = schemes.find(({ value }) => value === picked)
              if (scheme) setColorScheme(scheme.value)
            }}
          />
        </div>
      </Input.Wrapper>
    </SettingsSection>
  )
}

const EXAMPLE_DATE = '2026-11-20'
const EXAMPLE_MINUTES = 16 * 60 + 5
const EXAMPLE_NUMBER = 1850.5

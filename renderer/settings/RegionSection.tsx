import { Input, SegmentedControl, Select, useMantineColorScheme } from '@mantine/core'
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
import { createFieldProps } from '../ui/fields/field-props.ts'
import { TextSizeField } from '../ui/fields/TextSizeField.tsx'
import { EmergencyNumber } from './EmergencyNumber.tsx'
import classes from './Settings.module.css'
import { SettingsSection } from './SettingsSection.tsx'
import type { StoredProfile } from './use-stored-profile.ts'

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

interface ConventionChoiceProps<Value> {
  label: string
  values: readonly Value[]
  labelOf: (value: Value) => string
  /** Convention of the system's region. */
  system: Value
  /** Null to follow the system. */
  value: Value | null
  onChange: (value: Value | null) => void
}

const AS_SYSTEM = 'system'

/** Select of one convention: the system's, which is named, or a fixed value. */
function ConventionChoice<Value extends string | number>(props: ConventionChoiceProps<Value>) {
  const { label, values, labelOf, system, value, onChange } = props
  return (
    <Select
      label={label}
      data={[
        { value: AS_SYSTEM, label: `As the system (${labelOf(system)})` },
        ...values.map(one => ({ value: String(one), label: labelOf(one) })),
      ]}
      value={value === null ? AS_SYSTEM : String(value)}
      onChange={picked => onChange(values.find(one => String(one) === picked) ?? null)}
      allowDeselect={false}
    />
  )
}

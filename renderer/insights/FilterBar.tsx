import { Button, NativeSelect } from '@mantine/core'
import { type RefObject, useRef } from 'react'
import {
  type CrampFilter,
  everyCramp,
  filteredSides,
  isEveryCramp,
  timesOfDay,
} from '../../shared/analysis/cramp-filter.ts'
import { statesAtOnset } from '../../shared/kinds/cramp.ts'
import { muscles, sides } from '../../shared/kinds/muscles.ts'
import classes from './FilterBar.module.css'

interface FilterBarProps {
  filter: CrampFilter
  onChange: (filter: CrampFilter) => void
}

const timeWords = { night: 'At night (21:00 to 09:00)', day: 'By day (09:00 to 21:00)' } as const

/** Cramp filter of all charts and findings. */
export function FilterBar({ filter, onChange }: FilterBarProps) {
  const first = useRef<HTMLSelectElement>(null)
  return (
    <fieldset className={classes.bar}>
      <legend className={classes.legend}>Which cramps</legend>
      <Choice
        label="Place"
        field={first}
        unfiltered="Any place"
        values={muscles.ids}
        words={muscles.words}
        value={filter.muscle}
        onChange={muscle => onChange({ ...filter, muscle })}
      />
      <Choice
        label="Side"
        unfiltered="Either side"
        values={filteredSides}
        words={sides.words}
        value={filter.side}
        onChange={side => onChange({ ...filter, side })}
      />
      <Choice
        label="Time of day"
        unfiltered="Night and day"
        values={timesOfDay}
        words={timeWords}
        value={filter.time}
        onChange={time => onChange({ ...filter, time })}
      />
      <Choice
        label="Circumstances"
        unfiltered="Whatever I was doing"
        values={statesAtOnset.ids}
        words={statesAtOnset.words}
        value={filter.state}
        onChange={state => onChange({ ...filter, state })}
      />
      {!isEveryCramp(filter) && (
        <Button
          variant="subtle"
          size="sm"
          onClick={() => {
            onChange(everyCramp)
            // The button is about to go, and with it the focus.
            first.current?.focus()
          }}
        >
          All cramps
        </Button>
      )}
    </fieldset>
  )
}

interface ChoiceProps<Value extends string> {
  label: string
  field?: RefObject<HTMLSelectElement | null>
  /** The choice of none of them. */
  unfiltered: string
  values: readonly Value[]
  words: Readonly<Record<Value, string>>
  value: Value | null
  onChange: (value: Value | null) => void
}

function Choice<Value extends string>({
  label,
  field,
  unfiltered,
  values,
  words,
  value,
  onChange,
}: ChoiceProps<Value>) {
  return (
    <NativeSelect
      {...(field !== undefined && { ref: field })}
      aria-label={label}
      size="sm"
      className={classes.choice ?? ''}
      data-chosen={value !== null || undefined}
      value={value ?? ''}
      onChange={event => onChange(values.find(known => known === event.currentTarget.value) ?? null)}
      data={[
        { value: '', label: unfiltered },
        ...values.map(known => ({ value: known, label: words[known] })),
      ]}
    />
  )
}

import { Select, SimpleGrid, Switch } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { isStandingOrSitting, sweatLevels } from '../../shared/kinds/activities.ts'
import { activity } from '../../shared/kinds/activity.ts'
import { thingKeyOf } from '../../shared/kinds/thing-key.ts'
import { MS_PER_MINUTE } from '../../shared/time/moment.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'
import { useClock } from '../data/clock.ts'
import { useLists, useShoes } from '../data/queries.ts'
import { useUnits } from '../data/units.ts'
import { Choice } from '../ui/fields/Choice.tsx'
import type { TypedNumber } from '../ui/fields/field-values.ts'
import { MeasureField } from '../ui/fields/MeasureField.tsx'
import { QuantityField } from '../ui/fields/QuantityField.tsx'
import { YesNo } from '../ui/fields/YesNo.tsx'
import { ZeroToTen } from '../ui/fields/ZeroToTen.tsx'
import { FormFrame } from './FormFrame.tsx'
import { readerOf } from './kind-form.ts'
import { AddToList } from './ListThingDialog.tsx'
import { More } from './More.tsx'
import { NoteField } from './NoteField.tsx'
import type { RequestOf } from './requests.ts'
import { type EntryFormProps, useEntryForm } from './use-entry-form.ts'
import { WhenFields } from './WhenFields.tsx'
import { isSameWhen, type When, whenOf } from './when.ts'

export function ActivityForm(props: EntryFormProps<RequestOf<'activity'>>) {
  const { form, submission } = useEntryForm(props, readerOf(activity))
  const units = useUnits()
  const { values } = form
  const { activities } = useLists()
  const still = activities.get(values.activity).isStill
  const mayBeWholeDay = isStandingOrSitting(values.activity)
  const wholeDay = mayBeWholeDay && values.wholeDay
  // A filled field is shown even if the activity does not ask for it, so that nothing is stored unseen.
  const hasBout = still || values.longestBoutMinutes !== ''
  const startBefore = useStartBefore()
  /** A new activity has just ended, so its start follows its length until the start itself is changed. */
  function changeLength(durationMinutes: TypedNumber) {
    const isGuessed =
      props.request.entry === null && isSameWhen(values.when, startBefore(values.durationMinutes))
    form.setFieldValue('durationMinutes', durationMinutes)
    if (isGuessed) form.setFieldValue('when', startBefore(durationMinutes))
  }
  const hasDistance = !still || values.distanceKm !== '' || values.climbM !== ''
  return (
    <FormFrame submission={submission} onCancel={props.onCancel}>
      <Choice
        label="What you did"
        words={activities.idsWith(values.activity)}
        labels={activities.words}
        value={values.activity}
        error={form.errors.activity}
        onChange={activity => activity && form.setFieldValue('activity', activity)}
      />
      <AddToList list="activity" onAdded={({ id }) => form.setFieldValue('activity', thingKeyOf(id))} />
      {mayBeWholeDay && (
        <Switch
          label="For the day as a whole"
          description="For when you know roughly how long, but not exactly when."
          {...form.getInputProps('wholeDay', { type: 'checkbox' })}
          error={form.errors.wholeDay}
        />
      )}
      <QuantityField
        label="How long"
        unit="min"
        unitName="minutes"
        data-autofocus
        {...form.getInputProps('durationMinutes')}
        onChange={changeLength}
      />
      <WhenFields
        clockLabel="Started at"
        withoutClock={wholeDay}
        when={values.when}
        onChange={when => form.setFieldValue('when', when)}
        error={form.errors['when.clock']}
      />
      {!wholeDay && (
        <PickedShoe
          value={values.shoeId}
          onChange={shoeId => form.setFieldValue('shoeId', shoeId)}
          error={form.errors.shoeId}
        />
      )}
      <ZeroToTen
        label="How hard it felt overall"
        ends={['at rest', 'as hard as possible']}
        value={values.exertion}
        onChange={exertion => form.setFieldValue('exertion', exertion)}
        error={form.errors.exertion}
      />
      <More opened={submission.isMoreOpen} onToggle={submission.toggleMore}>
        {hasBout && (
          <QuantityField
            label="Longest stretch without a break"
            unit="min"
            unitName="minutes"
            {...form.getInputProps('longestBoutMinutes')}
          />
        )}
        <YesNo
          label="New or harder than usual"
          value={values.newOrHarder}
          onChange={newOrHarder => form.setFieldValue('newOrHarder', newOrHarder)}
        />
        <Choice
          label="Sweat"
          words={sweatLevels.ids}
          labels={sweatLevels.words}
          value={values.sweat}
          onChange={sweat => form.setFieldValue('sweat', sweat)}
          error={form.errors.sweat}
          optional
        />
        <YesNo
          label="In cold water or cold weather"
          value={values.cold}
          onChange={cold => form.setFieldValue('cold', cold)}
        />
        {values.activity === 'swim' && (
          <MeasureField
            label="Water temperature"
            unit={units.temperature}
            limits={[0, 45]}
            {...form.getInputProps('waterTemperatureC')}
          />
        )}
        <SimpleGrid cols={2} spacing="sm">
          <QuantityField
            label="Warm-up"
            unit="min"
            unitName="minutes"
            {...form.getInputProps('warmUpMinutes')}
          />
          <QuantityField
            label="Cool-down"
            unit="min"
            unitName="minutes"
            {...form.getInputProps('coolDownMinutes')}
          />
          {hasDistance && (
            <>
              <QuantityField
                label="Distance"
                unit="km"
                unitName="kilometres"
                {...form.getInputProps('distanceKm')}
              />
              <QuantityField label="Climb" unit="m" unitName="metres" {...form.getInputProps('climbM')} />
            </>
          )}
        </SimpleGrid>
      </More>
      <NoteField {...form.getInputProps('note')} />
    </FormFrame>
  )
}

interface PickedShoeProps {
  value: number | null
  onChange: (shoeId: number | null) => void
  error: ReactNode
}

/** Select of a shoe worn for the activity; nothing while the closet is empty. */
function PickedShoe({ value, onChange, error }: PickedShoeProps) {
  const { data: shoes = [] } = useShoes()
  const offered = shoes.filter(({ id, retired }) => !retired || id === value)
  if (offered.length === 0) return null
  return (
    <Select
      label="Shoe"
      description="It is also written down as worn from start to end."
      placeholder="No answer"
      data={offered.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={value === null ? null : String(value)}
      onChange={id => onChange(id === null ? null : Number(id))}
      clearable
      error={error}
    />
  )
}

const MINUTES_PER_DAY = 1440

/** Start of an activity of a given length that ended as the form was opened. */
function useStartBefore(): (durationMinutes: TypedNumber) => When {
  const clock = useClock()
  const [openedAt] = useState(clock.now)
  return durationMinutes => {
    const typed = typeof durationMinutes === 'number' ? durationMinutes : 0
    // Clamped, so that there is a date to show while an impossible length is typed.
    const minutes = Math.max(0, Math.min(typed, MINUTES_PER_DAY))
    return whenOf(momentOfInstant(openedAt - minutes * MS_PER_MINUTE, clock.timeZone()))
  }
}

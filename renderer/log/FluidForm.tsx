import { Button, Group, Select } from '@mantine/core'
import { isAlcoholic } from '../../shared/kinds/alcohol.ts'
import type { Drink } from '../../shared/kinds/drinks.ts'
import { fluid } from '../../shared/kinds/fluid.ts'
import { createLists, getOwnMeasures, type JournalLists } from '../../shared/kinds/journal-lists.ts'
import { formatSite } from '../../shared/kinds/muscles.ts'
import { isThingKey, thingKeyOf } from '../../shared/kinds/thing-key.ts'
import { DRINK_LIMITS_ML } from '../../shared/kinds/volume.ts'
import { addDays } from '../../shared/time/calendar-date.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { useNow } from '../data/clock.ts'
import { formatDate } from '../data/format.ts'
import { useDay, useLists } from '../data/queries.ts'
import { useUnits } from '../data/units.ts'
import { Choice } from '../ui/fields/Choice.tsx'
import { MeasureField } from '../ui/fields/MeasureField.tsx'
import { QuantityField } from '../ui/fields/QuantityField.tsx'
import { getReadable } from '../ui/fields/unread.ts'
import { formatEntryTime } from './entry-text.ts'
import { FormFrame } from './FormFrame.tsx'
import { readerOf } from './kind-form.ts'
import { AddToList } from './ListThingDialog.tsx'
import { More } from './More.tsx'
import { NoteField } from './NoteField.tsx'
import type { RequestOf } from './requests.ts'
import { type EntryFormProps, useEntryForm } from './use-entry-form.ts'
import { WhenFields } from './WhenFields.tsx'
import type { When } from './when.ts'

export function FluidForm(props: EntryFormProps<RequestOf<'fluid'>>) {
  const { form, submission } = useEntryForm(props, readerOf(fluid))
  const { values } = form
  const units = useUnits()
  const lists = useLists()
  /** An own drink brings its usual size and strength along in place of preselected ones; what was typed stays. */
  function choose(drink: Drink, known: JournalLists) {
    form.setFieldValue('drink', drink)
    const { usualMl, strength } = getOwnMeasures(drink, known)
    if (!isThingKey(drink) || props.request.entry !== null) return
    const { volumeMl, alcoholPercent } = props.request.values
    if (usualMl !== null && values.volumeMl === volumeMl) form.setFieldValue('volumeMl', usualMl)
    if (values.alcoholPercent === alcoholPercent) form.setFieldValue('alcoholPercent', strength ?? '')
  }
  const alcohol = (
    <QuantityField
      label="Alcohol"
      description="Strength as shown on the label"
      unit="%"
      unitName="percent by volume"
      {...form.getInputProps('alcoholPercent')}
    />
  )
  return (
    <FormFrame submission={submission} onCancel={props.onCancel}>
      <Choice
        label="Drink"
        words={lists.drinks.idsWith(values.drink)}
        labels={lists.drinks.words}
        value={values.drink}
        error={form.errors.drink}
        onChange={drink => drink && choose(drink, lists)}
      />
      <AddToList list="drink" onAdded={thing => choose(thingKeyOf(thing.id), createLists([thing]))} />
      <div>
        <MeasureField
          label="Amount"
          unit={units.volume}
          limits={DRINK_LIMITS_ML}
          data-autofocus
          {...form.getInputProps('volumeMl')}
        />
        <Group gap={6} mt="xs">
          {units.commonVolumesMl.map(volumeMl => (
            <Button
              key={volumeMl}
              size="compact-sm"
              variant={values.volumeMl === volumeMl ? 'filled' : 'default'}
              aria-pressed={values.volumeMl === volumeMl}
              onClick={() => form.setFieldValue('volumeMl', volumeMl)}
            >
              {units.formatVolume(volumeMl)}
            </Button>
          ))}
        </Group>
      </div>
      {isAlcoholic(values.drink, lists) && alcohol}
      <WhenFields
        clockLabel="Drunk at"
        when={values.when}
        onChange={when => form.setFieldValue('when', when)}
        error={form.errors['when.clock']}
      />
      <More opened={submission.isMoreOpen} onToggle={submission.toggleMore}>
        {!isAlcoholic(values.drink, lists) && alcohol}
        <QuantityField
          label="Caffeine"
          unit="mg"
          unitName="milligrams"
          {...form.getInputProps('caffeineMg')}
        />
        <ReliefSelect
          when={values.when}
          value={values.reliefOf}
          error={form.errors.reliefOf}
          onChange={reliefOf => form.setFieldValue('reliefOf', reliefOf)}
        />
      </More>
      <NoteField {...form.getInputProps('note')} />
    </FormFrame>
  )
}

interface ReliefSelectProps {
  when: When
  value: number | null
  onChange: (crampId: number | null) => void
  error: React.ReactNode
}

/** Link to the cramp that the drink was taken for: a cramp of the same or of the previous day. */
function ReliefSelect({ when, value, onChange, error }: ReliefSelectProps) {
  const date = getReadable(when.date)
  const cramps = useCrampsAround(date)
  const options = cramps.map(cramp => ({
    value: String(cramp.id),
    label: `${cramp.sites.map(formatSite).join(', ')}, ${formatDate(date, 'short')}, ${formatEntryTime(cramp)}`,
  }))
  if (value !== null && !cramps.some(cramp => cramp.id === value))
    options.push({ value: String(value), label: 'A cramp on another day' })
  return (
    <Select
      label="For a cramp"
      description="A drink you took for a cramp does not count as something that came before it."
      placeholder={options.length === 0 ? 'No cramp logged around this time' : 'None'}
      disabled={options.length === 0}
      data={options}
      value={value === null ? null : String(value)}
      onChange={id => onChange(id === null ? null : Number(id))}
      clearable
      error={error}
    />
  )
}

/** @param date '' while it cannot be read; the result is then empty */
function useCrampsAround(date: string) {
  const today = calendarDate(useNow())
  const sameDay = useDay(date || today)
  const dayBefore = useDay(addDays(date || today, -1))
  if (date === '') return []
  return [...(dayBefore.data?.entries ?? []), ...(sameDay.data?.entries ?? [])].filter(
    entry => entry.kind === 'cramp',
  )
}

import { Input, SegmentedControl, Switch, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { findTakenName, writeTakenName } from '../../shared/kinds/journal-lists.ts'
import type { OwnList } from '../../shared/kinds/list.ts'
import {
  type CaffeineAnswer,
  caffeineAnswers,
  type OwnThing,
  type OwnThingDraft,
  ownThingDraft,
} from '../../shared/kinds/own-thing.ts'
import { DRINK_LIMITS_ML } from '../../shared/kinds/volume.ts'
import { useAddOwnThing, useChangeOwnThing, useOwnThings } from '../data/queries.ts'
import { useUnits } from '../data/units.ts'
import { readTypedNumber, type TypedNumber } from '../ui/fields/field-values.ts'
import { MeasureField } from '../ui/fields/MeasureField.tsx'
import { QuantityField } from '../ui/fields/QuantityField.tsx'
import { type FormErrors, toFormErrors } from './draft-problems.ts'
import { listWords } from './own-thing-words.ts'
import { RecordFormFrame } from './RecordFormFrame.tsx'
import type { FormName } from './unsaved-forms.ts'
import { useRecordForm } from './use-record-form.ts'

/** Inputs of all lists; each shows its own. */
type ThingValues = {
  name: string
  archived: boolean
  usualMl: TypedNumber
  alcoholPercent: TypedNumber
  caffeine: CaffeineAnswer
  hasElectrolytes: boolean
  isStill: boolean
}

const blankThing: ThingValues = {
  name: '',
  archived: false,
  usualMl: '',
  alcoholPercent: '',
  caffeine: 'no',
  hasElectrolytes: false,
  isStill: false,
}

function valuesOf(thing: OwnThing): ThingValues {
  const { name, archived } = thing
  const common = { ...blankThing, name, archived }
  if (thing.list === 'activity') return { ...common, isStill: thing.isStill }
  if (thing.list !== 'drink') return common
  const { usualMl, alcoholPercent, caffeine, hasElectrolytes } = thing
  return {
    ...common,
    usualMl: usualMl ?? '',
    alcoholPercent: alcoholPercent || '',
    caffeine,
    hasElectrolytes,
  }
}

function makeDraft(list: OwnList, values: ThingValues): OwnThingDraft {
  const { name, archived, usualMl, alcoholPercent, caffeine, hasElectrolytes, isStill } = values
  const common = { name, archived }
  if (list === 'activity') return { ...common, list, isStill }
  if (list !== 'drink') return { ...common, list }
  return {
    ...common,
    list,
    usualMl: readTypedNumber(usualMl),
    // An empty field means a drink without alcohol; the label says so.
    alcoholPercent: readTypedNumber(alcoholPercent) ?? 0,
    caffeine,
    hasElectrolytes,
  }
}

/** Storage name of the unsaved form. */
export const nameThingForm = (list: OwnList, thing: OwnThing | null): FormName => ({
  kind: `own ${list}`,
  entry: thing,
})

export interface ListThingFormProps {
  list: OwnList
  /** The thing to change; null for a new one. */
  thing: OwnThing | null
  onCancel: () => void
  onSaved: (thing: OwnThing) => void
  /** Called when there starts or stops being input that closing would lose. */
  onDirtyChange: (isDirty: boolean) => void
}

/** Name and facts of an own drink, activity, relief or symptom. */
export function ListThingForm({ list, thing, onCancel, onSaved, onDirtyChange }: ListThingFormProps) {
  const { data: things = [] } = useOwnThings()
  const add = useAddOwnThing()
  const change = useChangeOwnThing()
  const state = useRecordForm({
    name: nameThingForm(list, thing),
    stored: thing === null ? blankThing : valuesOf(thing),
    validate: values => findErrors(list, values, things, thing?.id),
    store: values => {
      const draft = makeDraft(list, values)
      return thing === null ? add.mutateAsync(draft) : change.mutateAsync({ id: thing.id, draft })
    },
    onSaved,
    onDirtyChange,
  })
  const { form } = state
  const { values } = form

  return (
    <RecordFormFrame
      state={state}
      saveLabel={thing === null ? `Add “${values.name.trim() || '…'}”` : 'Save'}
      isSaving={add.isPending || change.isPending}
      onCancel={onCancel}
    >
      <TextInput
        label="Name"
        placeholder={listWords[list].example}
        data-autofocus
        {...form.getInputProps('name')}
      />
      {list === 'drink' && <DrinkFields form={form} />}
      {list === 'activity' && (
        <Input.Wrapper label="How is it done" labelElement="div">
          <SegmentedControl
            mt={4}
            fullWidth
            size="sm"
            aria-label="How is it done"
            data={[
              { value: 'moving', label: 'Moving' },
              { value: 'still', label: 'Without moving' },
            ]}
            value={values.isStill ? 'still' : 'moving'}
            onChange={answer => form.setFieldValue('isStill', answer === 'still')}
          />
          <Input.Description mt={4}>Done without moving, it does not count as training.</Input.Description>
        </Input.Wrapper>
      )}
      {list === 'symptom' && (
        <Text size="sm">
          It is shown and counted with your cramps. No warning sign goes by it: if something worries you, tick
          the sign in the list, or ask a doctor.
        </Text>
      )}
    </RecordFormFrame>
  )
}

type ThingForm = Pick<UseFormReturnType<ThingValues>, 'getInputProps' | 'setFieldValue' | 'values'>

/** Usual size and facts of a drink. */
function DrinkFields({ form }: { form: ThingForm }) {
  const units = useUnits()
  return (
    <>
      <MeasureField
        label="Usual size"
        description="Offered first when you log it. May stay empty."
        unit={units.volume}
        limits={DRINK_LIMITS_ML}
        {...form.getInputProps('usualMl')}
      />
      <QuantityField
        label="Alcohol"
        description="Leave this empty if it has none."
        unit="%"
        unitName="percent by volume"
        {...form.getInputProps('alcoholPercent')}
      />
      <Input.Wrapper label="Caffeine" labelElement="div">
        <SegmentedControl
          mt={4}
          fullWidth
          size="sm"
          aria-label="Caffeine"
          data={caffeineAnswers.ids.map(value => ({ value, label: caffeineAnswers.words[value] }))}
          value={form.values.caffeine}
          onChange={caffeine => form.setFieldValue('caffeine', caffeine)}
        />
      </Input.Wrapper>
      <Switch
        label="With electrolytes"
        description="Such as a sports or rehydration drink, or broth."
        {...form.getInputProps('hasElectrolytes', { type: 'checkbox' })}
      />
    </>
  )
}

function findErrors(
  list: OwnList,
  values: ThingValues,
  things: readonly OwnThing[],
  ownId: number | undefined,
): FormErrors {
  const parsed = ownThingDraft.safeParse(makeDraft(list, values))
  if (!parsed.success)
    return toFormErrors(parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })))
  const taken = findTakenName(list, parsed.data.name, things, ownId)
  return taken === undefined ? {} : { name: writeTakenName(taken) }
}

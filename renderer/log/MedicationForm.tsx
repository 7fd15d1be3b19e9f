import { Text, TextInput } from '@mantine/core'
import { medication } from '../../shared/kinds/medication.ts'
import { findCourseClass } from '../../shared/kinds/medication-courses.ts'
import {
  findMedicineClass,
  type MedicationChange,
  type MedicineClass,
  medicationChanges,
} from '../../shared/kinds/medicines.ts'
import { recordOf } from '../../shared/kinds/record.ts'
import { getNow, useClock } from '../data/clock.ts'
import { useMedication } from '../data/queries.ts'
import { Choice } from '../ui/fields/Choice.tsx'
import { FormFrame } from './FormFrame.tsx'
import { readForm } from './kind-form.ts'
import { MedicineClassField } from './MedicineClassField.tsx'
import { NoteField } from './NoteField.tsx'
import type { RequestOf } from './requests.ts'
import { type EntryFormProps, useEntryForm } from './use-entry-form.ts'
import { WhenFields } from './WhenFields.tsx'
import { whenOf } from './when.ts'

const changeLabels = recordOf<Readonly<Record<MedicationChange, string>>>(
  medicationChanges.ids.map(change => [change, medicationChanges.get(change).asked]),
)

export function MedicationForm(props: EntryFormProps<RequestOf<'medication'>>) {
  const clock = useClock()
  const { data: written = [] } = useMedication()
  const { entry } = props.request
  // "I already take it" is stored at the moment of writing: when it began is unknown.
  const isLeftOpen = (change: MedicationChange | null) => change === 'taking' && entry === null
  const { form, submission } = useEntryForm(props, (values, zone, original) =>
    readForm(
      medication,
      isLeftOpen(values.change) ? { ...values, when: whenOf(getNow(clock)) } : values,
      zone,
      original,
    ),
  )
  const { values } = form
  const courses = written.filter(one => one.kind === 'medication')
  const classOf = (name: string): MedicineClass =>
    findCourseClass(courses, name) ?? findMedicineClass(name) ?? 'other'

  /** The class follows the name until the person has chosen another one. */
  function rename(name: string) {
    if (values.medicineClass === classOf(values.name)) form.setFieldValue('medicineClass', classOf(name))
    form.setFieldValue('name', name)
  }

  // A change of a medicine on the list is opened with its name and no choice.
  const isKnown = entry === null && props.request.values.change === null
  return (
    <FormFrame submission={submission} onCancel={props.onCancel}>
      <TextInput
        label="Name"
        description="As shown on the packet. Use the same name each time, so that all changes of one medicine stay together."
        data-autofocus
        {...form.getInputProps('name')}
        onChange={event => rename(event.currentTarget.value)}
      />
      <MedicineClassField
        value={values.medicineClass}
        onChange={medicineClass => form.setFieldValue('medicineClass', medicineClass)}
        error={form.errors.medicineClass}
      />
      <Choice
        label="What to write down"
        description={isLeftOpen(values.change) && 'It is listed as taken since before the diary.'}
        words={medicationChanges.ids.filter(change => change !== 'taking' || !isKnown)}
        labels={changeLabels}
        value={values.change}
        onChange={change => change && form.setFieldValue('change', change)}
        error={form.errors.change}
      />
      <TextInput label="Dose" placeholder="10 mg in the evening" {...form.getInputProps('dose')} />
      {!isLeftOpen(values.change) && (
        <WhenFields
          clockLabel={values.change === 'taking' ? 'Written down at' : 'From'}
          when={values.when}
          onChange={when => form.setFieldValue('when', when)}
          error={form.errors['when.clock']}
        />
      )}
      <NoteField {...form.getInputProps('note')} />
      <Text size="xs" c="dimmed">
        This only keeps a record. Talk to your doctor or pharmacist before you change a medicine.
      </Text>
    </FormFrame>
  )
}

import { Text, TextInput } from '@mantine/core'
import { medication } from '../../shared/kinds/medication.ts'
import { medicationChanges, medicineClasses } from '../../shared/kinds/medicines.ts'
import { Choice } from '../ui/fields/Choice.tsx'
import { FormFrame } from './FormFrame.tsx'
import { readerOf } from './kind-form.ts'
import { NoteField } from './NoteField.tsx'
import type { RequestOf } from './requests.ts'
import { type EntryFormProps, useEntryForm } from './use-entry-form.ts'
import { WhenFields } from './WhenFields.tsx'

export function MedicationForm(props: EntryFormProps<RequestOf<'medication'>>) {
  const { form, submission } = useEntryForm(props, readerOf(medication))
  const { values } = form
  return (
    <FormFrame submission={submission} onCancel={props.onCancel}>
      <TextInput
        label="Name"
        description="As shown on the packet. Use the same name each time, so that all changes of one medicine stay together."
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Choice
        label="Kind of medicine"
        words={medicineClasses.ids}
        labels={medicineClasses.words}
        value={values.medicineClass}
        onChange={medicineClass => form.setFieldValue('medicineClass', medicineClass)}
        error={form.errors.medicineClass}
      />
      <Choice
        label="What changed"
        words={medicationChanges.ids}
        labels={medicationChanges.words}
        value={values.change}
        onChange={change => change && form.setFieldValue('change', change)}
        error={form.errors.change}
      />
      <TextInput label="Dose" placeholder="10 mg in the evening" {...form.getInputProps('dose')} />
      <WhenFields
        clockLabel="From"
        when={values.when}
        onChange={when => form.setFieldValue('when', when)}
        error={form.errors['when.clock']}
      />
      <NoteField {...form.getInputProps('note')} />
      <Text size="xs" c="dimmed">
        This only keeps a record. Talk to your doctor or pharmacist before you change a medicine.
      </Text>
    </FormFrame>
  )
}

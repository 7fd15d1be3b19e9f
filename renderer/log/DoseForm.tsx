import { Text, TextInput } from '@mantine/core'
import { dose } from '../../shared/kinds/dose.ts'
import { FormFrame } from './FormFrame.tsx'
import { readerOf } from './kind-form.ts'
import { NoteField } from './NoteField.tsx'
import type { RequestOf } from './requests.ts'
import { type EntryFormProps, useEntryForm } from './use-entry-form.ts'
import { WhenFields } from './WhenFields.tsx'

export function DoseForm(props: EntryFormProps<RequestOf<'dose'>>) {
  const { form, submission } = useEntryForm(props, readerOf(dose))
  return (
    <FormFrame submission={submission} onCancel={props.onCancel}>
      <TextInput
        label="Name"
        description="A medicine that you take only now and then. One that you take every day goes under “Medicine”."
        data-autofocus
        {...form.getInputProps('name')}
      />
      <TextInput label="How much" placeholder="400 mg, or 2 tablets" {...form.getInputProps('amount')} />
      <WhenFields
        clockLabel="Taken at"
        when={form.values.when}
        onChange={when => form.setFieldValue('when', when)}
        error={form.errors['when.clock']}
      />
      <NoteField {...form.getInputProps('note')} />
      <Text size="xs" c="dimmed">
        This only keeps a record. Talk to your doctor or pharmacist if you need it often.
      </Text>
    </FormFrame>
  )
}

import { Switch } from '@mantine/core'
import { muscles } from '../../shared/kinds/muscles.ts'
import { stretch } from '../../shared/kinds/stretch.ts'
import { QuantityField } from '../ui/fields/QuantityField.tsx'
import { Ticks } from '../ui/fields/Ticks.tsx'
import { FormFrame } from './FormFrame.tsx'
import { readerOf } from './kind-form.ts'
import { NoteField } from './NoteField.tsx'
import type { RequestOf } from './requests.ts'
import { type EntryFormProps, useEntryForm } from './use-entry-form.ts'
import { WhenFields } from './WhenFields.tsx'

export function StretchForm(props: EntryFormProps<RequestOf<'stretch'>>) {
  const { form, submission } = useEntryForm(props, readerOf(stretch))
  const { values } = form
  return (
    <FormFrame submission={submission} onCancel={props.onCancel}>
      <Ticks
        label="What you stretched"
        description="Stretching to ease a cramp is noted with that cramp, not here."
        words={muscles.ids}
        labels={muscles.words}
        value={values.muscles}
        onChange={picked => form.setFieldValue('muscles', picked)}
        error={form.errors.muscles}
        autoFocus
      />
      <QuantityField
        label="How long"
        unit="min"
        unitName="minutes"
        {...form.getInputProps('durationMinutes')}
      />
      <WhenFields
        clockLabel="Stretched at"
        when={values.when}
        onChange={when => form.setFieldValue('when', when)}
        error={form.errors['when.clock']}
      />
      <Switch label="Before bed" {...form.getInputProps('beforeBed', { type: 'checkbox' })} />
      <NoteField {...form.getInputProps('note')} />
    </FormFrame>
  )
}

import { Select } from '@mantine/core'
import { ownFactorEntry } from '../../shared/kinds/own-factor.ts'
import { useOwnFactors } from '../data/queries.ts'
import { YesNo } from '../ui/fields/YesNo.tsx'
import { FormFrame } from './FormFrame.tsx'
import { readerOf } from './kind-form.ts'
import { NoteField } from './NoteField.tsx'
import type { RequestOf } from './requests.ts'
import { type EntryFormProps, useEntryForm } from './use-entry-form.ts'
import { WhenFields } from './WhenFields.tsx'

export function OwnFactorForm(props: EntryFormProps<RequestOf<'own-factor'>>) {
  const { form, submission } = useEntryForm(props, readerOf(ownFactorEntry))
  const { data: factors = [] } = useOwnFactors()
  const { values } = form
  const offered = factors.filter(({ id, archived }) => !archived || id === values.factorId)
  return (
    <FormFrame submission={submission} onCancel={props.onCancel}>
      <Select
        label="What is this about?"
        description={
          offered.length === 0 &&
          'You follow nothing of your own yet. Add it on Today, under “Follow something else”.'
        }
        placeholder="Choose"
        data={offered.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={values.factorId === null ? null : String(values.factorId)}
        onChange={picked => picked !== null && form.setFieldValue('factorId', Number(picked))}
        error={form.errors.factorId}
        data-autofocus
      />
      <WhenFields
        clockLabel="At"
        withoutClock
        when={values.when}
        onChange={when => form.setFieldValue('when', when)}
        error={form.errors['when.clock']}
      />
      <YesNo
        label="Was it there on that day?"
        value={values.present}
        onChange={answer => form.setFieldValue('present', answer)}
        error={form.errors.present}
      />
      <NoteField {...form.getInputProps('note')} />
    </FormFrame>
  )
}

import { Select } from '@mantine/core'
import { ownFactorEntry } from '../../shared/kinds/own-factor.ts'
import { useOwnFactors } from '../data/queries.ts'
import { NumberInput } from '../ui/fields/NumberInput.tsx'
import { YesNo } from '../ui/fields/YesNo.tsx'
import { ZeroToTen } from '../ui/fields/ZeroToTen.tsx'
import { FormFrame } from './FormFrame.tsx'
import { readerOf } from './kind-form.ts'
import { NoteField } from './NoteField.tsx'
import type { RequestOf } from './requests.ts'
import { type EntryFormProps, useEntryForm } from './use-entry-form.ts'
import { WhenFields } from './WhenFields.tsx'

export function OwnFactorForm(props: EntryFormProps<RequestOf<'own-factor'>>) {
  const { form, submission } = useEntryForm(props, readerOf(ownFactorEntry))
  const { data: factors = [] } = useOwnFactors()
  const { values, errors } = form
  const offered = factors.filter(({ id, archived }) => !archived || id === values.factorId)
  const chosen = offered.find(({ id }) => id === values.factorId)

  /** An answer to another question is dropped. */
  function choose(factorId: number) {
    const next = offered.find(({ id }) => id === factorId)
    const staysAnswered = next?.answer === chosen?.answer && next?.unit === chosen?.unit
    form.setValues({ factorId, ...(!staysAnswered && { present: '', amount: '', score: null }) })
  }

  return (
    <FormFrame submission={submission} onCancel={props.onCancel}>
      <Select
        label="What is this about?"
        description={
          offered.length === 0 &&
          'You follow nothing of your own yet. Add it on Today, under “Follow something else”.'
        }
        placeholder="Choose"
        searchable={offered.length > 12}
        data={offered.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={values.factorId === null ? null : String(values.factorId)}
        onChange={picked => picked !== null && choose(Number(picked))}
        error={errors.factorId}
        data-autofocus={chosen === undefined || undefined}
      />
      {chosen?.answer === 'amount' && (
        <NumberInput
          label={`How much, in ${chosen.unit}`}
          units={[chosen.unit ?? '']}
          value={values.amount}
          onChange={amount => form.setFieldValue('amount', amount)}
          error={errors.amount ?? errors.present}
          data-autofocus
        />
      )}
      {chosen?.answer === 'scale' && (
        <ZeroToTen
          label="How much, from 0 to 10?"
          ends={['Not at all', 'The most']}
          value={values.score}
          onChange={score => form.setFieldValue('score', score)}
          error={errors.score ?? errors.present}
        />
      )}
      {chosen?.answer === 'yes-no' && (
        <YesNo
          label="Was it there on that day?"
          value={values.present}
          onChange={answer => form.setFieldValue('present', answer)}
          error={errors.present}
        />
      )}
      <WhenFields
        clockLabel="At"
        withoutClock={chosen?.answer !== 'amount'}
        when={values.when}
        onChange={when => form.setFieldValue('when', when)}
        error={errors['when.clock']}
      />
      <NoteField {...form.getInputProps('note')} />
    </FormFrame>
  )
}

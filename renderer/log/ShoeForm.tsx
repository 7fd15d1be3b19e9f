import { Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  archSupports,
  cushionings,
  findUnlikelyShoe,
  type Shoe,
  type ShoeDraft,
  shoeDraft,
  shoeFits,
  shoeKinds,
} from '../../shared/kinds/footwear.ts'
import { useAddShoe, useChangeShoe } from '../data/queries.ts'
import { Choice } from '../ui/fields/Choice.tsx'
import { QuestionsProvider } from '../ui/fields/FieldQuestion.tsx'
import {
  readTypedNumber,
  readYesNo,
  type TypedNumber,
  type YesNoAnswer,
  yesNoOf,
} from '../ui/fields/field-values.ts'
import { QuantityField } from '../ui/fields/QuantityField.tsx'
import { YesNo } from '../ui/fields/YesNo.tsx'
import { toFormErrors } from './draft-problems.ts'
import { RecordFormFrame } from './RecordFormFrame.tsx'
import type { FormName } from './unsaved-forms.ts'
import { useRecordForm } from './use-record-form.ts'

type ShoeValues = Omit<ShoeDraft, 'heelMm' | 'insole'> & { heelMm: TypedNumber; insole: YesNoAnswer }

const blankShoe: ShoeValues = {
  name: '',
  kind: 'trainer',
  archSupport: null,
  fit: null,
  heelMm: '',
  cushioning: null,
  insole: '',
  retired: false,
}

function shoeValuesOf(shoe: Shoe): ShoeValues {
  const { id: _id, ...draft } = shoe
  return { ...draft, heelMm: shoe.heelMm ?? '', insole: yesNoOf(shoe.insole) }
}

function makeShoeDraft(values: ShoeValues): ShoeDraft {
  return { ...values, heelMm: readTypedNumber(values.heelMm), insole: readYesNo(values.insole) }
}

function findShoeErrors(draft: ShoeDraft) {
  const parsed = shoeDraft.safeParse(draft)
  if (parsed.success) return {}
  return toFormErrors(
    parsed.error.issues.map(issue => ({ field: issue.path.join('.'), message: issue.message })),
  )
}

/** Storage name of the unsaved form. */
export const nameForm = (shoe: Shoe | null): FormName => ({ kind: 'shoe', entry: shoe })

export interface ShoeFormProps {
  /** The shoe to change; null for a new one. */
  shoe: Shoe | null
  onCancel: () => void
  onSaved: (shoe: Shoe) => void
  /** Called when there starts or stops being input that closing would lose. */
  onDirtyChange: (isDirty: boolean) => void
}

export function ShoeForm({ shoe, onCancel, onSaved, onDirtyChange }: ShoeFormProps) {
  const add = useAddShoe()
  const change = useChangeShoe()
  const [askedAbout, setAskedAbout] = useState<ShoeValues['heelMm'] | null>(null)
  const state = useRecordForm({
    name: nameForm(shoe),
    stored: shoe ? shoeValuesOf(shoe) : blankShoe,
    validate: values => findShoeErrors(makeShoeDraft(values)),
    store: async values => {
      const draft = makeShoeDraft(values)
      if (askedAbout !== values.heelMm && findUnlikelyShoe(draft).length > 0) {
        setAskedAbout(values.heelMm)
        return null
      }
      return shoe ? change.mutateAsync({ ...draft, id: shoe.id }) : add.mutateAsync(draft)
    },
    onSaved,
    onDirtyChange,
  })
  const { form } = state
  const { values } = form
  const isAsking = askedAbout === values.heelMm

  return (
    <RecordFormFrame
      state={state}
      saveLabel={isAsking ? 'Yes, save it' : 'Save shoe'}
      isSaving={add.isPending || change.isPending}
      onCancel={onCancel}
    >
      <TextInput
        label="Name"
        placeholder="Blue trail runners"
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Choice
        label="Kind"
        words={shoeKinds.ids}
        labels={shoeKinds.words}
        value={values.kind}
        onChange={kind => kind && form.setFieldValue('kind', kind)}
      />
      <Choice
        label="Arch support"
        words={archSupports.ids}
        labels={archSupports.words}
        value={values.archSupport}
        onChange={archSupport => form.setFieldValue('archSupport', archSupport)}
        optional
      />
      <Choice
        label="Fit"
        words={shoeFits.ids}
        labels={shoeFits.words}
        value={values.fit}
        onChange={fit => form.setFieldValue('fit', fit)}
        optional
      />
      <Choice
        label="Sole"
        words={cushionings.ids}
        labels={cushionings.words}
        value={values.cushioning}
        onChange={cushioning => form.setFieldValue('cushioning', cushioning)}
        optional
      />
      <QuestionsProvider value={isAsking ? { heelMm: findUnlikelyShoe(makeShoeDraft(values)) } : {}}>
        <QuantityField
          label="Heel height"
          unit="mm"
          unitName="millimetres"
          {...form.getInputProps('heelMm')}
        />
      </QuestionsProvider>
      <YesNo
        label="With an insole of its own"
        value={values.insole}
        onChange={insole => form.setFieldValue('insole', insole)}
      />
      {shoe && (
        <Switch
          label="No longer worn"
          description="It stays in your entries but is no longer offered."
          {...form.getInputProps('retired', { type: 'checkbox' })}
        />
      )}
    </RecordFormFrame>
  )
}

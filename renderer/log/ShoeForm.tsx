import { Alert, Button, Group, Stack, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type FormEvent, useEffect, useState } from 'react'
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
import { useClock } from '../data/clock.ts'
import { JournalError } from '../data/journal-client.ts'
import { useAddShoe, useChangeShoe } from '../data/queries.ts'
import { submitByKey } from '../ui/components/submit-key.ts'
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
import { BegunLine } from './BegunLine.tsx'
import { toFormErrors } from './draft-problems.ts'
import { type FormName, useUnsavedForms } from './unsaved-forms.ts'

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
  const [failure, setFailure] = useState<string | null>(null)
  const [askedAbout, setAskedAbout] = useState<ShoeValues['heelMm'] | null>(null)
  const clock = useClock()
  const unsaved = useUnsavedForms()
  const [stored] = useState(() => (shoe ? shoeValuesOf(shoe) : blankShoe))
  const [begun, setBegun] = useState(() => unsaved.read(nameForm(shoe), stored))
  const form = useForm<ShoeValues>({
    initialValues: begun?.values ?? stored,
    validate: values => findShoeErrors(makeShoeDraft(values)),
  })
  const { values } = form
  const isDirty = JSON.stringify(values) !== JSON.stringify(stored)
  const isAsking = askedAbout === values.heelMm
  useEffect(() => onDirtyChange(isDirty), [isDirty, onDirtyChange])
  useEffect(() => {
    if (isDirty) unsaved.keep(nameForm(shoe), values, clock.now())
    else unsaved.forget(nameForm(shoe))
  }, [isDirty, values, unsaved, shoe, clock])

  async function save() {
    const draft = makeShoeDraft(values)
    setFailure(null)
    if (!isAsking && findUnlikelyShoe(draft).length > 0) {
      setAskedAbout(values.heelMm)
      return
    }
    try {
      const saved = shoe ? await change.mutateAsync({ ...draft, id: shoe.id }) : await add.mutateAsync(draft)
      unsaved.forget(nameForm(shoe))
      onSaved(saved)
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
      if (error instanceof JournalError) form.setErrors(toFormErrors(error.problems))
    }
  }

  function startAfresh() {
    setBegun(null)
    setFailure(null)
    form.clearErrors()
    form.setValues(stored)
  }

  /** Stops the event: in React it bubbles from the dialog to the entry form around it, which would be submitted too. */
  function submit(event: FormEvent<HTMLFormElement>) {
    event.stopPropagation()
    form.onSubmit(save)(event)
  }

  return (
    <form onSubmit={submit} onKeyDownCapture={submitByKey} noValidate>
      <Stack gap="md">
        {begun !== null && <BegunLine begunAt={begun.keptAt} onStartAfresh={startAfresh} />}
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
        {failure !== null && (
          <Alert color="red" title="Not saved yet">
            {failure} What you entered is still here.
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={add.isPending || change.isPending}>
            {isAsking ? 'Yes, save it' : 'Save shoe'}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** State of the form of a record that is no entry: a shoe, an own drink. Unsaved input is kept as for entries. */
import { type UseFormInput, type UseFormReturnType, useForm } from '@mantine/form'
import { type FormEvent, useEffect, useState } from 'react'
import { useClock } from '../data/clock.ts'
import { JournalError } from '../data/journal-client.ts'
import { toFormErrors } from './draft-problems.ts'
import { type FormName, useUnsavedForms } from './unsaved-forms.ts'

interface RecordFormOptions<Values, Saved> {
  /** Storage name of the unsaved input. */
  readonly name: FormName
  /** Values of the record, or of a blank one. */
  readonly stored: Values
  readonly validate: (values: Values) => ReturnType<typeof toFormErrors>
  /** Stores the values; null when a question was asked in place of it. @throws JournalError */
  readonly store: (values: Values) => Promise<Saved | null>
  readonly onSaved: (saved: Saved) => void
  /** Called when there starts or stops being input that closing would lose. */
  readonly onDirtyChange: (isDirty: boolean) => void
}

export interface RecordForm<Values extends Record<string, unknown>> {
  readonly form: UseFormReturnType<Values>
  /** UTC milliseconds at which the unsaved input was kept; null without any. */
  readonly begunAt: number | null
  /** Reason for which the last attempt failed; null without one. */
  readonly failure: string | null
  readonly startAfresh: () => void
  readonly submit: (event: FormEvent<HTMLFormElement>) => void
}

export function useRecordForm<Values extends Record<string, unknown>, Saved>(
  options: RecordFormOptions<Values, Saved>,
): RecordForm<Values> {
  const { validate, store, onSaved, onDirtyChange } = options
  const [{ name, stored }] = useState(() => ({ name: options.name, stored: options.stored }))
  const clock = useClock()
  const unsaved = useUnsavedForms()
  const [begun, setBegun] = useState(() => unsaved.read(name, stored))
  const [failure, setFailure] = useState<string | null>(null)
  const input: UseFormInput<Values> = { initialValues: begun?.values ?? stored, validate }
  const form = useForm<Values>(input)
  const { values } = form
  const isDirty = JSON.stringify(values) !== JSON.stringify(stored)
  useEffect(() => onDirtyChange(isDirty), [isDirty, onDirtyChange])
  useEffect(() => {
    if (isDirty) unsaved.keep(name, values, clock.now())
    else unsaved.forget(name)
  }, [isDirty, values, unsaved, name, clock])

  async function save() {
    setFailure(null)
    try {
      const saved = await store(values)
      if (saved === null) return
      unsaved.forget(name)
      onSaved(saved)
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
      if (error instanceof JournalError) form.setErrors(toFormErrors(error.problems))
    }
  }

  return {
    form,
    begunAt: begun?.keptAt ?? null,
    failure,
    startAfresh() {
      setBegun(null)
      setFailure(null)
      form.clearErrors()
      form.setValues(stored)
    },
    /** Stops the event: in React it bubbles from the dialog to the entry form around it, which would be submitted too. */
    submit(event) {
      event.stopPropagation()
      form.onSubmit(save)(event)
    },
  }
}

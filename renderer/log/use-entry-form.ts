import { type UseFormReturnType, useForm } from '@mantine/form'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { type Entry, type EntryKind, entryDraft } from '../../shared/kinds/entry.ts'
import type { Unlikely } from '../../shared/kinds/question.ts'
import { useClock } from '../data/clock.ts'
import { JournalError } from '../data/journal-client.ts'
import { useAddEntry, useChangeEntry } from '../data/queries.ts'
import type { FieldQuestions } from '../ui/fields/FieldQuestion.tsx'
import { findDraftErrors, toFormErrors, toFormField } from './draft-problems.ts'
import type { FormDraft } from './kind-form.ts'
import { useFindUnlikely } from './unlikely.ts'
import { useUnsavedForms } from './unsaved-forms.ts'
import { type FormZone, formZoneOf, type When } from './when.ts'

/** Props of every entry form. */
export interface EntryFormProps<Request> {
  request: Request
  onSaved: (entry: Entry) => void
  onCancel: () => void
  /** Called when there starts or stops being input that closing would lose. */
  onDirtyChange: (isDirty: boolean) => void
}

/** Values that the forms of all kinds have. */
interface CommonValues {
  when: When
  note: string
}

interface Request<Values, Original> {
  readonly kind: EntryKind
  readonly entry: Original | null
  readonly values: Values
}

export interface Submission {
  readonly zone: FormZone
  readonly formRef: React.RefObject<HTMLFormElement | null>
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void
  readonly isSaving: boolean
  /** Message of a refused save that belongs to no single field. */
  readonly failure: string | null
  readonly isMoreOpen: boolean
  readonly toggleMore: () => void
  /** Plausibility questions by field, asked before it is stored. Submitting again confirms all of them. */
  readonly questions: FieldQuestions
  /** UTC milliseconds of the last change to restored input; null when nothing was restored. */
  readonly begunAt: number | null
  /** Discards the restored input. */
  readonly startAfresh: () => void
}

export interface EntryForm<Values> {
  readonly form: UseFormReturnType<Values>
  readonly submission: Submission
}

/**
 * State of an entry form: restores unsaved input, validates by the journal's own schema, and saves. When saving fails,
 * everything typed stays, and the message is shown at the field that caused it.
 *
 * @param makeDraft reads the values into a draft
 */
export function useEntryForm<Values extends CommonValues, Original extends Entry>(
  { request, onSaved, onDirtyChange }: EntryFormProps<Request<Values, Original>>,
  makeDraft: (values: Values, zone: FormZone, original: Original | null) => FormDraft,
): EntryForm<Values> {
  const clock = useClock()
  const add = useAddEntry()
  const change = useChangeEntry()
  const unsaved = useUnsavedForms()
  const zone = formZoneOf(request.entry, clock.timeZone())
  const formRef = useRef<HTMLFormElement>(null)
  const isSaving = useRef(false)
  const [begun, setBegun] = useState(() => unsaved.read(request, request.values))
  const [failure, setFailure] = useState<string | null>(null)
  const [isMoreOpen, setIsMoreOpen] = useState(false)
  const [rejections, setRejections] = useState(0)
  const [asked, setAsked] = useState<{ about: string; questions: FieldQuestions } | null>(null)
  const findUnlikely = useFindUnlikely()
  const make = (values: Values) => makeDraft(values, zone, request.entry)
  const form = useForm<Values>({
    initialValues: begun?.values ?? request.values,
    validate: values => findDraftErrors(make(values), clock.now()),
  })

  const typed = JSON.stringify(form.values)
  // Questions apply only to the values they were asked about; any change of the form drops them.
  const questions = asked?.about === typed ? asked.questions : {}
  // Mantine's isDirty overlooks rows that were added to a list.
  const isDirty = typed !== JSON.stringify(request.values)
  useEffect(() => onDirtyChange(isDirty), [isDirty, onDirtyChange])

  useEffect(() => {
    if (isDirty) unsaved.keep(request, form.values, clock.now())
    else unsaved.forget(request)
  }, [isDirty, form.values, unsaved, request, clock])

  // An effect, because the field may be in the collapsed part and can be focused only after that has opened.
  useEffect(() => {
    if (rejections > 0) focusFirstInvalid(formRef.current)
  }, [rejections])

  function showProblems() {
    setIsMoreOpen(true)
    setRejections(count => count + 1)
  }

  async function save(values: Values) {
    // The button is disabled only while the mutation is pending; the second of a double click comes before that.
    if (isSaving.current) return
    isSaving.current = true
    setFailure(null)
    try {
      const draft = entryDraft.parse(make(values))
      if (Object.keys(questions).length === 0) {
        const unlikely = await findUnlikely(draft, request.entry)
        if (unlikely.length > 0) {
          setAsked({
            about: JSON.stringify(values),
            questions: groupByField(unlikely),
          })
          showProblems()
          return
        }
      }
      const stored = request.entry
        ? await change.mutateAsync({ id: request.entry.id, draft })
        : await add.mutateAsync(draft)
      unsaved.forget(request)
      onSaved(stored)
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
      if (error instanceof JournalError && error.problems.length > 0) {
        form.setErrors(toFormErrors(error.problems))
        showProblems()
      }
    } finally {
      isSaving.current = false
    }
  }

  function startAfresh() {
    setBegun(null)
    setFailure(null)
    form.clearErrors()
    form.setValues(request.values)
    // The focused button disappears, and without focus in the dialog its key handler gets nothing.
    formRef.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea')?.focus()
  }

  return {
    form,
    submission: {
      zone,
      formRef,
      onSubmit: form.onSubmit(save, showProblems),
      isSaving: add.isPending || change.isPending,
      failure,
      isMoreOpen,
      questions,
      toggleMore: () => setIsMoreOpen(opened => !opened),
      begunAt: begun?.keptAt ?? null,
      startAfresh,
    },
  }
}

function focusFirstInvalid(form: HTMLFormElement | null) {
  const invalid = form?.querySelector<HTMLElement>('[aria-invalid=true], [data-invalid=true]')
  if (!invalid) form?.querySelector('[data-question]')?.scrollIntoView({ block: 'center' })
  const field = invalid?.matches('fieldset') ? invalid.querySelector<HTMLElement>('button, input') : invalid
  field?.focus()
}

function groupByField(unlikely: readonly Unlikely[]): FieldQuestions {
  const fields = new Set(unlikely.map(({ field }) => toFormField(field)))
  return Object.fromEntries(
    [...fields].map(name => [name, unlikely.filter(({ field }) => toFormField(field) === name)]),
  )
}

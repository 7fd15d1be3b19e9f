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
import { type Place, placeOf, type When } from './when.ts'

/** What every entry's form is given. */
export interface EntryFormProps<Request> {
  request: Request
  onSaved: (entry: Entry) => void
  onCancel: () => void
  /** Told whenever there begins or ceases to be something that closing would lose. */
  onDirtyChange: (isDirty: boolean) => void
}

/** What the forms of all kinds hold. */
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
  /** Where the form's times are to be read. */
  readonly place: Place
  /** For the form element. */
  readonly formRef: React.RefObject<HTMLFormElement | null>
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void
  readonly isSaving: boolean
  /** Why it was not saved, when no single field is to blame. */
  readonly failure: string | null
  readonly isMoreOpen: boolean
  readonly toggleMore: () => void
  /** What is asked about single fields before it is stored; saving once more is the yes to all of it. */
  readonly questions: FieldQuestions
  /** UTC milliseconds at which what the form opened with was left unfinished; null when it opened as asked. */
  readonly begunAt: number | null
  /** Throws away what had been begun. */
  readonly startAfresh: () => void
}

export interface EntryForm<Values> {
  readonly form: UseFormReturnType<Values>
  readonly submission: Submission
}

/**
 * The state of an entry's form: it opens with what was begun before, if anything was, checks by the journal's own rules,
 * and saves. When that fails everything typed stays, with a sentence at the field that is to blame.
 *
 * @param makeDraft what the form means; `place` is where its times are to be read
 */
export function useEntryForm<Values extends CommonValues, Original extends Entry>(
  { request, onSaved, onDirtyChange }: EntryFormProps<Request<Values, Original>>,
  makeDraft: (values: Values, place: Place, original: Original | null) => FormDraft,
): EntryForm<Values> {
  const clock = useClock()
  const add = useAddEntry()
  const change = useChangeEntry()
  const unsaved = useUnsavedForms()
  const place = placeOf(request.entry, clock.timeZone())
  const formRef = useRef<HTMLFormElement>(null)
  const isSaving = useRef(false)
  const [begun, setBegun] = useState(() => unsaved.read(request, request.values))
  const [failure, setFailure] = useState<string | null>(null)
  const [isMoreOpen, setIsMoreOpen] = useState(false)
  const [rejections, setRejections] = useState(0)
  const [asked, setAsked] = useState<{ about: string; questions: FieldQuestions } | null>(null)
  const findUnlikely = useFindUnlikely()
  const make = (values: Values) => makeDraft(values, place, request.entry)
  const form = useForm<Values>({
    initialValues: begun?.values ?? request.values,
    validate: values => findDraftErrors(make(values), clock.now()),
  })

  const typed = JSON.stringify(form.values)
  // What was asked about one amount says nothing of the next.
  const questions = asked?.about === typed ? asked.questions : {}
  // Not the form's own isDirty, which overlooks rows that were added to a list.
  const isDirty = typed !== JSON.stringify(request.values)
  useEffect(() => onDirtyChange(isDirty), [isDirty, onDirtyChange])

  useEffect(() => {
    if (isDirty) unsaved.keep(request, form.values, clock.now())
    else unsaved.forget(request)
  }, [isDirty, form.values, unsaved, request, clock])

  // The field may stand among those that were folded away, so it can be found only once they are shown.
  useEffect(() => {
    if (rejections > 0) focusFirstInvalid(formRef.current)
  }, [rejections])

  function showProblems() {
    setIsMoreOpen(true)
    setRejections(count => count + 1)
  }

  async function save(values: Values) {
    // The button is held back only once it is being stored; of a double click the second comes before that.
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
    // The button goes, and without the focus the keys would no longer reach the dialog.
    formRef.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea')?.focus()
  }

  return {
    form,
    submission: {
      place,
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

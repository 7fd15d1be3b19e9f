/** What is wrong with a draft, by the field of the form that can put it right. */
import { type EntryDraft, entryDraft } from '../../shared/kinds/entry.ts'
import { findTimeProblems, type Problem } from '../../shared/kinds/entry-time.ts'
import type { UnsortedMedication } from './medication-values.ts'

/** What a form means: a draft, but for choices that only the person can make and has not made yet. */
export type FormDraft = EntryDraft | UnsortedMedication
const isDraft = (draft: FormDraft): draft is EntryDraft =>
  draft.kind !== 'medication' || (draft.medicineClass !== null && draft.change !== null)

/** Field of the form to sentence. */
export type FormErrors = Record<string, string>

/** Fields of a draft that a form shows under another name. */
const formFields: Record<string, string> = {
  at: 'when.clock',
  offsetMinutes: 'when.clock',
  takenOffAt: 'takenOffClock',
  wakeAt: 'wakeClock',
  durationSeconds: 'minutes',
}

/** Everything the main process would refuse the draft for, found before it is sent. */
export function findDraftErrors(draft: FormDraft, now: number): FormErrors {
  const parsed = entryDraft.safeParse(draft)
  const shape = parsed.success
    ? []
    : parsed.error.issues.map(issue => ({ field: issue.path.join('.'), message: issue.message }))
  return toFormErrors([...shape, ...(isDraft(draft) ? findTimeProblems(draft, now) : [])])
}

/** The form's name for a field of the draft. */
export const toFormField = (field: string): string => formFields[field] ?? field

/** The first problem of each field. */
export function toFormErrors(problems: readonly Problem[]): FormErrors {
  const errors: FormErrors = {}
  for (const { field, message } of problems) errors[toFormField(field)] ??= message
  return errors
}

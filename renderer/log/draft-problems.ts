/** What is wrong with a draft, by the field of the form that can put it right. */

import type { Kind } from '../../shared/kinds/define-kind.ts'
import { type EntryDraft, entryDraft } from '../../shared/kinds/entry.ts'
import { findTimeProblems, type Problem } from '../../shared/kinds/entry-time.ts'
import type { Field } from '../../shared/kinds/fields.ts'
import { kinds, kindsByName } from '../../shared/kinds/kinds.ts'
import { inputNameOf } from './form-fields.ts'
import type { FormDraft } from './kind-form.ts'

/** False while a choice that the person has to make is missing. */
function hasAllChoices(draft: FormDraft): draft is EntryDraft {
  const kind: Kind = kindsByName[draft.kind]
  const values: Readonly<Record<string, unknown>> = draft
  return Object.entries(kind.fields).every(
    ([name, { type, required }]) => type !== 'choice' || !required || values[name] !== null,
  )
}

/** Field of the form to sentence. */
export type FormErrors = Record<string, string>

/** Inputs by the field they belong to, where their names differ. */
const inputNames = new Map([
  ['at', 'when.clock'],
  ['offsetMinutes', 'when.clock'],
  ...kinds.flatMap(({ fields }) =>
    Object.entries<Field>(fields).map(([name, field]): [string, string] => [name, inputNameOf(name, field)]),
  ),
])

/** Everything the main process would refuse the draft for, found before it is sent. */
export function findDraftErrors(draft: FormDraft, now: number): FormErrors {
  const parsed = entryDraft.safeParse(draft)
  const shape = parsed.success
    ? []
    : parsed.error.issues.map(issue => ({ field: issue.path.join('.'), message: issue.message }))
  return toFormErrors([...shape, ...(hasAllChoices(draft) ? findTimeProblems(draft, now) : [])])
}

/** The form's name for a field of the draft. */
export const toFormField = (field: string): string => inputNames.get(field) ?? field

/** The first problem of each field. */
export function toFormErrors(problems: readonly Problem[]): FormErrors {
  const errors: FormErrors = {}
  for (const { field, message } of problems) errors[toFormField(field)] ??= message
  return errors
}

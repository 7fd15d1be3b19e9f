/** Problems of a draft, by the form input that shows them. */

import type { Kind } from '../../shared/kinds/define-kind.ts'
import { type EntryDraft, entryDraft } from '../../shared/kinds/entry.ts'
import { findTimeProblems, type Problem } from '../../shared/kinds/entry-time.ts'
import type { Field } from '../../shared/kinds/fields.ts'
import { kinds, kindsByName } from '../../shared/kinds/kinds.ts'
import { inputNameOf } from './form-fields.ts'
import type { FormDraft } from './kind-form.ts'

/** Type guard: false while a required choice is missing. */
function hasAllChoices(draft: FormDraft): draft is EntryDraft {
  const kind: Kind = kindsByName[draft.kind]
  const values: Readonly<Record<string, unknown>> = draft
  return Object.entries(kind.fields).every(
    ([name, { type, required }]) => type !== 'choice' || !required || values[name] !== null,
  )
}

/** Input name to error message. */
export type FormErrors = Record<string, string>

/** Draft field to input name, where they may differ. */
const inputNames = new Map([
  ['at', 'when.clock'],
  ['offsetMinutes', 'when.clock'],
  ...kinds.flatMap(({ fields }) =>
    Object.entries<Field>(fields).map(([name, field]): [string, string] => [name, inputNameOf(name, field)]),
  ),
])

/** Problems for which main would refuse the draft, by the same schema, found before it is sent. */
export function findDraftErrors(draft: FormDraft, now: number): FormErrors {
  const parsed = entryDraft.safeParse(draft)
  const shape = parsed.success
    ? []
    : parsed.error.issues.map(issue => ({ field: issue.path.join('.'), message: issue.message }))
  return toFormErrors([...shape, ...(hasAllChoices(draft) ? findTimeProblems(draft, now) : [])])
}

/** Input name of a draft field. */
export const toFormField = (field: string): string => inputNames.get(field) ?? field

/** Keeps the first problem of each input. */
export function toFormErrors(problems: readonly Problem[]): FormErrors {
  const errors: FormErrors = {}
  for (const { field, message } of problems) errors[toFormField(field)] ??= message
  return errors
}

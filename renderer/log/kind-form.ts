/** Form values of a kind: blank, filled from an entry, and read back into a draft that the kind's schema then checks. */
import type { z } from 'zod'
import type { Kind } from '../../shared/kinds/define-kind.ts'
import type { Field, FieldValues, ValueOf } from '../../shared/kinds/fields.ts'
import type { EntryKind, KindOf } from '../../shared/kinds/kinds.ts'
import { recordOf } from '../../shared/kinds/record.ts'
import type { Moment } from '../../shared/time/moment.ts'
import { momentAt } from '../../shared/time/time-zone.ts'
import { blankFields, type FormValues, readFields, showFields } from './form-fields.ts'
import { changeMoment, type FormZone, getReadableWhen, type When, whenOf } from './when.ts'

/** Clock time under which an entry about a whole day is stored. */
export const NOON_CLOCK = '12:00'

export type FormOf<K extends Kind> = { when: When; note: string } & FormValues<K['fields']>

type DraftIn<K extends Kind> = z.output<K['draft']>

/** Draft value read from a form: a required choice may still be missing. */
type ReadValue<F extends Field> = F extends { readonly type: 'choice'; readonly required: true }
  ? ValueOf<F> | F['initial']
  : ValueOf<F>
type FormDraftOf<K extends Kind> = {
  [Name in keyof DraftIn<K>]: Name extends keyof K['fields'] ? ReadValue<K['fields'][Name]> : DraftIn<K>[Name]
}

/** Draft of any kind read from its form, not yet checked by a schema. */
export type FormDraft = { [Name in EntryKind]: FormDraftOf<KindOf<Name>> }[EntryKind]

/** @example blankForm(fluid, when).drink // 'water' */
export const blankForm = <K extends Kind>({ fields }: K, when: When): FormOf<K> => ({
  when,
  note: '',
  ...blankFields<FormValues<K['fields']>>(fields),
})

/** @param timeZone the computer's; only starts have a stored offset, so ends are shown by it */
export function formOf<K extends Kind>({ fields }: K, draft: DraftIn<K>, timeZone: string): FormOf<K> {
  const values: FieldValues = recordOf(Object.entries(draft))
  const shown = showFields<FormValues<K['fields']>>(fields, values, { start: draft, timeZone })
  return { when: whenOf(draft), note: draft.note, ...shown }
}

/**
 * Draft of a form's answers, not yet checked by a schema: a missing required number is NaN, and a missing time has an
 * instant of NaN.
 *
 * @param original the entry that is changed, or the moment at which a new one began: untouched times keep its seconds,
 *   states keep its values
 */
export function readForm<K extends Kind>(
  kind: K,
  form: FormOf<K>,
  zone: FormZone,
  original: (Moment & Partial<DraftIn<K>>) | null,
): FormDraftOf<K> {
  const { when, note } = form
  const values = readFields(kind.fields, { ...form }, { when, zone, original }, { ...original })
  const rules: Kind['form'] = kind.form
  const draft = {
    kind: kind.name,
    ...changeMoment(rules?.asksDateOnly ? atNoon(when, original) : when, zone, original),
    note,
    ...values,
  }
  const clock = rules?.clock?.(draft) ?? null
  const moment = clock === null ? {} : placeAtClock({ ...when, clock }, zone, original)
  const settled = rules?.settle?.({ ...draft, ...moment }) ?? { ...draft, ...moment }
  // Cast: each value was read by the codec of its own field.
  return settled as FormDraftOf<K>
}

/** Moment of a clock time that the person did not choose: where clocks jump over it, it is the same time after the change. */
function placeAtClock(when: When, zone: FormZone, original: Moment | null): Moment {
  const moment = changeMoment(when, zone, original)
  const { date, clock } = getReadableWhen(when)
  if (!Number.isNaN(moment.at) || date === '' || zone.kind === 'fixed') return moment
  return momentAt(date, clock, zone.timeZone)
}

/** Noon of the form's date; a changed entry keeps its own time while its date stays. */
function atNoon({ date }: When, original: Moment | null): When {
  const before = original && whenOf(original)
  return before?.date === date ? before : { date, clock: NOON_CLOCK }
}

/** `readForm` of one kind. */
export const readerOf =
  <K extends Kind>(kind: K) =>
  (form: FormOf<K>, zone: FormZone, original: (Moment & Partial<DraftIn<K>>) | null): FormDraftOf<K> =>
    readForm(kind, form, zone, original)

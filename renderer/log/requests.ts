/** Requests to open an entry form: the kind, the entry to change, and the initial values. */
import { createContext, useContext } from 'react'
import type { Day, UsualDrink } from '../../shared/contract.ts'
import type { Kind } from '../../shared/kinds/define-kind.ts'
import type { Entry, EntryOf } from '../../shared/kinds/entry.ts'
import { footwear } from '../../shared/kinds/footwear.ts'
import { type EntryKind, type KindOf, kindsByName } from '../../shared/kinds/kinds.ts'
import { medication } from '../../shared/kinds/medication.ts'
import { recordOf } from '../../shared/kinds/record.ts'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { blankFields } from './form-fields.ts'
import { blankForm, type FormOf, formOf, NOON_CLOCK } from './kind-form.ts'
import { fluidFormOfUsual, stretchFormOfUsual } from './usual-forms.ts'
import type { When } from './when.ts'

export interface RequestOf<Name extends EntryKind> {
  readonly kind: Name
  /** The entry to change; null for a new one. */
  readonly entry: EntryOf<Name> | null
  readonly values: FormOf<KindOf<Name>>
}
export type FormRequest = { [Name in EntryKind]: RequestOf<Name> }[EntryKind]

/** Untyped constructor of a request; its callers take entry and values from the kind of that name. */
const requestOf = (kind: EntryKind, entry: Entry | null, values: object): FormRequest =>
  recordOf(Object.entries({ kind, entry, values }))

/** @param timeZone the computer's; only starts have a stored offset, so ends are shown by it */
export function requestChange(entry: Entry, timeZone: string): FormRequest {
  const kind: Kind = kindsByName[entry.kind]
  return requestOf(entry.kind, entry, formOf(kind, entry, timeZone))
}

/** Form of a new entry with the values of an old one. The end and the linked entry are left out: they belong to one time. */
export function requestCopy(entry: Entry, when: When, timeZone: string): FormRequest {
  const kind: Kind = kindsByName[entry.kind]
  const ofOneTime = Object.entries(kind.fields).filter(([, { type }]) => type === 'end' || type === 'link')
  const values = {
    ...formOf(kind, entry, timeZone),
    ...blankFields<object>(Object.fromEntries(ofOneTime)),
    when,
  }
  return requestOf(entry.kind, null, values)
}

/** Initial date and time of a day's blank forms. */
export interface BlankTimes {
  readonly date: CalendarDate
  /** Now; on a past day the kind's usual clock time, to be corrected. */
  readonly getWhen: (usualClock: string) => When
}

/** Most frequent values, preselected in a form so that Enter alone stores them. */
export interface Usual {
  readonly drink: UsualDrink | null
  /** Never the shoe that is on. */
  readonly shoeId: number | null
  readonly stretch: Day['usualStretch']
}

const nothingUsual: Usual = { drink: null, shoeId: null, stretch: null }

/** Form of a new entry, blank except for the usual values. */
export function requestNew(name: EntryKind, times: BlankTimes, usual: Usual = nothingUsual): FormRequest {
  const kind: Kind = kindsByName[name]
  const when = whenOfNew(kind, times)
  switch (name) {
    case 'fluid':
      return { kind: name, entry: null, values: fluidFormOfUsual(usual.drink, when) }
    case 'footwear':
      return { kind: name, entry: null, values: { ...blankForm(footwear, when), shoeId: usual.shoeId } }
    case 'stretch':
      return { kind: name, entry: null, values: stretchFormOfUsual(usual.stretch, when) }
    case 'medication':
      return { kind: name, entry: null, values: { ...blankForm(medication, when), change: 'taking' } }
    default:
      return requestOf(name, null, blankForm(kind, when))
  }
}

function whenOfNew({ form }: Kind, { date, getWhen }: BlankTimes): When {
  if (form?.asksDateOnly) return { date, clock: NOON_CLOCK }
  return form?.beginsTheDayBefore ? { date: addDays(date, -1), clock: '' } : getWhen(form?.usualClock ?? '')
}

/** `onSaved` is called after the form was stored, and not when it is only closed. */
export type OpenForm = (request: FormRequest, onSaved?: () => void) => void

const OpenFormContext = createContext<OpenForm | null>(null)
export const OpenFormProvider = OpenFormContext.Provider

export function useOpenForm(): OpenForm {
  const openForm = useContext(OpenFormContext)
  if (openForm === null) throw new Error('useOpenForm: there is no OpenFormProvider above this component')
  return openForm
}

/** Which form to open, and what it holds when it opens. */
import { createContext, useContext } from 'react'
import type { Day, UsualDrink } from '../../shared/contract.ts'
import type { Entry, EntryKind, EntryOf } from '../../shared/kinds/entry.ts'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { type ActivityValues, activityValuesOf, blankActivity } from './activity-values.ts'
import { blankCramp, type CrampValues, crampValuesOf } from './cramp-values.ts'
import { blankDay, type DayValues, dayValuesOf, NOON_CLOCK } from './day-values.ts'
import { type FluidValues, fluidValuesOf, fluidValuesOfUsual } from './fluid-values.ts'
import { blankFood, type FoodValues, foodValuesOf } from './food-values.ts'
import { blankFootwear, type FootwearValues, footwearValuesOf } from './footwear-values.ts'
import { blankMedication, type MedicationValues, medicationValuesOf } from './medication-values.ts'
import { blankNight, type NightValues, nightValuesOf } from './night-values.ts'
import { type StretchValues, stretchValuesOf, stretchValuesOfUsual } from './stretch-values.ts'
import type { When } from './when.ts'

interface RequestOf<Kind extends EntryKind, Values> {
  readonly kind: Kind
  /** The entry to change; null for a new one. */
  readonly entry: EntryOf<Kind> | null
  readonly values: Values
}

export type CrampRequest = RequestOf<'cramp', CrampValues>
export type FluidRequest = RequestOf<'fluid', FluidValues>
export type FootwearRequest = RequestOf<'footwear', FootwearValues>
export type ActivityRequest = RequestOf<'activity', ActivityValues>
export type DayRequest = RequestOf<'day', DayValues>
export type FoodRequest = RequestOf<'food', FoodValues>
export type MedicationRequest = RequestOf<'medication', MedicationValues>
export type NightRequest = RequestOf<'night', NightValues>
export type StretchRequest = RequestOf<'stretch', StretchValues>
export type FormRequest =
  | CrampRequest
  | FluidRequest
  | FootwearRequest
  | ActivityRequest
  | StretchRequest
  | FoodRequest
  | DayRequest
  | NightRequest
  | MedicationRequest

/**
 * The form that changes an entry.
 *
 * @param timeZone of the computer, by whose clock ends are shown
 */
export function requestChange(entry: Entry, timeZone: string): FormRequest {
  switch (entry.kind) {
    case 'cramp':
      return { kind: 'cramp', entry, values: crampValuesOf(entry) }
    case 'fluid':
      return { kind: 'fluid', entry, values: fluidValuesOf(entry) }
    case 'footwear':
      return { kind: 'footwear', entry, values: footwearValuesOf(entry, timeZone) }
    case 'activity':
      return { kind: 'activity', entry, values: activityValuesOf(entry) }
    case 'stretch':
      return { kind: 'stretch', entry, values: stretchValuesOf(entry) }
    case 'food':
      return { kind: 'food', entry, values: foodValuesOf(entry) }
    case 'day':
      return { kind: 'day', entry, values: dayValuesOf(entry) }
    case 'night':
      return { kind: 'night', entry, values: nightValuesOf(entry, timeZone) }
    case 'medication':
      return { kind: 'medication', entry, values: medicationValuesOf(entry) }
  }
}

/** The form that writes down the same again, at another time. */
export function requestCopy(entry: Entry, when: When, timeZone: string): FormRequest {
  switch (entry.kind) {
    case 'cramp':
      return { kind: 'cramp', entry: null, values: { ...crampValuesOf(entry), when } }
    case 'fluid':
      // What it was drunk against was another cramp.
      return { kind: 'fluid', entry: null, values: { ...fluidValuesOf(entry), when, reliefOf: null } }
    case 'footwear':
      return {
        kind: 'footwear',
        entry: null,
        values: { ...footwearValuesOf(entry, timeZone), when, takenOffClock: '' },
      }
    case 'activity':
      return { kind: 'activity', entry: null, values: { ...activityValuesOf(entry), when } }
    case 'stretch':
      return { kind: 'stretch', entry: null, values: { ...stretchValuesOf(entry), when } }
    case 'food':
      return { kind: 'food', entry: null, values: { ...foodValuesOf(entry), when } }
    case 'day':
      return { kind: 'day', entry: null, values: { ...dayValuesOf(entry), when } }
    case 'night':
      return {
        kind: 'night',
        entry: null,
        values: { ...nightValuesOf(entry, timeZone), when, wakeClock: '' },
      }
    case 'medication':
      return { kind: 'medication', entry: null, values: { ...medicationValuesOf(entry), when } }
  }
}

/** The times that blank forms of a day open with. */
export interface BlankTimes {
  readonly date: CalendarDate
  /** Now, or on a day that is over a time to be put right. */
  readonly getWhen: (usualClock: string) => When
}

/** What the person does most, with which a form opens: Enter alone then stores it. */
export interface Usual {
  readonly drink: UsualDrink | null
  /** Another shoe than the one that is on. */
  readonly shoeId: number | null
  readonly stretch: Day['usualStretch']
}

const nothingUsual: Usual = { drink: null, shoeId: null, stretch: null }

/** A form for something of a day, blank but for what is usual. */
export function requestNew(
  kind: EntryKind,
  { date, getWhen }: BlankTimes,
  usual: Usual = nothingUsual,
): FormRequest {
  switch (kind) {
    case 'cramp':
      return { kind, entry: null, values: blankCramp(getWhen('')) }
    case 'fluid':
      return { kind, entry: null, values: fluidValuesOfUsual(usual.drink, getWhen('')) }
    case 'footwear':
      return { kind, entry: null, values: { ...blankFootwear(getWhen('')), shoeId: usual.shoeId } }
    case 'activity':
      return { kind, entry: null, values: blankActivity(getWhen(''), 'walk') }
    case 'stretch':
      return { kind, entry: null, values: stretchValuesOfUsual(usual.stretch, getWhen('')) }
    case 'food':
      return { kind, entry: null, values: blankFood(getWhen('12:00')) }
    case 'day':
      return { kind, entry: null, values: blankDay({ date, clock: NOON_CLOCK }) }
    case 'night':
      // The night that ended on this day began in the evening before.
      return { kind, entry: null, values: blankNight({ date: addDays(date, -1), clock: '' }) }
    case 'medication':
      return { kind, entry: null, values: blankMedication(getWhen('08:00')) }
  }
}

/** `onSaved` is called once what the form holds is stored, and not when the form is only closed. */
export type OpenForm = (request: FormRequest, onSaved?: () => void) => void

const OpenFormContext = createContext<OpenForm | null>(null)
export const OpenFormProvider = OpenFormContext.Provider

export function useOpenForm(): OpenForm {
  const openForm = useContext(OpenFormContext)
  if (openForm === null) throw new Error('useOpenForm: there is no OpenFormProvider above this component')
  return openForm
}

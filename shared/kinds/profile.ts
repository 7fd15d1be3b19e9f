/** Profile of the person. Every field is optional; empty or null means unknown. */

import { z } from 'zod'
import {
  dateOrders,
  decimalSigns,
  hourCycles,
  papers,
  temperatureUnits,
  volumeUnits,
  weekdays,
} from '../locale/conventions.ts'
import type { CalendarDate } from '../time/calendar-date.ts'
import { trackedKinds } from './check-in.ts'
import { conditions } from './conditions.ts'
import type { Problem } from './entry-time.ts'
import { MAX_NAME_LENGTH } from './limits.ts'
import type { IdOf } from './list.ts'
import { listOf } from './list.ts'
import { muscles } from './muscles.ts'
import { ask, type Unlikely } from './question.ts'
import {
  calendarDateField,
  choiceSchema,
  choicesSchema,
  dayStartMinutesField,
  quantitySchema,
  trimmedText,
  wholeNumberSchema,
} from './schemas.ts'

export const sexes = listOf()({
  female: { words: 'Female' },
  male: { words: 'Male' },
  other: { words: 'Other' },
})
export const regions = listOf()({
  uk: { words: 'United Kingdom' },
  eu: { words: 'European Union and neighbours' },
  us: { words: 'United States and Canada' },
  other: { words: 'Somewhere else' },
})
export type Region = IdOf<typeof regions>

/** Clock hours at which a reminder may come: the night, 22:00 to 07:00, stays quiet. */
export const EARLIEST_REMINDER_HOUR = 7
export const LATEST_REMINDER_HOUR = 21
/** Times at which the cramps mostly come, as the first start asks. */
export const crampTimes = listOf()({
  night: { words: 'At night' },
  sport: { words: 'During or after sport' },
  rest: { words: 'At rest in the day' },
})
export type CrampTime = IdOf<typeof crampTimes>

export const profile = z.strictObject({
  /** Name on the report. */
  name: trimmedText(MAX_NAME_LENGTH),
  dateOfBirth: calendarDateField.nullable(),
  sex: choiceSchema(sexes.ids, 'one of these').nullable(),
  heightCm: quantitySchema(50, 260, 'cm').nullable(),
  weightKg: quantitySchema(15, 400, 'kg').nullable(),
  conditions: choicesSchema(conditions.ids, 'a condition', 'A condition is listed twice.'),
  pregnancyWeek: wholeNumberSchema(1, 43, '').nullable(),
  /** Weekdays without work, Monday = 0. */
  offWeekdays: z
    .array(z.int().min(0).max(6))
    .max(7, 'A day is listed twice.')
    .refine(list => new Set(list).size === list.length, 'A day is listed twice.'),
  /** Whose emergency number is named, as the person confirmed it; null before that. */
  region: choiceSchema(regions.ids, 'a region').nullable(),
  /** Display conventions; null follows the system's region. */
  dateOrder: choiceSchema(dateOrders, 'an order').nullable().default(null),
  hourCycle: z.literal(hourCycles).nullable().default(null),
  firstWeekday: z.literal(weekdays).nullable().default(null),
  paper: choiceSchema(papers, 'a paper').nullable().default(null),
  decimalSign: choiceSchema(decimalSigns, 'a sign').nullable().default(null),
  volumeUnit: choiceSchema(volumeUnits, 'a unit').nullable(),
  temperatureUnit: choiceSchema(temperatureUnits, 'a unit').nullable(),
  /** Minutes after midnight at which the journal's day starts. Check-ins keep the start they were given under. */
  dayStartMinutes: dayStartMinutesField,
  /** Kinds that the person tracks; the program does not ask about the others. */
  trackedKinds: choicesSchema(trackedKinds, 'what you want to write down'),
  /** Clock hour of the daily reminder; null while it is off. */
  reminderHour: wholeNumberSchema(EARLIEST_REMINDER_HOUR, LATEST_REMINDER_HOUR, '').nullable().default(null),
  /** True once the question about a reminder was answered: it is put a single time. */
  reminderAsked: z.boolean().default(false),
  /** Where the cramps mostly are and when they mostly come, for the order in which things are offered. */
  crampMuscles: choicesSchema(muscles.ids, 'a place').default([]),
  crampTimes: choicesSchema(crampTimes.ids, 'a time').default([]),
})
export type Profile = z.infer<typeof profile>

const LEAST_AGE = 5
const GREATEST_AGE = 120

/** Problems with a date of birth on the date `today`; empty if it is valid or unknown. */
export function findProfileProblems(
  { dateOfBirth }: Pick<Profile, 'dateOfBirth'>,
  today: CalendarDate,
): Problem[] {
  if (dateOfBirth === null) return []
  const years = Number(today.slice(0, 4)) - Number(dateOfBirth.slice(0, 4))
  const age = today.slice(5) < dateOfBirth.slice(5) ? years - 1 : years
  if (age >= LEAST_AGE && age <= GREATEST_AGE) return []
  const message = `Enter a date of birth that makes you ${LEAST_AGE} to ${GREATEST_AGE} years old.`
  return [{ field: 'dateOfBirth', message }]
}

/** Weight for height outside nearly every person's: body mass index below 14 or above 60 kg/m². */
export function findUnlikelyProfile({ heightCm, weightKg }: Profile): Unlikely[] {
  if (heightCm === null || weightKg === null) return []
  const bodyMassIndex = weightKg / (heightCm / 100) ** 2
  return bodyMassIndex < 14 || bodyMassIndex > 60
    ? [ask('weightKg', 'This weight is unusual for this height. Are both right?')]
    : []
}

/** Initial profile, with every field unknown. */
export const emptyProfile: Profile = {
  name: '',
  dateOfBirth: null,
  sex: null,
  heightCm: null,
  weightKg: null,
  conditions: [],
  pregnancyWeek: null,
  offWeekdays: [5, 6],
  region: null,
  dateOrder: null,
  hourCycle: null,
  firstWeekday: null,
  paper: null,
  decimalSign: null,
  volumeUnit: null,
  temperatureUnit: null,
  dayStartMinutes: 240,
  trackedKinds: ['cramp', 'fluid', 'footwear', 'activity', 'stretch', 'night', 'day'],
  reminderHour: null,
  reminderAsked: false,
  crampMuscles: [],
  crampTimes: [],
}

/** Cramps by muscle and side, and the change of each since the period before. */
import { z } from 'zod'
import type { CrampSite } from '../kinds/cramp.ts'
import { type Muscle, muscles } from '../kinds/muscles.ts'
import type { Period } from '../kinds/period.ts'
import { calendarDateField } from '../kinds/schemas.ts'
import { compareRates } from '../statistics/rate-ratio.ts'
import { addDays, daysBetween } from '../time/calendar-date.ts'
import { BEFORE_ALL_ENTRIES } from './overview-timeline.ts'
import type { CrampOfDay, TrackedCramps } from './tracked-cramps.ts'

const placeCount = z.strictObject({
  muscle: z.enum(muscles.ids),
  /** Cramps at either side; one on both sides counts for each. */
  left: z.int(),
  right: z.int(),
  /** Cramps of the muscle on either side; one on both sides counts once. */
  cramps: z.int(),
  /** Cramp-days with a cramp of the muscle. */
  days: z.int(),
})
export type PlaceCount = z.infer<typeof placeCount>

const placesOfPeriod = z.strictObject({
  fromDate: calendarDateField,
  toDate: calendarDateField,
  trackedDays: z.int(),
  cramps: z.int(),
  /** Cramps without a place. */
  withoutPlace: z.int(),
  /** Places with a cramp, in the order of the body. */
  places: z.array(placeCount),
})
export type PlacesOfPeriod = z.infer<typeof placesOfPeriod>

export const crampPlaces = z.strictObject({
  now: placesOfPeriod,
  /** The period of the same length before; null where `now` covers the whole journal. */
  before: placesOfPeriod.nullable(),
  /** Places with enough days to compare, in the order of the body; null where one of the periods was hardly tracked. */
  changes: z
    .array(
      z.strictObject({
        muscle: z.enum(muscles.ids),
        /** Cramp-days with a cramp there. */
        days: z.int(),
        daysBefore: z.int(),
        /** Rate ratio (now over before) of days with a cramp there, with exact limits; null is open-ended. */
        ratio: z.number().nullable(),
        lower: z.number(),
        upper: z.number().nullable(),
      }),
    )
    .nullable(),
})
export type CrampPlaces = z.infer<typeof crampPlaces>
export type PlaceChange = NonNullable<CrampPlaces['changes']>[number]

/** Minimum tracked days of each period for a comparison. */
export const MIN_DAYS_TO_COMPARE = 14
/** Minimum days with a cramp, both periods together: fewer could not show even a large change. */
export const MIN_CRAMP_DAYS_TO_COMPARE = 6

/** The period of the same length that ends the day before; null where `period` covers the whole journal. */
export function getPeriodBefore({ fromDate, toDate }: Period): Period | null {
  if (fromDate <= BEFORE_ALL_ENTRIES) return null
  const days = daysBetween(fromDate, toDate) + 1
  return { fromDate: addDays(fromDate, -days), toDate: addDays(fromDate, -1) }
}

export interface PeriodWithCramps {
  readonly period: Period
  readonly tracked: TrackedCramps
}

export function computePlacesPattern(now: PeriodWithCramps, before: PeriodWithCramps | null): CrampPlaces {
  const places = countPlaces(now)
  const placesBefore = before && countPlaces(before)
  return { now: places, before: placesBefore, changes: placesBefore && comparePlaces(places, placesBefore) }
}

function countPlaces({ period, tracked: { trackedDays, cramps } }: PeriodWithCramps): PlacesOfPeriod {
  const { fromDate, toDate } = period
  return {
    fromDate,
    toDate,
    trackedDays: trackedDays.length,
    cramps: cramps.length,
    withoutPlace: cramps.filter(({ cramp }) => cramp.sites.length === 0).length,
    places: muscles.ids
      .map(muscle => countPlace(muscle, cramps))
      .filter(({ cramps: ofMuscle }) => ofMuscle > 0),
  }
}

function countPlace(muscle: Muscle, cramps: readonly CrampOfDay[]): PlaceCount {
  const isHere = ({ sites }: CrampOfDay['cramp'], side?: 'left' | 'right') =>
    sites.some(site => site.muscle === muscle && (side === undefined || isOn(site, side)))
  const here = cramps.filter(({ cramp }) => isHere(cramp))
  return {
    muscle,
    left: here.filter(({ cramp }) => isHere(cramp, 'left')).length,
    right: here.filter(({ cramp }) => isHere(cramp, 'right')).length,
    cramps: here.length,
    days: new Set(here.map(({ day }) => day)).size,
  }
}

const isOn = ({ side }: CrampSite, asked: 'left' | 'right') => side === asked || side === 'both'

/** Compares days, not cramps: cramps of one night are not independent and would make the interval too narrow. */
function comparePlaces(now: PlacesOfPeriod, before: PlacesOfPeriod): PlaceChange[] | null {
  if (now.trackedDays < MIN_DAYS_TO_COMPARE || before.trackedDays < MIN_DAYS_TO_COMPARE) return null
  const daysAt = ({ places }: PlacesOfPeriod, muscle: Muscle) =>
    places.find(place => place.muscle === muscle)?.days ?? 0
  return muscles.ids.flatMap(muscle => {
    const days = daysAt(now, muscle)
    const daysBefore = daysAt(before, muscle)
    if (days + daysBefore < MIN_CRAMP_DAYS_TO_COMPARE) return []
    const compared = compareRates(
      { events: days, days: now.trackedDays },
      { events: daysBefore, days: before.trackedDays },
    )
    if (compared.kind === 'not-estimable') return []
    const { rateRatio, lower, upper } = compared
    return [{ muscle, days, daysBefore, ratio: rateRatio, lower, upper }]
  })
}

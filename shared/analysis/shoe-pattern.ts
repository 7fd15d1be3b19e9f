/**
 * Hours worn and cramps by shoe.
 *
 * Every tracked day is assigned to one shoe, the one worn longest in the 24 hours before the cramp (or, on a day
 * without one, before the same clock time). So each cramp counts once, and slippers worn after every working day are
 * not blamed for the working day. The rate uses the hours that the shoe was worn on its own days.
 */
import { z } from 'zod'
import type { Shoe } from '../kinds/footwear.ts'
import { idField } from '../kinds/schemas.ts'
import { computeGarwoodInterval } from '../statistics/garwood.ts'
import { readDays } from './day-values.ts'
import { getCrampDay, getPlacedEpisodes } from './diary/cramp-days.ts'
import { type DayNumber, type Diary, MINUTES_PER_HOUR } from './diary/diary.ts'
import { createWindowReader } from './diary/windows.ts'
import { createCrampCalendar } from './matched-sets.ts'
import { getShareOfDays, type ShareOfDays, shareOfDays } from './share-of-days.ts'

const shoeDays = z.strictObject({
  id: idField,
  name: z.string(),
  retired: z.boolean(),
  /** Hours worn in the period on any day; wearings without both times are left out. */
  hoursWorn: z.number(),
  /** Days assigned to this shoe. */
  ownDays: shareOfDays,
  /** Days with known footwear that are assigned to another shoe or to none. */
  otherDays: shareOfDays,
  /** Cramps on own days per 100 hours worn on them, with exact Poisson limits; null with too few own days. */
  rate: z
    .strictObject({
      cramps: z.int(),
      hours: z.number(),
      per100Hours: z.number(),
      lower: z.number(),
      upper: z.number(),
    })
    .nullable(),
})
export type ShoeDays = z.infer<typeof shoeDays>

export const shoePattern = z.strictObject({
  /** Tracked cramp-days. */
  trackedDays: z.int(),
  /** Tracked cramp-days with known footwear. */
  days: z.int(),
  /** Days on which no shoe was worn for an hour. */
  withoutShoe: shareOfDays,
  /** Shoes that were worn in the period, by name. */
  shoes: z.array(shoeDays),
})
export type ShoePattern = z.infer<typeof shoePattern>

/** Minimum minutes in a shoe for a day to be assigned to it, as for the exposure "shoes with little arch support". */
const MIN_MINUTES = 60
const WINDOW_HOURS = 24
/** Minimum own days for a rate: with fewer, one night of cramps would decide it. */
export const MIN_OWN_DAYS = 5

export interface ShoeSource {
  readonly diary: Diary
  readonly shoes: readonly Shoe[]
  /** Selects the dates whose hours are summed. */
  readonly isWithin: (date: DayNumber) => boolean
}

interface DayOfShoe {
  readonly day: DayNumber
  readonly minutes: number
  readonly hasCramp: boolean
}

export function computeShoePattern({ diary, shoes, isWithin }: ShoeSource): ShoePattern {
  const calendar = createCrampCalendar(diary)
  const minutesOfShoe = new Map(
    shoes.map(({ id }) => [id, readDays(calendar, createWindowReader(diary, wearingOf(id)))]),
  )
  const longest = new Map<DayNumber, DayOfShoe & { readonly shoeId: number | null }>()
  for (const [id, days] of minutesOfShoe)
    for (const { day, value, hasEvent } of days) {
      const before = longest.get(day)?.minutes ?? -1
      if (value > before)
        longest.set(day, {
          day,
          minutes: value,
          hasCramp: hasEvent,
          shoeId: value < MIN_MINUTES ? null : id,
        })
    }
  const daysOfShoe = Map.groupBy(longest.values(), ({ shoeId }) => shoeId)
  const hoursWorn = sumHours(diary, isWithin)
  const crampsOfDay = Map.groupBy(getPlacedEpisodes(diary), ({ onset }) => getCrampDay(onset))
  const countCramps = (days: readonly DayOfShoe[]) =>
    days.reduce((sum, { day }) => sum + (crampsOfDay.get(day)?.length ?? 0), 0)
  return {
    trackedDays: [...calendar.daysOfStratum.values()].flat().length + calendar.travelDays.size,
    days: longest.size,
    withoutShoe: shareOf(daysOfShoe.get(null) ?? []),
    shoes: shoes
      .filter(({ id }) => hoursWorn.has(id))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ id, name, retired }) => {
        const own = daysOfShoe.get(id) ?? []
        return {
          id,
          name,
          retired,
          hoursWorn: hoursWorn.get(id) ?? 0,
          ownDays: shareOf(own),
          otherDays: shareOf([...longest.values()].filter(({ shoeId }) => shoeId !== id)),
          rate: own.length < MIN_OWN_DAYS ? null : getRate(countCramps(own), sumOwnHours(own)),
        }
      }),
  }
}

const wearingOf = (shoeId: number) =>
  ({
    series: 'footwear',
    trackedAs: 'footwear',
    source: {
      kind: 'entries',
      windowHours: WINDOW_HOURS,
      aggregate: { kind: 'sum-of-minutes' },
      types: [String(shoeId)],
    },
  }) as const

const sumOwnHours = (days: readonly DayOfShoe[]) =>
  days.reduce((sum, { minutes }) => sum + minutes, 0) / MINUTES_PER_HOUR

function sumHours(diary: Diary, isWithin: (date: DayNumber) => boolean): Map<number, number> {
  const hours = new Map<number, number>()
  for (const { type, start, end } of diary.entries.footwear ?? []) {
    const id = Number(type)
    if (isWithin(getCrampDay(start))) hours.set(id, (hours.get(id) ?? 0) + (end - start) / MINUTES_PER_HOUR)
  }
  return hours
}

function shareOf(days: readonly DayOfShoe[]): ShareOfDays {
  return getShareOfDays(days.filter(({ hasCramp }) => hasCramp).length, days.length)
}

function getRate(cramps: number, hours: number): ShoeDays['rate'] {
  const { lower, upper } = computeGarwoodInterval(cramps)
  const per100 = (count: number) => (100 * count) / hours
  return { cramps, hours, per100Hours: per100(cramps), lower: per100(lower), upper: per100(upper) }
}

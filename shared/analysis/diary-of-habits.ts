/**
 * What the entries of stretching, food, the day and the night say to the analysis: their series, and the dates on which
 * each is known. Part of `diary-of-journal.ts`, which says what "known" means.
 */
import type { Muscle } from '../kinds/cramp.ts'
import type { DayHours } from '../kinds/day-hours.ts'
import type { EntryOf } from '../kinds/entry.ts'
import { clockMinutes, type Moment, MS_PER_MINUTE, wallClockMs } from '../time/moment.ts'
import { momentOfEnd } from '../time/time-zone.ts'
import { getCrampDay } from './cramp-days.ts'
import type { DayNumber, DayValue, DiaryEntry, Interval, LocalMinutes } from './diary.ts'

type Stretch = EntryOf<'stretch'>
type Food = EntryOf<'food'>
type Day = EntryOf<'day'>
type Night = EntryOf<'night'>

/** The part of the body that trials of stretching stretched, and the foot. */
const stretchedAgainstCramps: ReadonlySet<Muscle> = new Set(['calf', 'hamstring', 'arch', 'toes'])
const EVENING_MINUTES = 18 * 60
/** From so much on it counts as a stretch. */
const STRETCH_MINUTES = 1
/** A bedroom at or below this is cold. */
const COLD_ROOM_C = 16
/** Where somebody gave a temperature and no word: a day from here on is called hot. */
const HOT_DAY_C = 30

const localMinutes = (moment: Moment): LocalMinutes => Math.floor(wallClockMs(moment) / MS_PER_MINUTE)
const loggedAtOf = (entry: Moment & { readonly loggedAt: number }): LocalMinutes =>
  localMinutes({ at: entry.loggedAt, offsetMinutes: entry.offsetMinutes })

function atOnce(entry: Moment & { readonly loggedAt: number }, amount: number | null): DiaryEntry {
  const time = localMinutes(entry)
  return { start: time, end: time, amount, loggedAt: loggedAtOf(entry) }
}

type ListDays = DayHours['listDays']

export function describeStretching(
  stretches: readonly Stretch[],
  complete: ReadonlySet<DayNumber>,
  listDays: ListDays,
) {
  const dates = [...new Set([...complete, ...stretches.flatMap(listDays)])]
  return {
    tracked: { 'stretch-evening': dates, 'stretch-regular': dates },
    entries: {
      'stretch-evening': stretches.filter(isEveningStretch).map(stretch => atOnce(stretch, null)),
      'stretch-regular': stretches.map(stretch => atOnce(stretch, null)),
    },
  }
}

/** In the evening by the clock, or said to be before bed, which after midnight is still the evening. */
function isEveningStretch(stretch: Stretch): boolean {
  return (
    (stretch.beforeBed || clockMinutes(stretch) >= EVENING_MINUTES) &&
    stretch.durationMinutes >= STRETCH_MINUTES &&
    stretch.muscles.some(muscle => stretchedAgainstCramps.has(muscle))
  )
}

export function describeDiet(foods: readonly Food[], complete: ReadonlySet<DayNumber>) {
  const dates = [...complete]
  const servingsOf = (amount: 'potassiumServings' | 'magnesiumServings' | 'calciumServings') =>
    foods.flatMap(food => {
      const servings = food[amount]
      return servings === null || servings === 0 ? [] : [atOnce(food, servings)]
    })
  return {
    tracked: { 'diet-potassium': dates, 'diet-magnesium': dates, 'diet-calcium': dates },
    entries: {
      'diet-potassium': servingsOf('potassiumServings'),
      'diet-magnesium': servingsOf('magnesiumServings'),
      'diet-calcium': servingsOf('calciumServings'),
    },
  }
}

/** What is told of whole days. It stands at their noon, so that each date falls into one 24 hours of a window. */
export function describeDays(days: readonly Day[], complete: ReadonlySet<DayNumber>, listDays: ListDays) {
  const trackedFor = (answer: (day: Day) => unknown) => [
    ...new Set([...complete, ...days.filter(day => answer(day) !== null).flatMap(listDays)]),
  ]
  const heat = new Map<DayNumber, DayValue>([...complete].map(date => [date, { value: 0 }]))
  for (const day of days) {
    const isHot = judgeHeat(day)
    if (isHot === null) continue
    for (const number of listDays(day)) heat.set(number, { value: Number(isHot), loggedAt: loggedAtOf(day) })
  }
  return {
    tracked: {
      'foot-strength': trackedFor(day => day.footExerciseMinutes),
      'illness-loss': trackedFor(day => day.illnessWithFluidLoss),
      'heat-day': [...heat.keys()],
    },
    entries: {
      'foot-strength': days
        .filter(({ footExerciseMinutes }) => (footExerciseMinutes ?? 0) > 0)
        .map(day => atOnce(day, null)),
      'illness-loss': days
        .filter(({ illnessWithFluidLoss }) => illnessWithFluidLoss === true)
        .map(day => atOnce(day, null)),
    },
    heat,
  }
}

/** The person's word before the thermometer; null where there is neither. */
function judgeHeat({ heat, maxTemperatureC }: Day): boolean | null {
  if (heat !== null) return heat === 'hot'
  return maxTemperatureC === null ? null : maxTemperatureC >= HOT_DAY_C
}

/** Sleep records by cramp-day. One without its end says nothing of when the person was in bed, and is left out. */
export function describeNights(nights: readonly Night[], timeZone: string) {
  const slept = nights.filter(({ wakeAt }) => wakeAt !== null)
  const valuesOf = (judge: (night: Night) => boolean | null) => {
    const values = new Map<DayNumber, DayValue>()
    for (const night of slept) {
      const answer = judge(night)
      if (answer !== null)
        values.set(crampDayOf(night), { value: Number(answer), loggedAt: loggedAtOf(night) })
    }
    return values
  }
  return {
    nights: new Map<DayNumber, Interval>(
      slept.map(night => [crampDayOf(night), findTimeInBed(night, timeZone)]),
    ),
    values: {
      'cold-bedroom': valuesOf(judgeBedroom),
      'cold-feet': valuesOf(({ coldLegs }) => coldLegs),
      'bedding-tight': valuesOf(({ bedding }) => (bedding === null ? null : bedding === 'tight')),
      'sleep-position': valuesOf(judgePosition),
    },
  }
}

const crampDayOf = (night: Night): DayNumber => getCrampDay(localMinutes(night))

/** By the clock on the wall, as the cramps are: over a change of clocks that is an hour more or less than the sleep. */
function findTimeInBed(night: Night, timeZone: string): Interval {
  return {
    from: localMinutes(night),
    until: localMinutes(momentOfEnd(night.wakeAt ?? night.at, night, timeZone)),
  }
}

function judgeBedroom({ roomFeel, roomTemperatureC }: Night): boolean | null {
  if (roomFeel === null && roomTemperatureC === null) return null
  return roomFeel === 'cold' || (roomTemperatureC !== null && roomTemperatureC <= COLD_ROOM_C)
}

/** On the back it is the bedding that points the toes: without a word about it nobody knows. */
function judgePosition({ position, bedding }: Night): boolean | null {
  if (position === null) return null
  if (position === 'back') return bedding === null ? null : bedding === 'tight'
  return position === 'front-toes-pointed'
}

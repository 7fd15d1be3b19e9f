/**
 * Habits of simulated people: the true exposure in the hours before an onset, and the journal entries of a date.
 */
import { between, chance } from '../../../shared/demo/draws.ts'
import type { FluidDraft } from '../../../shared/kinds/fluid.ts'
import type { Random } from '../../../shared/statistics/random.ts'
import { flatShoes, goodShoes } from './closet.ts'
import { type ByDay, drawDrift, getHabitShare, isBelow, type Span } from './life.ts'
import { type JournalWriter, MINUTES_PER_DAY, type WallMinute } from './written-journal.ts'

/** Habit over the days of a simulated life. */
export interface Habit {
  /** True exposure in the hours before an onset: 1 or 0, or an amount. */
  readonly measure: (onset: WallMinute) => number
  /** Writes the entries of a date and the check-in that makes it complete. */
  readonly writeDate: (writer: JournalWriter, date: number) => void
}

const DAYS_PER_WEEK = 7
const HOURS_24 = MINUTES_PER_DAY
const HOURS_12 = MINUTES_PER_DAY / 2

/** Dates touched by a window of up to 24 hours before the onset: at most two. */
const datesBefore = (onset: WallMinute) => [
  Math.floor(onset / MINUTES_PER_DAY) - 1,
  Math.floor(onset / MINUTES_PER_DAY),
]

/** Dates of a habit: the span plus one date before and one after, which windows can reach. */
const livedDates = ({ first, days }: Span) => Array.from({ length: days + 2 }, (_, d) => first - 1 + d)

/** Flat shoes on some dates, good ones on all others, for some hours; at least an hour in flat ones is exposed. */
export function makeShoeHabit(random: Random, span: Span, isFlatDay: (date: number) => boolean): Habit {
  const wearings = new Map(
    livedDates(span).map(date => {
      const from = date * MINUTES_PER_DAY + between(random, 420, 1020)
      return [date, { isFlat: isFlatDay(date), from, to: from + between(random, 90, 360) }]
    }),
  )
  return {
    measure: onset => {
      const minutes = datesBefore(onset).reduce((sum, date) => {
        const worn = wearings.get(date)
        if (worn === undefined || !worn.isFlat) return sum
        return sum + Math.max(0, Math.min(worn.to, onset) - Math.max(worn.from, onset - HOURS_24))
      }, 0)
      return Number(minutes >= 60)
    },
    writeDate: (writer, date) => {
      const worn = wearings.get(date)
      if (worn === undefined) return
      writer.writeShoe(worn.isFlat ? flatShoes : goodShoes, worn.from, worn.to)
      writer.checkIn(date, 'footwear')
    },
  }
}

/** Dates with flat shoes: autocorrelated from day to day, more frequent at weekends and in season. */
export function drawFlatDays(random: Random, span: Span, season: ByDay): (date: number) => boolean {
  const drift = drawDrift(random, span, 0.5)
  return date => isBelow(drift(date), getHabitShare(date, season(date)))
}

/** Drinks of about 2 l per day, less at weekends; exposure is the volume of the last 24 hours, in ml. */
export function makeDrinkHabit(random: Random, span: Span, season: ByDay): Habit {
  const thirst = drawDrift(random, span, 0.5)
  const drinks = new Map(
    livedDates(span).map(date => {
      const habit = getHabitShare(date, season(date))
      const wanted = 1800 + 450 * thirst(date) - 600 * (habit - 0.35) + 100 * season(date)
      const volumeMl = Math.round(Math.min(5000, Math.max(300, wanted)))
      return [date, splitIntoGlasses(random, date, volumeMl)]
    }),
  )
  return {
    measure: onset =>
      datesBefore(onset)
        .flatMap(date => drinks.get(date) ?? [])
        .filter(({ at }) => at >= onset - HOURS_24 && at < onset)
        .reduce((sum, { volumeMl }) => sum + volumeMl, 0),
    writeDate: (writer, date) => {
      for (const { at, volumeMl } of drinks.get(date) ?? []) writer.writeDrink(at, volumeMl)
      writer.checkIn(date, 'fluid')
    },
  }
}

function splitIntoGlasses(random: Random, date: number, volumeMl: number) {
  const glasses = between(random, 4, 7)
  const each = Math.floor(volumeMl / glasses)
  return Array.from({ length: glasses }, (_, glass) => ({
    at: date * MINUTES_PER_DAY + between(random, 420, 1350),
    volumeMl: glass === 0 ? volumeMl - each * (glasses - 1) : each,
  }))
}

/** Coffee: up to four cups in the evening; exposure is the number of cups in the last 12 hours. */
export function makeEveningCoffeeHabit(random: Random, span: Span): Habit {
  return makeEveningDrinkHabit(random, span, () => between(random, 0, 4), {
    volumeMl: 120,
    drink: 'coffee',
    caffeineMg: 60,
  })
}

/** Beer in half of the evenings, autocorrelated; exposure is 1 for 12 hours, else 0. */
export function makeEveningBeerHabit(random: Random, span: Span): Habit {
  const drift = drawDrift(random, span, 0.5)
  return makeEveningDrinkHabit(random, span, date => Number(isBelow(drift(date), 0.5)), {
    volumeMl: 330,
    drink: 'beer',
    alcoholPercent: 5,
  })
}

/** Habit of drinks between 18:00 and 22:00, with a given number per date. */
function makeEveningDrinkHabit(
  random: Random,
  span: Span,
  countOn: (date: number) => number,
  { volumeMl, ...fields }: Partial<FluidDraft> & Pick<FluidDraft, 'volumeMl'>,
): Habit {
  const drinks = new Map(
    livedDates(span).map(date => [
      date,
      Array.from({ length: countOn(date) }, () => date * MINUTES_PER_DAY + between(random, 1080, 1320)),
    ]),
  )
  return {
    measure: onset =>
      datesBefore(onset)
        .flatMap(date => drinks.get(date) ?? [])
        .filter(at => at >= onset - HOURS_12 && at < onset).length,
    writeDate: (writer, date) => {
      for (const at of drinks.get(date) ?? []) writer.writeDrink(at, volumeMl, fields)
      writer.checkIn(date, 'fluid')
    },
  }
}

/** Stretching at noon of some dates, autocorrelated; exposure is the number of the last 7 days with any. */
export function makeStretchingHabit(random: Random, span: Span, season: ByDay): Habit {
  const drift = drawDrift(random, span, 0.5)
  const reach = { first: span.first - DAYS_PER_WEEK, days: span.days + 2 * DAYS_PER_WEEK }
  const early = drawFlatDaysByChance(random, reach, 0.35)
  const stretched = new Set(
    livedDates(reach).filter(date =>
      date >= span.first - 1 && date <= span.first + span.days
        ? isBelow(drift(date), getHabitShare(date, season(date)))
        : early(date),
    ),
  )
  const at = (date: number) => (date + 0.5) * MINUTES_PER_DAY
  return {
    measure: onset =>
      Array.from({ length: DAYS_PER_WEEK }, (_, day) => onset - day * MINUTES_PER_DAY).filter(until =>
        datesBefore(until).some(
          date => stretched.has(date) && at(date) >= until - MINUTES_PER_DAY && at(date) < until,
        ),
      ).length,
    writeDate: (writer, date) => {
      if (stretched.has(date)) writer.writeStretch(at(date))
      writer.checkIn(date, 'stretch')
    },
  }
}

/** Cold feet in bed from about 22:30 to about 07:00 on some nights, autocorrelated. */
export function makeColdFeetHabit(random: Random, span: Span, season: ByDay): Habit {
  const drift = drawDrift(random, span, 0.5)
  const nights = new Map(
    livedDates(span).map(date => [
      date,
      {
        isCold: isBelow(drift(date), getHabitShare(date, season(date))),
        from: date * MINUTES_PER_DAY + between(random, 1290, 1410),
        until: (date + 1) * MINUTES_PER_DAY + between(random, 360, 480),
      },
    ]),
  )
  return {
    measure: onset => Number(nights.get(Math.floor(onset / MINUTES_PER_DAY - 0.5))?.isCold === true),
    writeDate: (writer, date) => {
      const night = nights.get(date)
      if (night !== undefined) writer.writeNight(night.from, night.until, { coldLegs: night.isCold })
    },
  }
}

/** Reverse causation: flat shoes on most dates within two days of a cramp, else on some; they cause none. */
export function makeReactiveShoeHabit(
  random: Random,
  span: Span,
  crampDays: Pick<Set<number>, 'has'>,
): Habit {
  return makeShoeHabit(random, span, date =>
    chance(random, crampDays.has(date - 1) || crampDays.has(date - 2) ? 0.8 : 0.3),
  )
}

/** Flat shoes on an independent random share of the dates. */
export function drawFlatDaysByChance(random: Random, span: Span, share: number): (date: number) => boolean {
  const flat = new Set(livedDates(span).filter(() => chance(random, share)))
  return date => flat.has(date)
}

/**
 * Habits of simulated people: how much of each there truly was in the hours before an onset, and how a date of it is
 * written down.
 */
import { between, chance } from '../../shared/demo/draws.ts'
import type { FluidDraft } from '../../shared/kinds/fluid.ts'
import type { Random } from '../../shared/statistics/random.ts'
import { flatShoes, goodShoes } from './closet.ts'
import { type ByDay, drawDrift, getHabitShare, isBelow, type Span } from './life.ts'
import { MINUTES_PER_DAY, type Pen, type WallMinute } from './written-journal.ts'

/** A habit over the days of a life. */
export interface Habit {
  /** How much of it there was in the hours before an onset: 1 or 0, or an amount. */
  readonly measure: (onset: WallMinute) => number
  /** Writes down a date of it and says that this was all. */
  readonly writeDate: (pen: Pen, date: number) => void
}

const DAYS_PER_WEEK = 7
const HOURS_24 = MINUTES_PER_DAY
const HOURS_12 = MINUTES_PER_DAY / 2

/** A window of a day or less touches two dates at most. */
const datesBefore = (onset: WallMinute) => [
  Math.floor(onset / MINUTES_PER_DAY) - 1,
  Math.floor(onset / MINUTES_PER_DAY),
]

/** Dates that a habit is lived on: those of the span, the one before and the one after. */
const livedDates = ({ first, days }: Span) => Array.from({ length: days + 2 }, (_, d) => first - 1 + d)

/** Flat shoes on some dates and good ones on all others, for some hours; an hour in flat ones counts as exposed. */
export function liveInShoes(random: Random, span: Span, isFlatDay: (date: number) => boolean): Habit {
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
    writeDate: (pen, date) => {
      const worn = wearings.get(date)
      if (worn === undefined) return
      pen.writeShoe(worn.isFlat ? flatShoes : goodShoes, worn.from, worn.to)
      pen.checkIn(date, 'footwear')
    },
  }
}

/** Flat shoes in runs of days, more at weekends and in their season. */
export function drawFlatDays(random: Random, span: Span, season: ByDay): (date: number) => boolean {
  const drift = drawDrift(random, span, 0.5)
  return date => isBelow(drift(date), getHabitShare(date, season(date)))
}

/** Drinks of some two litres a day, less at weekends; every millilitre of the last 24 hours counts. */
export function liveByDrinks(random: Random, span: Span, season: ByDay): Habit {
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
    writeDate: (pen, date) => {
      for (const { at, volumeMl } of drinks.get(date) ?? []) pen.writeDrink(at, volumeMl)
      pen.checkIn(date, 'fluid')
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

/** Up to four cups of coffee in the evening; every cup counts for twelve hours. */
export function liveWithEveningCoffee(random: Random, span: Span): Habit {
  return liveByEvenings(random, span, () => between(random, 0, 4), {
    volumeMl: 120,
    drink: 'coffee',
    caffeineMg: 60,
  })
}

/** A beer in half of the evenings, in runs; it counts for twelve hours, once. */
export function liveWithEveningBeer(random: Random, span: Span): Habit {
  const drift = drawDrift(random, span, 0.5)
  return liveByEvenings(random, span, date => Number(isBelow(drift(date), 0.5)), {
    volumeMl: 330,
    drink: 'beer',
    alcoholPercent: 5,
  })
}

/** So many drinks between six and ten in the evening of a date. */
function liveByEvenings(
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
    writeDate: (pen, date) => {
      for (const at of drinks.get(date) ?? []) pen.writeDrink(at, volumeMl, fields)
      pen.checkIn(date, 'fluid')
    },
  }
}

/** Stretching at noon of some dates, in runs. What counts is on how many of the seven days before there was any. */
export function liveByStretching(random: Random, span: Span, season: ByDay): Habit {
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
    writeDate: (pen, date) => {
      if (stretched.has(date)) pen.writeStretch(at(date))
      pen.checkIn(date, 'stretch')
    },
  }
}

/** Cold feet in bed on some nights, in runs, from about 22:30 to about 07:00. */
export function liveWithColdFeet(random: Random, span: Span, season: ByDay): Habit {
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
    writeDate: (pen, date) => {
      const night = nights.get(date)
      if (night !== undefined) pen.writeNight(night.from, night.until, { coldLegs: night.isCold })
    },
  }
}

/** Flat shoes that follow cramps and bring none: on most dates within two days of one, else on some. */
export function liveReactingToCramps(random: Random, span: Span, crampDays: Pick<Set<number>, 'has'>): Habit {
  return liveInShoes(random, span, date =>
    chance(random, crampDays.has(date - 1) || crampDays.has(date - 2) ? 0.8 : 0.3),
  )
}

/** Flat shoes on a share of the dates that has nothing to do with anything. */
export function drawFlatDaysByChance(random: Random, span: Span, share: number): (date: number) => boolean {
  const flat = new Set(livedDates(span).filter(() => chance(random, share)))
  return date => flat.has(date)
}

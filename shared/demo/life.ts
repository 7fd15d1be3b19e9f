/**
 * Simulation of daily life: drinks, footwear and activities of a person in their late forties with a desk job who runs two
 * or three times a week.
 *
 * Habits are independent given the type of day (working day or weekend), so that the analysis can recover the planted
 * truth: a habit correlated with the canvas shoes would be confounded with their effect.
 */

import type { Activity, sweatLevels } from '../kinds/activities.ts'
import type { Drink } from '../kinds/drinks.ts'
import { computeNormalTails } from '../statistics/distributions.ts'
import { createRandom, type Random } from '../statistics/random.ts'
import { dateOfDayNumber, weekday } from '../time/calendar-date.ts'
import { between, chance, drawAutoregressiveNormals, pick, pickWeighted } from './draws.ts'
import { type SimulatedNight, simulateNight } from './nights.ts'
import { canvasShoes, dressShoes, laceUps, runningShoes } from './shoes.ts'
import { MINUTES_PER_DAY, type WallMinute } from './wall-time.ts'

interface Strength {
  readonly alcoholPercent: number | null
  readonly caffeineMg: number | null
}

export interface SimulatedDrink extends Strength {
  readonly at: WallMinute
  readonly drink: Drink
  readonly volumeMl: number
}

export interface SimulatedWearing {
  readonly shoeId: number
  readonly from: WallMinute
  readonly to: WallMinute
}

export interface Session {
  readonly activity: Activity
  readonly from: WallMinute
  readonly minutes: number
  readonly exertion: number
  readonly newOrHarder: boolean
  /** True in cold water or cold weather. */
  readonly cold: boolean
  readonly sweat: (typeof sweatLevels.ids)[number]
  readonly warmUpMinutes: number
  readonly coolDownMinutes: number
  readonly distanceKm: number | null
}

/** Daily total of sitting or standing, with its longest bout. */
export interface PostureTime {
  readonly minutes: number
  readonly longestBoutMinutes: number
}

export interface SimulatedDay {
  /** Days since 1970-01-01. */
  readonly day: number
  readonly weekend: boolean
  readonly drinks: readonly SimulatedDrink[]
  readonly worn: readonly SimulatedWearing[]
  readonly sessions: readonly Session[]
  readonly sitting: PostureTime
  readonly standing: PostureTime
  /** Night between this day and the next. */
  readonly night: SimulatedNight
}

/** Yearly cosine at a day number: 1 in mid-July, -1 in mid-January. */
export function computeSeason(day: number): number {
  return Math.cos((2 * Math.PI * (day - MID_JULY)) / 365.25)
}
/** Day number of 1970-07-16. */
const MID_JULY = 196

/**
 * Simulates `days` days from the day number `firstDay`. Each day has its own random generator, so that one draw more or
 * less on a day does not change the days after it.
 *
 * @param nightRandom separate random stream of the nights, so that their draws do not change the days
 */
export function simulateDays(
  random: Random,
  nightRandom: Random,
  firstDay: number,
  days: number,
): SimulatedDay[] {
  const shoeMood = drawAutoregressiveNormals(random, days, 0.5)
  const thirst = drawAutoregressiveNormals(random, days, 0.5)
  return Array.from({ length: days }, (_, index) => {
    const dayRandom = createRandom(random.nextUint32())
    const day = firstDay + index
    const weekend = isWeekend(day)
    const sessions = planSessions(dayRandom, day)
    const worn = planShoes(dayRandom, { day, weekend, sessions, mood: shoeMood[index] ?? 0 })
    const drinks = planDrinks(dayRandom, { day, weekend, thirst: thirst[index] ?? 0 })
    return {
      day,
      weekend,
      sessions,
      worn,
      drinks,
      sitting: planSitting(dayRandom, weekend),
      standing: planStanding(dayRandom, weekend),
      night: simulateNight(createRandom(nightRandom.nextUint32()), {
        day,
        canSleepIn: isWeekend(day + 1),
        busyUntil: Math.max(...worn.map(({ to }) => to), ...drinks.map(({ at }) => at)),
        season: computeSeason(day),
      }),
    }
  })
}

const isWeekend = (day: number) => weekday(dateOfDayNumber(day)) >= 5

function planSessions(random: Random, day: number): Session[] {
  const midnight = day * MINUTES_PER_DAY
  const dayOfWeek = weekday(dateOfDayNumber(day))
  const summer = computeSeason(day)
  const sessions: Session[] = []
  const add = (
    activity: Activity,
    from: number,
    minutes: number,
    exertion: number,
    kmPerHour: number | null,
  ) => {
    const hard = exertion >= 5
    sessions.push({
      activity,
      from: midnight + from,
      minutes,
      exertion,
      newOrHarder: hard && chance(random, 0.12),
      cold: activity === 'swim' ? chance(random, 0.5) : chance(random, Math.max(0, -0.5 * summer)),
      sweat: hard
        ? pickWeighted(random, [
            ['moderate', 3],
            ['heavy', 1 + summer * 0.8],
          ])
        : pick(random, ['none', 'light']),
      warmUpMinutes: hard ? pick(random, [0, 0, 5, 10]) : 0,
      coolDownMinutes: hard ? pick(random, [0, 5, 5]) : 0,
      distanceKm: kmPerHour === null ? null : Math.round((minutes / 60) * kmPerHour * 10) / 10,
    })
  }
  // Walks: a short one at lunch on working days, a longer one on Sundays.
  if (dayOfWeek < 5 && chance(random, 0.45))
    add('walk', between(random, 735, 765), between(random, 18, 32), 2, 5)
  if (dayOfWeek === 6 && chance(random, 0.55))
    add('walk', between(random, 870, 930), between(random, 50, 110), 3, 5)
  // Runs: Tuesdays and Thursdays after work, a long one on Saturdays, all slightly more often in summer.
  const keen = 0.1 * summer
  if (dayOfWeek === 1 && chance(random, 0.65 + keen))
    add('run', between(random, 1065, 1100), between(random, 35, 55), between(random, 5, 7), 10)
  if (dayOfWeek === 3 && chance(random, 0.55 + keen))
    add('run', between(random, 1065, 1100), between(random, 35, 60), between(random, 5, 8), 10)
  if (dayOfWeek === 5 && chance(random, 0.6 + keen))
    add('run', between(random, 570, 630), between(random, 60, 95), between(random, 4, 6), 9.6)
  if (dayOfWeek === 0 && chance(random, 0.35))
    add('strength', between(random, 1090, 1105), between(random, 30, 50), between(random, 4, 6), null)
  if (dayOfWeek === 4 && chance(random, 0.25 + 2 * keen))
    add('cycle', between(random, 1050, 1080), between(random, 40, 90), between(random, 3, 5), 20)
  if (dayOfWeek === 6 && chance(random, 0.2))
    add('swim', between(random, 600, 660), between(random, 30, 45), between(random, 4, 6), null)
  if (dayOfWeek === 5 && chance(random, 0.4 + 0.2 * summer))
    add(
      'gardening-or-housework',
      between(random, 840, 930),
      between(random, 40, 120),
      between(random, 2, 4),
      null,
    )
  return sessions.toSorted((a, b) => a.from - b.from)
}

interface ShoeDay {
  readonly day: number
  readonly weekend: boolean
  readonly sessions: readonly Session[]
  /** Standard normal; low values are canvas-shoe days. */
  readonly mood: number
}

function planShoes(random: Random, { day, weekend, sessions, mood }: ShoeDay): SimulatedWearing[] {
  const midnight = day * MINUTES_PER_DAY
  const worn: SimulatedWearing[] = []
  const wear = (shoeId: number, from: number, minutes: number) =>
    worn.push({ shoeId, from: midnight + from, to: midnight + from + minutes })
  for (const { activity, from, minutes } of sessions)
    if (activity === 'run' || activity === 'strength')
      worn.push({
        shoeId: runningShoes.id,
        from: from - between(random, 4, 10),
        to: from + minutes + between(random, 3, 12),
      })
  const narrow = chance(random, weekend ? 0.15 : 0.35)
  if (!weekend)
    wear(narrow ? dressShoes.id : laceUps.id, between(random, 470, 500), between(random, 525, 550))
  else if (narrow) wear(dressShoes.id, between(random, 1230, 1250), between(random, 75, 150))
  else if (chance(random, 0.5)) wear(laceUps.id, between(random, 1230, 1250), between(random, 40, 120))
  // Canvas shoes: more often at weekends and in summer.
  const share = Math.min(0.95, (weekend ? 0.6 : 0.25) * (1 + 0.3 * computeSeason(day)))
  if (computeNormalTails(mood).lower < share) {
    if (weekend) wear(canvasShoes.id, between(random, 755, 770), between(random, 80, 320))
    else wear(canvasShoes.id, between(random, 1180, 1200), between(random, 70, 130))
  }
  return worn.toSorted((a, b) => a.from - b.from)
}

interface DrinkDay {
  readonly day: number
  readonly weekend: boolean
  /** Deviation from the usual volume of drinks, standard normal. */
  readonly thirst: number
}

/**
 * Draws the day's total volume first and fills it up with water, so that a coffee or a beer replaces water and is
 * independent of the total.
 */
function planDrinks(random: Random, { day, weekend, thirst }: DrinkDay): SimulatedDrink[] {
  const midnight = day * MINUTES_PER_DAY
  const wanted = Math.min(
    4500,
    Math.max(700, 1900 + 450 * thirst + 100 * computeSeason(day) - (weekend ? 120 : 0)),
  )
  const drunk: SimulatedDrink[] = []
  let volumeMl = 0
  const drinkUp = (drink: Drink, at: number, ml: number, strength: Partial<Strength> = {}) => {
    drunk.push({
      at: midnight + at,
      drink,
      volumeMl: ml,
      alcoholPercent: null,
      caffeineMg: null,
      ...strength,
    })
    volumeMl += ml
  }
  const up = weekend ? 510 : 420
  if (chance(random, 0.72)) drinkUp('coffee', up + between(random, 5, 40), 200, { caffeineMg: 95 })
  else drinkUp('tea', up + between(random, 5, 40), 250, { caffeineMg: 45 })
  if (chance(random, 0.5)) {
    const [drink, ml, caffeineMg] = pick<readonly [Drink, number, number]>(random, [
      ['coffee', 200, 95],
      ['coffee', 40, 65],
      ['coffee', 250, 130],
      ['tea', 250, 45],
      ['soft-drink', 330, 35],
    ])
    drinkUp(drink, between(random, 840, 1110), ml, { caffeineMg })
  }
  if (chance(random, 0.25)) drinkUp('juice', up + between(random, 20, 50), 200)
  const evening = chance(random, weekend ? 0.45 : 0.2)
  if (evening && chance(random, 0.65))
    drinkUp('beer', between(random, 1160, 1260), 330, { alcoholPercent: 4.9 })
  else if (evening) drinkUp('wine', between(random, 1160, 1260), 150, { alcoholPercent: 12.5 })
  while (wanted - volumeMl >= 100) {
    const glass = pick(random, [200, 250, 250, 300, 500])
    const at = between(random, up + 30, 1340)
    drinkUp(
      chance(random, 0.15) ? 'sparkling-water' : 'water',
      at,
      Math.min(glass, Math.round((wanted - volumeMl) / 50) * 50),
    )
  }
  return drunk.toSorted((a, b) => a.at - b.at)
}

function planSitting(random: Random, weekend: boolean): PostureTime {
  const minutes = weekend ? between(random, 6, 10) * 30 : between(random, 11, 17) * 30
  const long = chance(random, weekend ? 0.15 : 0.45)
  return { minutes, longestBoutMinutes: long ? between(random, 12, 18) * 10 : between(random, 4, 10) * 10 }
}

function planStanding(random: Random, weekend: boolean): PostureTime {
  const minutes = weekend ? between(random, 2, 9) * 30 : between(random, 1, 6) * 30
  return { minutes, longestBoutMinutes: Math.min(minutes, between(random, 2, 8) * 10) }
}

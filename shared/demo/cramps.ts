/** When the demo's person cramps: the planted truth at work, one cramp-day after the other. */
import { createRandom, type Random } from '../statistics/random.ts'
import { between, chance, pickWeighted } from './draws.ts'
import { type DayLookup, measureExposure } from './exposures.ts'
import { type LivedDay, seasonOf } from './life.ts'
import { plantedEffects, plantedFactor, plantedRisk } from './planted-truth.ts'
import { MINUTES_PER_DAY, type WallMinute } from './wall-time.ts'

/** A cramp as it happened. */
export interface Onset {
  readonly at: WallMinute
  /** The cramp-day (noon to noon) it belongs to, as the day number of the date it starts on. */
  readonly crampDay: number
  readonly setting: 'night' | 'after-sport' | 'awake'
}

/** The cramps of the cramp-days in `days`, oldest first. */
export function sufferCramps(random: Random, days: readonly LivedDay[], lookUp: DayLookup): Onset[] {
  return days.flatMap(lived => {
    const ofDay = createRandom(random.nextUint32())
    // The hour is drawn before the risk: which hour it would be depends on no exposure but sport itself.
    const first = drawOnset(ofDay, lived)
    if (!chance(ofDay, riskOf(lived, first.at, lookUp))) return []
    return [first, ...drawFurther(ofDay, first)]
  })
}

/** The probability that the cramp-day of `lived` brings a cramp, were it at `onset`. */
function riskOf(lived: LivedDay, onset: WallMinute, lookUp: DayLookup): number {
  const setting =
    (lived.weekend ? plantedRisk.weekendFactor : 1) * (1 + plantedRisk.seasonShare * seasonOf(lived.day))
  const risk = plantedEffects.reduce(
    (product, effect) =>
      product * plantedFactor(effect, measureExposure(effect.exposure, effect.windowHours, onset, lookUp)),
    plantedRisk.base * setting,
  )
  return Math.min(plantedRisk.ceiling, risk)
}

function drawOnset(random: Random, { day, sessions }: LivedDay): Onset {
  const midnight = day * MINUTES_PER_DAY
  const lastSession = sessions.filter(({ from, exertion }) => from >= midnight + 720 && exertion >= 4).at(-1)
  if (lastSession !== undefined && chance(random, 0.25)) {
    const ended = lastSession.from + lastSession.minutes
    return { at: ended + between(random, 5, 110), crampDay: day, setting: 'after-sport' }
  }
  const setting = pickWeighted(random, [
    ['night', 0.82],
    ['awake', 0.18],
  ])
  const nextMidnight = midnight + MINUTES_PER_DAY
  // The sum of two dice gathers the nights around 03:00, between 01:00 and 05:00.
  const at =
    setting === 'night'
      ? nextMidnight + 60 + between(random, 0, 120) + between(random, 0, 119)
      : pickWeighted(random, [
          [nextMidnight - between(random, 5, 240), 3],
          [nextMidnight + between(random, 320, 420), 2],
          [midnight + between(random, 725, 1180), 2],
        ])
  return { at, crampDay: day, setting }
}

/** The same muscle often cramps again within two hours. */
function drawFurther(random: Random, first: Onset): Onset[] {
  const further: Onset[] = []
  let last = first
  while (further.length < 2 && chance(random, 0.2)) {
    last = { ...last, at: last.at + between(random, 12, 110) }
    // Not past the noon at which the cramp-day ends.
    if (last.at < (first.crampDay + 1) * MINUTES_PER_DAY + 720) further.push(last)
  }
  return further
}

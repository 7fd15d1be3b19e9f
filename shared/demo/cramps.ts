/** Simulation of cramps: draws the cramps of each cramp-day with the probability that the planted truth gives. */
import { createRandom, type Random } from '../statistics/random.ts'
import { between, chance, pickWeighted } from './draws.ts'
import { computeExposure, type DayLookup } from './exposures.ts'
import { computeSeason, type SimulatedDay } from './life.ts'
import { computePlantedFactor, plantedEffects, plantedRisk } from './planted-truth.ts'
import { MINUTES_PER_DAY, type WallMinute } from './wall-time.ts'

/** Simulated cramp, before it is written into the diary. */
export interface SimulatedCramp {
  readonly at: WallMinute
  /** The cramp-day (noon to noon) it belongs to, as the day number of the date it starts on. */
  readonly crampDay: number
  readonly setting: 'night' | 'after-sport' | 'awake'
}

/** Simulates the cramps of the cramp-days in `days`, oldest first. */
export function simulateCramps(
  random: Random,
  days: readonly SimulatedDay[],
  lookUp: DayLookup,
): SimulatedCramp[] {
  return days.flatMap(simulatedDay => {
    const dayRandom = createRandom(random.nextUint32())
    // The time is drawn before the risk, so that no exposure except sport itself influences it.
    const first = drawOnset(dayRandom, simulatedDay)
    if (!chance(dayRandom, computeCrampRisk(simulatedDay, first.at, lookUp))) return []
    return [first, ...drawFurther(dayRandom, first)]
  })
}

/** Probability of a cramp on the cramp-day of `simulatedDay`, given the time it would begin. */
function computeCrampRisk(simulatedDay: SimulatedDay, onset: WallMinute, lookUp: DayLookup): number {
  const setting =
    (simulatedDay.weekend ? plantedRisk.weekendFactor : 1) *
    (1 + plantedRisk.seasonShare * computeSeason(simulatedDay.day))
  const risk = plantedEffects.reduce(
    (product, effect) =>
      product *
      computePlantedFactor(effect, computeExposure(effect.exposure, effect.windowHours, onset, lookUp)),
    plantedRisk.base * setting,
  )
  return Math.min(plantedRisk.ceiling, risk)
}

function drawOnset(random: Random, { day, sessions }: SimulatedDay): SimulatedCramp {
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
  // Sum of two uniform draws: a triangular distribution between 01:00 and 05:00 with its peak at 03:00.
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

/** Repeated cramps: up to two more, each within two hours of the one before. */
function drawFurther(random: Random, first: SimulatedCramp): SimulatedCramp[] {
  const further: SimulatedCramp[] = []
  let last = first
  while (further.length < 2 && chance(random, 0.2)) {
    last = { ...last, at: last.at + between(random, 12, 110) }
    // Only before the noon at which the cramp-day ends.
    if (last.at < (first.crampDay + 1) * MINUTES_PER_DAY + 720) further.push(last)
  }
  return further
}

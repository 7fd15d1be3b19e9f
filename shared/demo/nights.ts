/**
 * How the demo's person sleeps: when, and under what conditions. None of it has to do with the cramps; the condition of
 * one night says nothing of another, and nothing of the day before but how late it got.
 */
import type { beddings, roomFeels, sleepPositions } from '../kinds/night.ts'
import type { Random } from '../statistics/random.ts'
import { between, chance, pickWeighted } from './draws.ts'
import { MINUTES_PER_DAY, type WallMinute } from './wall-time.ts'

/** As it would have been without a cramp in it. */
export interface LivedNight {
  readonly bedtime: WallMinute
  readonly upAt: WallMinute
  readonly coldLegs: boolean
  readonly bedding: (typeof beddings.ids)[number]
  readonly position: (typeof sleepPositions.ids)[number]
  readonly roomFeel: (typeof roomFeels.ids)[number]
  /** Sleep disturbance, 0 to 10, by all else than cramps. */
  readonly disturbance: number
}

interface Evening {
  /** The day that ends with this night. */
  readonly day: number
  /** Whether the next day is one without work. */
  readonly canSleepIn: boolean
  /** When the last drink was drunk and the last shoe came off. */
  readonly busyUntil: WallMinute
  /** 1 in mid-July, -1 in mid-January. */
  readonly season: number
}

const MINUTES_TO_BED = 10

export function planNight(random: Random, { day, canSleepIn, busyUntil, season }: Evening): LivedNight {
  const midnight = day * MINUTES_PER_DAY
  const tired = midnight + (canSleepIn ? between(random, 1395, 1485) : between(random, 1350, 1405))
  const bedtime = Math.max(tired, busyUntil + MINUTES_TO_BED)
  // Up before the first coffee, which is at seven on a working day and half past eight on any other.
  const upAt =
    midnight + MINUTES_PER_DAY + (canSleepIn ? between(random, 445, 505) : between(random, 380, 415))
  return {
    bedtime,
    upAt,
    coldLegs: chance(random, 0.25),
    bedding: pickWeighted(random, [
      ['loose', 65],
      ['tight', 35],
    ]),
    position: pickWeighted(random, [
      ['side', 55],
      ['back', 25],
      ['front', 10],
      ['front-toes-pointed', 10],
    ]),
    roomFeel: pickWeighted(random, [
      ['ok', 60],
      ['cold', 22 - 12 * season],
      ['warm', 18 + 12 * season],
    ]),
    disturbance: between(random, 0, 2) + between(random, 0, 2),
  }
}

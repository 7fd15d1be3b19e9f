/**
 * Simulation of nights: times and conditions of sleep. None of them has an effect on cramps. The nights are independent of
 * each other and, except for the bedtime, of the day before.
 */
import type { beddings, roomFeels, sleepPositions } from '../kinds/night.ts'
import type { Random } from '../statistics/random.ts'
import { between, chance, pickWeighted } from './draws.ts'
import { MINUTES_PER_DAY, type WallMinute } from './wall-time.ts'

/** Simulated night, without the effects of a cramp. */
export interface SimulatedNight {
  readonly bedtime: WallMinute
  readonly upAt: WallMinute
  readonly coldLegs: boolean
  readonly bedding: (typeof beddings.ids)[number]
  readonly position: (typeof sleepPositions.ids)[number]
  readonly roomFeel: (typeof roomFeels.ids)[number]
  /** Sleep disturbance not caused by cramps, 0 to 10. */
  readonly disturbance: number
}

interface Evening {
  /** Day number of the day before the night. */
  readonly day: number
  /** True if the next day is free of work. */
  readonly canSleepIn: boolean
  /** End of the last drink or wearing of the day. */
  readonly busyUntil: WallMinute
  /** 1 in mid-July, -1 in mid-January. */
  readonly season: number
}

/** Minimum minutes between `busyUntil` and bedtime. */
const MINUTES_TO_BED = 10

export function simulateNight(
  random: Random,
  { day, canSleepIn, busyUntil, season }: Evening,
): SimulatedNight {
  const midnight = day * MINUTES_PER_DAY
  const tired = midnight + (canSleepIn ? between(random, 1395, 1485) : between(random, 1350, 1405))
  const bedtime = Math.max(tired, busyUntil + MINUTES_TO_BED)
  // Before the first coffee, which is at 07:00 on a working day and 08:30 on any other.
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

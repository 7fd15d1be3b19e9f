/** Night entries of the diary: written in the morning, with some nights and answers missing. */
import { createRandom, type Random } from '../statistics/random.ts'
import type { DemoDiary, DemoEntryOf } from './diary.ts'
import { between, chance } from './draws.ts'
import type { SimulatedDay } from './life.ts'
import { MINUTES_PER_DAY, type WallMinute } from './wall-time.ts'

type Cramp = DemoEntryOf<'cramp'>

/** Writes the nights of logged days; 10% of them are missing as well. */
export function writeNights(
  random: Random,
  days: readonly SimulatedDay[],
  { written, loggedDays }: DemoDiary,
): DemoEntryOf<'night'>[] {
  const crampsOf = Map.groupBy(
    written.filter(entry => entry.kind === 'cramp'),
    ({ at }) => getCrampDay(at),
  )
  return days.flatMap(simulatedDay => {
    // A generator per night, so that a missing night does not change the others.
    const nightRandom = createRandom(random.nextUint32())
    const isWritten = chance(nightRandom, 0.9)
    if (!isWritten || !loggedDays.has(simulatedDay.day)) return []
    return [writeNight(nightRandom, simulatedDay, crampsOf.get(simulatedDay.day) ?? [])]
  })
}

const getCrampDay = (at: WallMinute) => Math.floor((at - MINUTES_PER_DAY / 2) / MINUTES_PER_DAY)

function writeNight(
  random: Random,
  { day, night }: SimulatedDay,
  cramps: readonly Cramp[],
): DemoEntryOf<'night'> {
  const broken = cramps.filter(({ fields }) => fields.wokeMe !== false)
  const { bedtime, upAt } = fitAround(day, night, cramps)
  const known = <Answer>(share: number, answer: Answer) => (chance(random, share) ? answer : null)
  return {
    kind: 'night',
    at: bedtime,
    loggedAt: upAt + between(random, 3, 50),
    endsAt: upAt,
    reliefOf: null,
    fields: {
      note: '',
      coldLegs: known(0.92, night.coldLegs),
      bedding: known(0.92, night.bedding),
      position: known(0.85, night.position),
      roomFeel: known(0.95, night.roomFeel),
      roomTemperatureC: null,
      sleepDisturbance: known(0.9, night.disturbance + (broken.length > 0 ? between(random, 1, 3) : 0)),
    },
  }
}

/** Minutes after midnight that decide on a cramp out of bed: before this the person had not gone to bed, after it was up. */
const STILL_UP_UNTIL = 4 * 60
/** Minutes between a cramp and going to bed, or getting up. */
const MINUTES_APART = 10

/**
 * Adjusts the time in bed to the cramps: one that woke the person happened in bed, one while walking about did not.
 *
 *     bedtime                             upAt
 *        |-----------------------------------|         as planned
 *      x |-->|                                         standing at 23:50: to bed after it
 *        |                       |<----------| x       walking at 05:40: got up before it
 *        |                                   |-x-->|   woken at 06:50: slept in until after it
 */
function fitAround(day: number, night: SimulatedDay['night'], cramps: readonly Cramp[]) {
  const nextMidnight = (day + 1) * MINUTES_PER_DAY
  let { bedtime, upAt } = night
  for (const { at, fields } of cramps) {
    const endedAt = at + Math.ceil((fields.durationSeconds ?? 0) / 60)
    if (fields.wokeMe !== false) upAt = Math.max(upAt, endedAt + MINUTES_APART)
    else if (fields.stateAtOnset === 'in-bed-awake') continue
    else if (at < nextMidnight + STILL_UP_UNTIL) bedtime = Math.max(bedtime, endedAt + MINUTES_APART)
    else upAt = Math.min(upAt, at - MINUTES_APART)
  }
  return { bedtime, upAt }
}

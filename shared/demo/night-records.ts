/** The nights as they stand in the diary: written down in the morning, not every one, and not every answer. */
import { createRandom, type Random } from '../statistics/random.ts'
import type { DemoDiary, WrittenAs } from './diary.ts'
import { between, chance } from './draws.ts'
import type { LivedDay } from './life.ts'
import { MINUTES_PER_DAY, type WallMinute } from './wall-time.ts'

type Cramp = WrittenAs<'cramp'>

/** Which nights are missing depends on the days that are; on these nobody wrote anything down. */
export function writeNights(
  random: Random,
  days: readonly LivedDay[],
  { written, keptDays }: DemoDiary,
): WrittenAs<'night'>[] {
  const crampsOf = Map.groupBy(
    written.filter(line => line.kind === 'cramp'),
    ({ at }) => getCrampDay(at),
  )
  return days.flatMap(lived => {
    // Of its own for each night: one that is missing leaves the others as they were.
    const ofNight = createRandom(random.nextUint32())
    const isWritten = chance(ofNight, 0.9)
    if (!isWritten || !keptDays.has(lived.day)) return []
    return [writeNight(ofNight, lived, crampsOf.get(lived.day) ?? [])]
  })
}

const getCrampDay = (at: WallMinute) => Math.floor((at - MINUTES_PER_DAY / 2) / MINUTES_PER_DAY)

function writeNight(random: Random, { day, night }: LivedDay, cramps: readonly Cramp[]): WrittenAs<'night'> {
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

/** Who is not in bed by now stays up; who is out of bed later than this got up early. */
const STILL_UP_UNTIL = 4 * 60
/** Between a cramp and going to bed, or getting up. */
const MINUTES_APART = 10

/**
 * The times a person was in bed, given the cramps: one that broke the sleep came in bed, one while walking about did not.
 *
 *     bedtime                             upAt
 *        |-----------------------------------|         as planned
 *      x |-->|                                         standing at 23:50: to bed after it
 *        |                       |<----------| x       walking at 05:40: got up before it
 *        |                                   |-x-->|   woken at 06:50: slept in until after it
 */
function fitAround(day: number, night: LivedDay['night'], cramps: readonly Cramp[]) {
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

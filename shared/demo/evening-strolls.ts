/**
 * New shoes, bought in the last weeks of the half year and worn from then on for a short stroll on evenings with nothing else on. They do
 * nothing to the cramps.
 */
import { createRandom, type Random } from '../statistics/random.ts'
import { walkingShoes } from './closet.ts'
import type { DemoDiary, WrittenAs } from './diary.ts'
import { between, chance } from './draws.ts'
import type { LivedDay } from './life.ts'
import { MINUTES_PER_DAY } from './wall-time.ts'

const DAYS_WITH_NEW_SHOES = 5 * 7
/** After training, and long before bed: from 19:40 to 20:45 at the latest. */
const FROM = 1180
const UNTIL = 1245

/** @param lastDay of the half year; the shoes are worn from five weeks before its end on */
export function writeStrolls(
  random: Random,
  days: readonly LivedDay[],
  lastDay: number,
  { keptDays }: DemoDiary,
): WrittenAs<'footwear'>[] {
  const boughtBefore = lastDay - DAYS_WITH_NEW_SHOES + 1
  return days
    .filter(({ day }) => day >= boughtBefore)
    .flatMap(lived => {
      const ofDay = createRandom(random.nextUint32())
      const goesOut = chance(ofDay, 0.5)
      // On a working day some shoe is written down anyway, so a stroll makes no day known that was not.
      if (!goesOut || lived.weekend || !keptDays.has(lived.day) || isBusy(lived)) return []
      const from = lived.day * MINUTES_PER_DAY + between(ofDay, FROM, FROM + 15)
      const to = from + between(ofDay, 25, 50)
      return [
        {
          kind: 'footwear',
          at: from,
          loggedAt: from + between(ofDay, 0, 10),
          endsAt: to,
          reliefOf: null,
          fields: { note: '', shoeId: walkingShoes.id },
        },
      ]
    })
}

function isBusy({ day, worn, sessions }: LivedDay): boolean {
  const [from, until] = [day * MINUTES_PER_DAY + FROM, day * MINUTES_PER_DAY + UNTIL]
  return (
    worn.some(wearing => wearing.from < until && wearing.to > from) ||
    sessions.some(session => session.from < until && session.from + session.minutes > from)
  )
}

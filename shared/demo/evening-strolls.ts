/**
 * Footwear entries of new shoes, worn for short strolls on free evenings in the last weeks of the half year. They have no
 * effect on cramps.
 */
import { createRandom, type Random } from '../statistics/random.ts'
import type { DemoDiary, DemoEntryOf } from './diary.ts'
import { between, chance } from './draws.ts'
import type { SimulatedDay } from './life.ts'
import { walkingShoes } from './shoes.ts'
import { MINUTES_PER_DAY } from './wall-time.ts'

const DAYS_WITH_NEW_SHOES = 5 * 7
/** Evening in which a stroll must fit, minutes after midnight: 19:40 to 20:45, after training and well before bedtime. */
const FROM = 1180
const UNTIL = 1245

/** @param lastDay last day of the half year, as a day number; the shoes are worn in its last five weeks and after it */
export function writeStrolls(
  random: Random,
  days: readonly SimulatedDay[],
  lastDay: number,
  { loggedDays }: DemoDiary,
): DemoEntryOf<'footwear'>[] {
  const boughtBefore = lastDay - DAYS_WITH_NEW_SHOES + 1
  return days
    .filter(({ day }) => day >= boughtBefore)
    .flatMap(simulatedDay => {
      const dayRandom = createRandom(random.nextUint32())
      const goesOut = chance(dayRandom, 0.5)
      // Working days only: they have a footwear entry anyway, so that a stroll does not make a day tracked.
      if (!goesOut || simulatedDay.weekend || !loggedDays.has(simulatedDay.day) || isBusy(simulatedDay))
        return []
      const from = simulatedDay.day * MINUTES_PER_DAY + between(dayRandom, FROM, FROM + 15)
      const to = from + between(dayRandom, 25, 50)
      return [
        {
          kind: 'footwear',
          at: from,
          loggedAt: from + between(dayRandom, 0, 10),
          endsAt: to,
          reliefOf: null,
          fields: { note: '', shoeId: walkingShoes.id },
        },
      ]
    })
}

function isBusy({ day, worn, sessions }: SimulatedDay): boolean {
  const [from, until] = [day * MINUTES_PER_DAY + FROM, day * MINUTES_PER_DAY + UNTIL]
  return (
    worn.some(wearing => wearing.from < until && wearing.to > from) ||
    sessions.some(session => session.from < until && session.from + session.minutes > from)
  )
}

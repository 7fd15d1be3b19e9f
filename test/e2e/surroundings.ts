/**
 * When and where specs, tour and bench take place, so that they know what the program will say: a Friday afternoon in
 * London, in which what is logged belongs to today, the night is over, and the cramp-day of yesterday has ended.
 * `npm run test:dates` states other moments with UNKNOT_TEST_NOW and UNKNOT_TEST_ZONE.
 */
import { startClock, systemClock } from '../../main/app/clock.ts'
import { type Clock, parseNow } from '../../shared/time/clock.ts'
import { MS_PER_DAY } from '../../shared/time/moment.ts'

const stated = process.env.UNKNOT_TEST_NOW ?? '2026-11-20T16:00'
export const timeZone = process.env.UNKNOT_TEST_ZONE ?? 'Europe/London'

/** The stated moment, in UTC milliseconds. */
export const statedAt = parseStated()

function parseStated(): number {
  const at = parseNow(stated, timeZone)
  if (at === null) throw new Error(`UNKNOT_TEST_NOW=${stated} is no date and time such as 2026-11-20T16:00`)
  return at
}

let clock: Clock
restartClock()

/** The clock of the specs runs on from the stated moment; back to that moment. */
export function restartClock(): void {
  clock = startClock({ aheadMs: statedAt - systemClock.now(), timeZone })
}

/** Time passes while no app runs; negative: the clock is set back. */
export function passTime(ms: number): void {
  clock = startClock({ aheadMs: clock.now() + ms - systemClock.now(), timeZone })
}

export const passDays = (days: number): void => passTime(days * MS_PER_DAY)

/** The clock of the specs, on which that of an app is set when it starts. */
export const specClock: Clock = { now: () => clock.now(), timeZone: () => timeZone }

/** For the app's command line: what time it is, and where. */
export const statedTime = (): string[] => [
  `--now=${new Date(clock.now()).toISOString()}`,
  `--zone=${timeZone}`,
]

/** For the app's environment: British dates. */
export const surroundings = { LC_ALL: 'en_GB.UTF-8', TZ: timeZone }

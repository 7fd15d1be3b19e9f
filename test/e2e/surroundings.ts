/**
 * Stated moment and zone of specs, tour and bench, which make the program's output predictable: a Friday afternoon in
 * London, so that new entries belong to today, the night is over, and the cramp-day of yesterday has ended.
 * `npm run test:dates` states other moments with UNKNOT_TEST_NOW and UNKNOT_TEST_ZONE.
 */
import { startClock, systemClock } from '../../main/app/clock.ts'
import { type Clock, parseNow } from '../../shared/time/clock.ts'
import { MS_PER_DAY } from '../../shared/time/moment.ts'

const stated = process.env.UNKNOT_TEST_NOW ?? '2026-11-20T16:00'
export const timeZone = process.env.UNKNOT_TEST_ZONE ?? 'Europe/London'

/** Stated moment, in UTC milliseconds. */
export const statedAt = parseStated()

function parseStated(): number {
  const at = parseNow(stated, timeZone)
  if (at === null) throw new Error(`UNKNOT_TEST_NOW=${stated} is no date and time such as 2026-11-20T16:00`)
  return at
}

let clock: Clock
restartClock()

/** Sets the clock of the specs, which runs in real time, back to the stated moment. */
export function restartClock(): void {
  clock = startClock({ aheadMs: statedAt - systemClock.now(), timeZone })
}

/** Advances the clock of the specs by `ms` while no app runs; a negative value sets it back. */
export function passTime(ms: number): void {
  clock = startClock({ aheadMs: clock.now() + ms - systemClock.now(), timeZone })
}

export const passDays = (days: number): void => passTime(days * MS_PER_DAY)

/** Clock of the specs; an app takes its time from it at start. */
export const specClock: Clock = { now: () => clock.now(), timeZone: () => timeZone }

/** Command-line arguments `--now` and `--zone` of the app. */
export const statedTime = (): string[] => [
  `--now=${new Date(clock.now()).toISOString()}`,
  `--zone=${timeZone}`,
]

/** Environment variables of the app: British dates, zone of the specs. */
export const surroundings = { LC_ALL: 'en_GB.UTF-8', TZ: timeZone }

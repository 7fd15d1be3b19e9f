/**
 * The one place in main and in the project's tools that reads the system's clock and zone, and the words `--now` and
 * `--zone` that state others. `renderer/data/clock.ts` is its counterpart in the page.
 */
import { parseArgs } from 'node:util'
import {
  type Clock,
  createClock,
  getUsableZone,
  isKnownZone,
  parseNow,
  type StatedTime,
  type SystemTime,
} from '../../shared/time/clock.ts'

const system: SystemTime = {
  now: () => Date.now(),
  zoneName: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  offsetMinutes: at => -new Date(at).getTimezoneOffset(),
}

/**
 * What a start states with `--now=2026-11-20T16:00Z` and `--zone=Europe/Berlin`. A packaged program takes its time from
 * the system alone: a journal whose dates a shortcut can shift would be worth nothing.
 *
 * @returns or the sentence that says what is wrong with `--now`. A zone that does not exist is replaced by the system's.
 */
export function readStatedTime(words: readonly string[], isPackaged: boolean): StatedTime | string {
  if (isPackaged) return { aheadMs: 0, timeZone: null }
  const { values } = parseArgs({
    args: [...words],
    options: { now: { type: 'string' }, zone: { type: 'string' } },
    strict: false,
  })
  const zone = typeof values.zone === 'string' && isKnownZone(values.zone) ? values.zone : null
  if (values.now === undefined) return { aheadMs: 0, timeZone: zone }
  const before = system.now()
  const at = parseNow(String(values.now), zone ?? getSystemZone(before))
  return at === null
    ? `--now=${values.now} is no date and time such as 2026-11-20T16:00Z.`
    : { aheadMs: at - before, timeZone: zone }
}

const getSystemZone = (at: number) => getUsableZone(system.zoneName(), system.offsetMinutes(at))

export const startClock = (stated: StatedTime): Clock => createClock(system, stated)

/** For tools that take no statement of the time. */
export const systemClock: Clock = startClock({ aheadMs: 0, timeZone: null })

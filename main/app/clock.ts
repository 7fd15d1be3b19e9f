/**
 * System clock and zone of main and of the project's tools, and the flags `--now` and `--zone` that override them. No
 * other file there reads them. `renderer/data/clock.ts` is the counterpart in the page.
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
 * Clock overrides of the command line, `--now=2026-11-20T16:00Z` and `--zone=Europe/Berlin`. A packaged program ignores
 * both: a journal whose dates a shortcut can shift would be worth nothing.
 *
 * @returns the sentence that says what is wrong with `--now`, if it is no date. An unknown zone is replaced by the
 * system's.
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

/** Clock without overrides, for tools that have no such flags. */
export const systemClock: Clock = startClock({ aheadMs: 0, timeZone: null })

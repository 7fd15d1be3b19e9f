/**
 * Clock seam: current time and time zone, the system's own unless `--now` and `--zone` override them. Only
 * `main/app/clock.ts` and `renderer/data/clock.ts` read the system; all other code is handed a `Clock`, so that tests
 * can run at any date.
 */
import { Temporal } from 'temporal-polyfill'

export interface Clock {
  /** UTC milliseconds. */
  now(): number
  /**
   * A zone that `Intl` and Temporal know: an IANA name, or an offset such as `+01:00`. Read on every use and never cached,
   * because the system's zone changes when a person travels.
   */
  timeZone(): string
}

/** Overrides from `--now` and `--zone`; an unpackaged program alone reads them. */
export interface StatedTime {
  /** Milliseconds the program's clock is ahead of the system's: it is shifted, not stopped. */
  readonly aheadMs: number
  /** Null for the system's zone. */
  readonly timeZone: string | null
}

/** Readings of the system's clock. */
export interface SystemTime {
  /** UTC milliseconds. */
  now(): number
  /** Zone name from `Intl`; `Etc/Unknown` or undefined when the variable `TZ` cannot be read. */
  zoneName(): string | undefined
  /** Minutes ahead of UTC at an instant in UTC milliseconds. */
  offsetMinutes(at: number): number
}

export function createClock(system: SystemTime, stated: StatedTime): Clock {
  const now = () => system.now() + stated.aheadMs
  return {
    now,
    timeZone: () => stated.timeZone ?? getUsableZone(system.zoneName(), system.offsetMinutes(now())),
  }
}

/** The named zone if it exists, else the fixed-offset zone that is `offsetMinutes` ahead of UTC. */
export function getUsableZone(name: string | undefined, offsetMinutes: number): string {
  return name !== undefined && isKnownZone(name) ? name : formatOffset(offsetMinutes)
}

export function isKnownZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}

/** Fixed-offset zone name: `+01:00`. */
function formatOffset(offsetMinutes: number): string {
  const minutes = Math.abs(Math.round(offsetMinutes))
  const two = (value: number) => String(value).padStart(2, '0')
  return `${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/**
 * Parses `--now`: `2026-11-20T16:00Z`, `2026-11-20T16:00+01:00`, or without an offset a wall-clock time in `timeZone`.
 *
 * @returns UTC milliseconds, or null for a text that is no date and time
 */
export function parseNow(text: string, timeZone: string): number | null {
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch {
    // Without an offset: parsed as a wall-clock time below.
  }
  try {
    if (!/^\d{4}-\d{2}-\d{2}T/i.test(text)) return null
    return Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds
  } catch {
    return null
  }
}

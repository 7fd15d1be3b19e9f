/**
 * Wall clock and time zone as everything in the program gets them: those of the system, unless the start stated others.
 * Only `main/app/clock.ts` and `renderer/data/clock.ts` read the system; everything else is handed a `Clock`.
 */
import { Temporal } from 'temporal-polyfill'

export interface Clock {
  /** UTC milliseconds. */
  now(): number
  /** A zone that `Intl` and Temporal know: an IANA name, or an offset such as `+01:00`. Asked each time: people travel. */
  timeZone(): string
}

/** What the start of an unpackaged program stated with `--now` and `--zone`. */
export interface StatedTime {
  /** Milliseconds the program's clock is ahead of the system's: it is shifted, not stopped. */
  readonly aheadMs: number
  /** `null`: the system's zone. */
  readonly timeZone: string | null
}

/** The system's own answers. */
export interface SystemTime {
  now(): number
  /** What `Intl` says. With a `TZ` it cannot read this is `Etc/Unknown`, or missing. */
  zoneName(): string | undefined
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

/** `+01:00`: a zone without clock changes. */
function formatOffset(offsetMinutes: number): string {
  const minutes = Math.abs(Math.round(offsetMinutes))
  const two = (value: number) => String(value).padStart(2, '0')
  return `${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/**
 * The instant that `--now` names: `2026-11-20T16:00Z`, `2026-11-20T16:00+01:00`, or without an offset as the wall clock
 * of `timeZone` shows it.
 *
 * @returns UTC milliseconds, or null for a text that is no date and time
 */
export function parseNow(text: string, timeZone: string): number | null {
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch {
    // No offset: a wall clock.
  }
  try {
    if (!/^\d{4}-\d{2}-\d{2}T/i.test(text)) return null
    return Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds
  } catch {
    return null
  }
}

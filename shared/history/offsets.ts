/** Offsets of records as programs write them, and which of them can be believed. */
import type { Moment } from '../time/moment.ts'
import { isOffset, type ZoneClock } from './zones.ts'

/** Minutes of `+02:00`, `-0330` or `UTC+0530`; null for anything else. */
export function readOffset(text: string): number | null {
  const [, sign, hours, minutes] = /^(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})(?::00)?$/.exec(text.trim()) ?? []
  if (sign === undefined) return null
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  return isOffset(offset) ? offset : null
}

/**
 * Moment of an instant with a written offset. Zero is often a placeholder: then the person's zone decides, which has zero
 * where it is true.
 *
 * @returns null while the zone is needed and not given
 */
export function believeOffset(at: number, offset: number | null, clock: ZoneClock | null): Moment | null {
  if (offset !== null && offset !== 0) return { at, offsetMinutes: offset }
  return clock?.ofInstant(at) ?? null
}

/** UTC milliseconds of `2026-09-12T05:00:00Z`, or of the same without a Z; null for anything else. */
export function readUtc(text: string): number | null {
  const [, date, clock] =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(?:Z|\+00:00)?$/.exec(text.trim()) ?? []
  if (date === undefined || clock === undefined) return null
  // Digits beyond the millisecond are cut off.
  const at = Date.parse(`${date}T${clock.replace(/(\.\d{3})\d+$/, '$1')}Z`)
  return Number.isNaN(at) ? null : at
}

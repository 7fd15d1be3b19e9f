/** Builders of entries for the tests of patterns, in addition to those of the overview. */

import { everyCramp } from '../../../shared/analysis/cramp-filter.ts'
import type { TrackedCramps } from '../../../shared/analysis/tracked-cramps.ts'
import { trackCramps } from '../../../shared/analysis/tracked-cramps.ts'
import type { CheckIn, TrackedKind } from '../../../shared/kinds/check-in.ts'
import type { CrampDraft } from '../../../shared/kinds/cramp.ts'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import type { Shoe } from '../../../shared/kinds/footwear.ts'
import type { NightDraft } from '../../../shared/kinds/night.ts'
import type { Period } from '../../../shared/kinds/period.ts'
import { type CalendarDate, datesFromTo } from '../../../shared/time/calendar-date.ts'
import { shoeDraft } from '../kinds/drafts.ts'
import { crampAt } from './overview-entries.ts'

const instant = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00Z`)

/** `2026-06-02 03:10` */
export function crampOn(time: string, more: Partial<CrampDraft> = {}): EntryOf<'cramp'> {
  const [date = '', clock = ''] = time.split(' ')
  return { ...crampAt(date, clock), ...more }
}

export function nightFrom(
  bedtime: string,
  wake: string | null,
  more: Partial<NightDraft> = {},
): EntryOf<'night'> {
  const at = instant(bedtime)
  return {
    kind: 'night',
    id: 1,
    at,
    offsetMinutes: 0,
    note: '',
    loggedAt: at,
    editedAt: null,
    wakeAt: wake === null ? null : instant(wake),
    coldLegs: null,
    bedding: null,
    position: null,
    roomFeel: null,
    roomTemperatureC: null,
    sleepDisturbance: null,
    ...more,
  }
}

export function wornFrom(putOn: string, takenOff: string | null, shoeId: number): EntryOf<'footwear'> {
  const at = instant(putOn)
  return {
    kind: 'footwear',
    id: 1,
    at,
    offsetMinutes: 0,
    note: '',
    loggedAt: at,
    editedAt: null,
    shoeId,
    takenOffAt: takenOff === null ? null : instant(takenOff),
  }
}

export const shoeNamed = (id: number, name: string): Shoe => ({ ...shoeDraft({ name }), id })

/** Check-ins that a kind is complete, for each date. */
export const complete = (kind: TrackedKind, from: CalendarDate, to: CalendarDate): CheckIn[] =>
  datesFromTo(from, to).map(date => ({ date, kind, dayStartMinutes: 0 }))

export const track = (
  cramps: readonly EntryOf<'cramp'>[],
  checkIns: readonly CheckIn[],
  period: Period,
): TrackedCramps => trackCramps({ cramps, checkIns, filter: everyCramp }, period)

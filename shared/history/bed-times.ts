/** Dates of going to bed and getting up, where a file gives one date for a night and two clock times. */
import { addDays, type CalendarDate } from '../time/calendar-date.ts'
import type { Asking } from './asking.ts'

/** Date that a night is listed under: that of getting up, or that of the evening. */
export type NightDate = 'woke' | 'bed'

export const askNightDate = (asking: Asking): NightDate | null =>
  asking.one<NightDate>({
    id: 'night-date',
    group: 'Nights',
    text: 'Which date does a night have?',
    options: [
      { id: 'woke', label: 'The day you woke up' },
      { id: 'bed', label: 'The day you went to bed' },
    ],
    suggested: 'woke',
  })

/** An evening begins at noon: an earlier bedtime is after midnight, and still of the evening before. */
const NOON = '12:00'

/** @param bed clock time `HH:MM` @param wake clock time `HH:MM` */
export function placeNight(
  date: CalendarDate,
  { bed, wake }: { readonly bed: string; readonly wake: string },
  by: NightDate,
): { readonly bedDate: CalendarDate; readonly wakeDate: CalendarDate } {
  if (by === 'woke') return { bedDate: bed < wake ? date : addDays(date, -1), wakeDate: date }
  const bedDate = bed < NOON ? addDays(date, 1) : date
  return { bedDate, wakeDate: bed < wake ? bedDate : addDays(bedDate, 1) }
}

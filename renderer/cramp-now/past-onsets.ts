/** Onsets of cramps that are over: so long ago, or only "last night". */
import type { CrampDraft } from '../../shared/kinds/cramp.ts'
import { NIGHT_CLOCK } from '../../shared/kinds/onset.ts'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { calendarDate, type Moment, MS_PER_MINUTE } from '../../shared/time/moment.ts'
import { momentAt, momentOfInstant } from '../../shared/time/time-zone.ts'

export type PastOnset = Moment & Pick<CrampDraft, 'onsetPrecision'>

export const minutesAgo = [15, 30, 60] as const

/** Onset some minutes ago, give or take half an hour: people do not look at the clock in a cramp. */
export function getOnsetAgo(minutes: number, now: Moment, timeZone: string): PastOnset {
  return { ...momentOfInstant(now.at - minutes * MS_PER_MINUTE, timeZone), onsetPrecision: 'about' }
}

/**
 * Onset at some time in the night that ended last. The clock time is the one that the form stores for such a night;
 * `onsetPrecision` marks it as meaningless.
 */
export function getOnsetLastNight(now: Moment, timeZone: string): PastOnset {
  return { ...momentAt(getMorningAfter(now, timeZone), NIGHT_CLOCK, timeZone), onsetPrecision: 'night' }
}

/** The date of the morning that ended that night. Before that clock time the night has hardly begun: it is the one before. */
export function getMorningAfter(now: Moment, timeZone: string): CalendarDate {
  const today = calendarDate(now)
  return momentAt(today, NIGHT_CLOCK, timeZone).at <= now.at ? today : addDays(today, -1)
}

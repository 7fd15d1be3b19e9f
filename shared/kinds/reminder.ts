/** Daily reminder: when it is due, what it says, and the calendar file that reminds without the program. */
import { type CalendarDate, daysBetween } from '../time/calendar-date.ts'
import { calendarDate, clockMinutes, type Moment } from '../time/moment.ts'
import { EARLIEST_REMINDER_HOUR, LATEST_REMINDER_HOUR, type Profile } from './profile.ts'

/** Days of a journal after which the person is asked once about a reminder. */
const ASKED_AFTER_DAYS = 7
/** Hour that the question and the settings propose. */
export const PROPOSED_REMINDER_HOUR = 20

export const reminderHours: readonly number[] = Array.from(
  { length: LATEST_REMINDER_HOUR - EARLIEST_REMINDER_HOUR + 1 },
  (_, index) => EARLIEST_REMINDER_HOUR + index,
)

/**
 * True from the chosen hour until 22:00, once a calendar date. A computer that was asleep at the hour reminds when it
 * wakes, unless the night has begun.
 *
 * @param remindedOn date of the last reminder
 */
export function isReminderDue(
  now: Moment,
  { reminderHour }: Pick<Profile, 'reminderHour'>,
  remindedOn: CalendarDate | null,
): boolean {
  if (reminderHour === null || remindedOn === calendarDate(now)) return false
  const hour = Math.floor(clockMinutes(now) / 60)
  return hour >= reminderHour && hour <= LATEST_REMINDER_HOUR
}

/** True while the one question about a reminder is open: at the end of the first week, until it is answered. */
export const asksAboutReminder = (
  { reminderHour, reminderAsked }: Pick<Profile, 'reminderHour' | 'reminderAsked'>,
  firstDate: CalendarDate | null,
  today: CalendarDate,
): boolean =>
  !reminderAsked &&
  reminderHour === null &&
  firstDate !== null &&
  daysBetween(firstDate, today) >= ASKED_AFTER_DAYS

/** Text of the notification. A lock screen may show it: it names no kind of entry and no health word. */
export function writeReminder(count: number, isOfToday: boolean): string {
  const things = count === 1 ? '1 thing' : `${count} things`
  return `Unknot: ${things} left for ${isOfToday ? 'today' : 'yesterday'}`
}

/** Maximum length of a line of a calendar file in bytes, without its line break (RFC 5545, section 3.1). */
const LINE_BYTES = 75

/**
 * Calendar file (RFC 5545) with one event a day at the hour, and an alarm at its start. The times are floating: they follow
 * the clock of wherever the person is.
 *
 * @param from first date of the event
 */
export function writeReminderCalendar(hour: number, from: CalendarDate, now: Moment): string {
  const clock = `${String(hour).padStart(2, '0')}`
  const day = from.replaceAll('-', '')
  const summary = escapeText('Unknot: finish the day')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Unknot//Reminder//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    // The same at every save, so that a second import changes the event instead of doubling it.
    'UID:finish-the-day@unknot.invalid',
    `DTSTAMP:${formatUtc(now.at)}`,
    // Seconds since 2000: the later of two files counts.
    `SEQUENCE:${Math.max(0, Math.floor((now.at - Date.UTC(2000, 0, 1)) / 1000))}`,
    `DTSTART:${day}T${clock}0000`,
    'DURATION:PT5M',
    'RRULE:FREQ=DAILY',
    `SUMMARY:${summary}`,
    `DESCRIPTION:${escapeText('Open Unknot and press E; an ordinary day takes two keys. To stop, delete this event.')}`,
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:PT0S',
    `DESCRIPTION:${summary}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map(line => `${foldLine(line)}\r\n`).join('')
}

/** Escapes a TEXT value (RFC 5545, section 3.3.11). */
export const escapeText = (text: string): string =>
  text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n')

/** Folds a line at 75 bytes of UTF-8, never within a character; a continuation begins with a space. */
export function foldLine(line: string): string {
  let folded = ''
  let bytes = 0
  for (const character of line) {
    const size = getUtf8Length(character)
    if (bytes + size > LINE_BYTES) {
      folded += '\r\n '
      bytes = 1
    }
    folded += character
    bytes += size
  }
  return folded
}

function getUtf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}

/** `20261120T160000Z`. */
function formatUtc(at: number): string {
  const utc = { at, offsetMinutes: 0 }
  const minutes = clockMinutes(utc)
  const two = (value: number) => String(value).padStart(2, '0')
  const seconds = Math.floor(at / 1000) % 60
  return `${calendarDate(utc).replaceAll('-', '')}T${two(Math.floor(minutes / 60))}${two(minutes % 60)}${two(seconds)}Z`
}

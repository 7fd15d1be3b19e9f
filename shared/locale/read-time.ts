/** Parser of typed clock times. */
import type { HourCycle } from './conventions.ts'
import { normalizeTyped } from './digits.ts'
import { chooseReading, type TypedReading } from './reading.ts'

const HALF = String.raw`(?:\s*([ap])\.?\s?(?:m\.?)?)?`
/** `16:05`, `16.05`, `16h05`, `4:05 pm`, `4:05 p. m.` */
const WITH_SIGN = new RegExp(String.raw`^(\d{1,2}) ?(?:[:.,h]|uhr) ?(\d{2})${HALF}$`, 'i')
/** `1605`, `905` */
const RUN_TOGETHER = new RegExp(String.raw`^(\d{1,2})(\d{2})${HALF}$`, 'i')
/** `16`, `16h`, `4 pm`, `4 p. m.` */
const HOUR_ONLY = new RegExp(String.raw`^(\d{1,2}) ?h?${HALF}$`, 'i')

const HOURS_PER_HALF = 12

/**
 * Parses the whole text or fails.
 *
 * @param hourCycle with 12, an hour from 1 to 12 without am or pm has two readings; with 24 it is a morning hour
 * @returns `HH:MM` on a 24-hour clock
 */
export function readTypedTime(text: string, hourCycle: HourCycle): TypedReading<string> {
  const typed = normalizeTyped(text).toLowerCase()
  if (typed === '') return { kind: text.trim() === '' ? 'empty' : 'unreadable' }
  if (/^(?:12 )?noon$/.test(typed)) return { kind: 'value', value: '12:00' }
  if (/^(?:12 )?midnight$/.test(typed)) return { kind: 'value', value: '00:00' }
  const match = WITH_SIGN.exec(typed) ?? RUN_TOGETHER.exec(typed)
  const [, hourText = '', minuteText = '', half] = match ?? []
  if (match) return readClock(hourText, Number(minuteText), half, hourCycle)
  const [, hour, halfOfHour] = HOUR_ONLY.exec(typed) ?? []
  return hour === undefined ? { kind: 'unreadable' } : readClock(hour, 0, halfOfHour, hourCycle)
}

function readClock(
  hourText: string,
  minute: number,
  half: string | undefined,
  hourCycle: HourCycle,
): TypedReading<string> {
  const hour = Number(hourText)
  if (hour > 23 || minute > 59) return { kind: 'unreadable' }
  const at = (hours: number) => `${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  const isOnEither = hour >= 1 && hour <= HOURS_PER_HALF
  const morning = hour % HOURS_PER_HALF
  if (half === 'a') return hour > HOURS_PER_HALF ? { kind: 'unreadable' } : chooseReading([at(morning)])
  if (half === 'p') {
    if (hour === 0) return { kind: 'unreadable' }
    return chooseReading([at(isOnEither ? morning + HOURS_PER_HALF : hour)])
  }
  // A leading zero marks the 24-hour clock.
  if (hourCycle === 24 || !isOnEither || hourText.startsWith('0')) return chooseReading([at(hour)])
  return chooseReading([at(morning), at(morning + HOURS_PER_HALF)])
}

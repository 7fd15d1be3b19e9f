/**
 * Zone of a file that holds none: one question for all readers, and the moments that its answer gives.
 *
 * The answer is the IANA zone in which the person lived. Stays elsewhere follow it as texts of their own:
 *
 *     'Europe/Berlin'
 *     ['Europe/Berlin', '2025-07-01/2025-07-14/America/New_York']    first and last date of the stay, both included
 */
import { addDays, type CalendarDate, dayNumber } from '../time/calendar-date.ts'
import {
  calendarDate,
  FURTHEST_AHEAD_MINUTES,
  FURTHEST_BEHIND_MINUTES,
  type Moment,
  MS_PER_DAY,
  MS_PER_MINUTE,
  MS_PER_SECOND,
  wallClockMs,
} from '../time/moment.ts'
import { listMomentsAt, momentAt, momentOfInstant } from '../time/time-zone.ts'
import type { Answer, Answers, HistoryContext, HistoryQuestion } from './history.ts'

/** Id of the question, the same in every reader. */
export const ZONE = 'zone'

export const askZone = ({ timeZone }: HistoryContext): HistoryQuestion => ({
  id: ZONE,
  group: 'Times',
  text: 'Where did you live in these years?',
  help: 'The file does not say which time zone you were in. Times abroad are wrong until you add those dates.',
  answer: { kind: 'zone' },
  suggested: timeZone,
  isNeeded: true,
})

export interface ZoneClock {
  /** Moment of an instant. @param zone zone that the record names itself; one that does not exist is passed over */
  ofInstant(at: number, zone?: string | null): Moment
  /** Moment of a wall clock, `HH:MM` or `HH:MM:SS`; null for a date or time that does not exist. */
  ofWallClock(date: CalendarDate, clock: string): WallClockMoment | null
}

export interface WallClockMoment {
  readonly moment: Moment
  /** `twice`: the clock showed it two times in autumn, and the first is taken; `skipped`: in spring it never did. */
  readonly doubt: 'twice' | 'skipped' | null
}

/** Clock by the answer to the zone question; null while there is none, or one that names no zone. */
export function readZoneAnswer(answers: Answers): ZoneClock | null {
  const zones = readZones(answers[ZONE])
  return zones === null ? null : createZoneClock(zones.home, zones.stays)
}

/** Clock of one zone throughout. @throws RangeError for a zone that does not exist */
export const clockOfZone = (timeZone: string): ZoneClock => createZoneClock(timeZone, [])

/** Dates in another zone, both included. */
export interface Stay {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly zone: string
}

export interface Zones {
  readonly home: string
  readonly stays: readonly Stay[]
}

/** Zones of an answer; null for one that names none. */
export function readZones(answer: Answer | undefined): Zones | null {
  const [home, ...others] = typeof answer === 'string' ? [answer] : (answer ?? [])
  if (home === undefined || !isZone(home)) return null
  const stays = others.map(readStay)
  return stays.every(stay => stay !== null) ? { home, stays } : null
}

export const writeZones = ({ home, stays }: Zones): Answer =>
  stays.length === 0 ? home : [home, ...stays.map(({ from, to, zone }) => `${from}/${to}/${zone}`)]

function readStay(text: string): Stay | null {
  const [, from = '', to = '', zone = ''] = /^([^/]+)\/([^/]+)\/(.+)$/.exec(text) ?? []
  return isDate(from) && isDate(to) && isZone(zone) ? { from, to, zone } : null
}

const isDate = (text: string) => exists(() => dayNumber(text))
const isZone = (name: string) => exists(() => momentOfInstant(0, name))

/** False when a look-up finds that there is no such date or zone. */
function exists(lookUp: () => unknown): boolean {
  try {
    lookUp()
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** One look-up serves all times of a date, as nearly all dates have one offset. */
function getSteadyOffset(date: CalendarDate, zone: string): number | null {
  const [[start, startAgain], [end, endAgain]] = [
    listMomentsAt(date, '00:00', zone),
    listMomentsAt(addDays(date, 1), '00:00', zone),
  ]
  if (start === undefined || end === undefined || startAgain !== undefined || endAgain !== undefined)
    return null
  // Local mean times of the 19th century have seconds, which an offset in minutes has not.
  const isWhole = wallClockMs(start) === dayNumber(date) * MS_PER_DAY
  return isWhole && start.offsetMinutes === end.offsetMinutes && end.at - start.at === MS_PER_DAY
    ? start.offsetMinutes
    : null
}

/** Milliseconds after midnight of `HH:MM` or `HH:MM:SS`; null for any other text. */
function readPlainClock(clock: string): number | null {
  const [, hour, minute, second = '0'] = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(clock) ?? []
  return hour === undefined
    ? null
    : (Number(hour) * 60 + Number(minute)) * MS_PER_MINUTE + Number(second) * MS_PER_SECOND
}

function createZoneClock(home: string, stays: readonly Stay[]): ZoneClock {
  const offsets = new Map<string, Map<number, number>>()
  /** Offset at the start of a UTC day. */
  const offsetOfDay = (day: number, zone: string): number => {
    const ofZone = offsets.get(zone) ?? new Map<number, number>()
    offsets.set(zone, ofZone)
    const offset = ofZone.get(day) ?? momentOfInstant(day * MS_PER_DAY, zone).offsetMinutes
    ofZone.set(day, offset)
    return offset
  }
  const inZone = (at: number, zone: string): Moment => {
    const day = Math.floor(at / MS_PER_DAY)
    const offsetMinutes = offsetOfDay(day, zone)
    // No zone changes its clock and changes it back within a day, so that two look-ups serve all records of one.
    return offsetMinutes === offsetOfDay(day + 1, zone) ? { at, offsetMinutes } : momentOfInstant(at, zone)
  }
  const known = new Map<string, boolean>()
  const isKnown = (zone: string) => {
    const found = known.get(zone) ?? isZone(zone)
    known.set(zone, found)
    return found
  }
  const steady = new Map<string, number | null>()
  /** Offset that a date has from one midnight to the next; null for a date of a clock change, and for one that does not exist. */
  const findSteadyOffset = (date: CalendarDate, zone: string): number | null => {
    const key = `${zone} ${date}`
    let offset = steady.get(key)
    if (offset === undefined) {
      offset = isDate(date) ? getSteadyOffset(date, zone) : null
      steady.set(key, offset)
    }
    return offset
  }
  const zoneOn = (date: CalendarDate) =>
    stays.find(({ from, to }) => from <= date && date <= to)?.zone ?? home
  return {
    ofInstant(at, zone = null) {
      if (zone !== null && isKnown(zone)) return inZone(at, zone)
      // The stay counts by its own clock: it begins and ends at the midnights there.
      const away = stays.find(stay => {
        const date = calendarDate(inZone(at, stay.zone))
        return stay.from <= date && date <= stay.to
      })
      return inZone(at, away?.zone ?? home)
    },
    ofWallClock(date, clock) {
      const zone = zoneOn(date)
      const clockMs = readPlainClock(clock)
      const offsetMinutes = clockMs === null ? null : findSteadyOffset(date, zone)
      if (clockMs !== null && offsetMinutes !== null) {
        const at = dayNumber(date) * MS_PER_DAY + clockMs - offsetMinutes * MS_PER_MINUTE
        return { moment: { at, offsetMinutes }, doubt: null }
      }
      if (!exists(() => momentAt(date, clock, home))) return null
      const [first, second] = listMomentsAt(date, clock, zone)
      if (first === undefined) return { moment: momentAt(date, clock, zone), doubt: 'skipped' }
      return { moment: first, doubt: second === undefined ? null : 'twice' }
    },
  }
}

/** True for an offset that a clock can have: -12 to +14 hours, in quarters of an hour. */
export const isOffset = (minutes: number): boolean =>
  minutes >= -FURTHEST_BEHIND_MINUTES && minutes <= FURTHEST_AHEAD_MINUTES && minutes % 15 === 0

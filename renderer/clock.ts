/**
 * The page's clock and time zone, the only place that reads them. A context, so that a test can say what time it is
 * without holding all timers.
 */
import { createContext, useContext, useEffect, useState } from 'react'
import type { CalendarDate } from '../shared/time/calendar-date.ts'
import { journalDay, type Moment } from '../shared/time/moment.ts'
import { momentOfInstant } from '../shared/time/time-zone.ts'

export interface Clock {
  /** UTC milliseconds. */
  readonly now: () => number
  /** IANA name of the zone the computer is in, `Europe/Berlin`. Asked each time: people travel. */
  readonly timeZone: () => string
}

const systemClock: Clock = {
  now: () => Date.now(),
  timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
}

const ClockContext = createContext<Clock>(systemClock)
export const ClockProvider = ClockContext.Provider

export function useClock(): Clock {
  return useContext(ClockContext)
}

/** What time it is here. */
export function getNow(clock: Clock): Moment {
  return momentOfInstant(clock.now(), clock.timeZone())
}

/** The journal's day that is running at the moment `now`, for somebody whose days start so long after midnight. */
export function getToday(now: Moment, dayStartMinutes: number): CalendarDate {
  return journalDay(now, dayStartMinutes)
}

/** The present moment, renewed every half minute, so that a page left open overnight does not stay in yesterday. */
export function useNow(): Moment {
  const clock = useClock()
  const [now, setNow] = useState(() => getNow(clock))
  useEffect(() => {
    const timer = setInterval(() => setNow(getNow(clock)), 30_000)
    return () => clearInterval(timer)
  }, [clock])
  return now
}

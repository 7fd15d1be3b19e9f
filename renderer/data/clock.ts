/**
 * Clock and time zone of the page; no other module of the page reads the system's. A context, so that a test can set the
 * time without fake timers.
 */
import { createContext, useContext, useEffect, useState } from 'react'
import type { CalendarDate } from '../../shared/time/calendar-date.ts'
import { type Clock, createClock, type StatedTime, type SystemTime } from '../../shared/time/clock.ts'
import { journalDay, type Moment, MS_PER_MINUTE } from '../../shared/time/moment.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'

const system: SystemTime = {
  now: () => Date.now(),
  zoneName: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  offsetMinutes: at => -new Date(at).getTimezoneOffset(),
}

/** @param stated time and zone from the command line, which only main reads */
export const createPageClock = (stated: StatedTime): Clock => createClock(system, stated)

const ClockContext = createContext<Clock | null>(null)
export const ClockProvider = ClockContext.Provider

/** @throws outside a `ClockProvider`, instead of silently using the computer's clock */
export function useClock(): Clock {
  const clock = useContext(ClockContext)
  if (clock === null) throw new Error('useClock: there is no ClockProvider around this component')
  return clock
}

/** Present moment in the computer's time zone. */
export function getNow(clock: Clock): Moment {
  return momentOfInstant(clock.now(), clock.timeZone())
}

/** Journal day at `now`. */
export function getToday(now: Moment, dayStartMinutes: number): CalendarDate {
  return journalDay(now, dayStartMinutes)
}

/** Present moment, updated at the start of each minute, so that a page left open overnight goes on to the new day. */
export function useNow(): Moment {
  const clock = useClock()
  const [now, setNow] = useState(() => getNow(clock))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      timer = setTimeout(renew, MS_PER_MINUTE - (clock.now() % MS_PER_MINUTE))
    }
    const renew = () => {
      setNow(getNow(clock))
      wait()
    }
    wait()
    return () => clearTimeout(timer)
  }, [clock])
  return now
}

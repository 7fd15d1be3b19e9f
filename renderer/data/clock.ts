/**
 * The page's clock and time zone, the only place in the page that reads them. A context, so that a test can say what
 * time it is without holding all timers.
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

/** @param stated by main, which alone reads the command line */
export const createPageClock = (stated: StatedTime): Clock => createClock(system, stated)

const ClockContext = createContext<Clock | null>(null)
export const ClockProvider = ClockContext.Provider

/** @throws outside a `ClockProvider`: nothing falls back to the computer's clock unseen */
export function useClock(): Clock {
  const clock = useContext(ClockContext)
  if (clock === null) throw new Error('useClock: there is no ClockProvider around this component')
  return clock
}

/** What time it is here. */
export function getNow(clock: Clock): Moment {
  return momentOfInstant(clock.now(), clock.timeZone())
}

/** The journal's day that is running at the moment `now`, for somebody whose days start so long after midnight. */
export function getToday(now: Moment, dayStartMinutes: number): CalendarDate {
  return journalDay(now, dayStartMinutes)
}

/** The present moment, renewed as each minute begins, so that a page left open overnight does not stay in yesterday. */
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

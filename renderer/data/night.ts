/**
 * Dark appearance of "cramp now". It lasts over the screens reached from there: eyes that are used to the dark are not
 * met by a white page in the middle of a cramp.
 */
import { createContext, useContext, useEffect } from 'react'
import { CRAMP_NOW_PATH, PLAN_PATH } from './paths.ts'

/**
 * True while the window stays dark: at "cramp now", on every screen reached from there while the clock runs, and on the
 * pages of the guide until the person leaves them.
 */
export function staysDark(pathname: string, wasDark: boolean, isClockRunning: boolean): boolean {
  if (pathname === CRAMP_NOW_PATH) return true
  return wasDark && (isClockRunning || pathname.startsWith(`${PLAN_PATH}/`))
}

export interface Night {
  readonly isDark: boolean
  readonly isClockRunning: boolean
  readonly setIsClockRunning: (isRunning: boolean) => void
}

const NightContext = createContext<Night | null>(null)
export const NightProvider = NightContext.Provider

export function useNight(): Night {
  const night = useContext(NightContext)
  if (night === null) throw new Error('useNight: there is no NightProvider above this component')
  return night
}

/** Reports the clock of a cramp to the appearance of the window. */
export function useReportClock(isRunning: boolean): void {
  const { setIsClockRunning } = useNight()
  useEffect(() => setIsClockRunning(isRunning), [isRunning, setIsClockRunning])
}

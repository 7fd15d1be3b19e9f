/** Elapsed time since a cramp or a timer started: for display, and as a length to store. */
import { useEffect, useState } from 'react'
import { useClock } from './clock.ts'

const DAY_SECONDS = 86_400

/** Whole seconds since `at` (UTC milliseconds), updated every 500 ms while mounted; 0 if the clock was set back. */
export function useElapsedSeconds(at: number): number {
  const clock = useClock()
  const [now, setNow] = useState(clock.now)
  useEffect(() => {
    setNow(clock.now())
    const timer = setInterval(() => setNow(clock.now()), 500)
    return () => clearInterval(timer)
  }, [clock])
  return getElapsedSeconds(at, now)
}

export function getElapsedSeconds(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / 1000))
}

/** Duration in seconds to store for a cramp that ends now, at least 1; null after a day: the timer was left running. */
export function getStorableLength(elapsedSeconds: number): number | null {
  return elapsedSeconds > DAY_SECONDS ? null : Math.max(1, elapsedSeconds)
}

/** Formats seconds as `0:42`, `12:05`, `1:02:09`. */
export function formatRunningTime(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(Math.floor(seconds % 60))}`
}

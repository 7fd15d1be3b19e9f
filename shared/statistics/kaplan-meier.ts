/**
 * How long something lasts when some observations ended early (R: survival::survfit).
 */
import { requireAllFinite, requireLength, requireNonEmpty } from './preconditions.ts'

export interface SurvivalCurve {
  /** Times at which an event happened, ascending, and the share that lasts longer than each. */
  readonly times: readonly number[]
  readonly survival: readonly number[]
  /** The last time observed, event or censored. */
  readonly lastTime: number
}

/** Shares of survivors closer than this are equal: products of fractions rarely come out exact. */
const EQUAL_SHARE = 1e-9

/**
 * Product-limit estimate of the share lasting longer than t.
 *
 * Shape: one time and one mark (1 event, 0 censored) per observation. Units: those of the times.
 * Precondition: times from 0. Variant: at a tied time, events come before censorings.
 * Source: Kaplan and Meier 1958, JASA 53, equation (2b).
 *
 * @throws TypeError, RangeError on empty or unequal arrays, negative times, other marks.
 * @example getSurvivalCurve([1, 2, 4, 6], [1, 1, 1, 1]).survival // [0.75, 0.5, 0.25, 0]
 */
export function getSurvivalCurve(time: readonly number[], event: readonly number[]): SurvivalCurve {
  requireNonEmpty(time, 'time')
  requireAllFinite(time, 'time')
  requireLength(event, time.length, 'event')
  const eventsAt = new Map<number, number>()
  time.forEach((t, i) => {
    if (t < 0) throw new RangeError(`time[${i}] must not be negative, got ${t}`)
    if (event[i] !== 0 && event[i] !== 1) throw new RangeError(`event[${i}] must be 0 or 1, got ${event[i]}`)
    if (event[i] === 1) eventsAt.set(t, (eventsAt.get(t) ?? 0) + 1)
  })
  const times = Array.from(eventsAt.keys()).sort((a, b) => a - b)
  let share = 1
  const survival = times.map(t => {
    const atRisk = time.filter(other => other >= t).length
    share *= 1 - (eventsAt.get(t) ?? NaN) / atRisk
    return share
  })
  return { times, survival, lastTime: Math.max(...time) }
}

/**
 * The time by which a share p has ended; p = 0.5 is the median.
 *
 * Units: those of the times. Precondition: 0 < p < 1. Variant: the first time with survival at most 1 - p; where survival
 * equals 1 - p exactly, the middle of that flat stretch, which reaches to the next event or, after the last event, to the
 * last time observed (R's rule). Source: Miller 1981, Survival Analysis, section 3.2.
 *
 * Returns null if fewer than p have ended: not reached.
 *
 * @throws RangeError unless 0 < p < 1.
 * @example getSurvivalQuantile(getSurvivalCurve([1, 2, 4, 6], [1, 1, 1, 1]), 0.5) // 3
 */
export function getSurvivalQuantile({ times, survival, lastTime }: SurvivalCurve, p: number): number | null {
  if (!(p > 0 && p < 1)) throw new RangeError(`p must lie strictly between 0 and 1, got ${p}`)
  const reached = survival.findIndex(share => share <= 1 - p + EQUAL_SHARE)
  const time = times[reached]
  const share = survival[reached]
  if (time === undefined || share === undefined) return null
  const isFlat = Math.abs(share - (1 - p)) <= EQUAL_SHARE
  return isFlat ? (time + (times[reached + 1] ?? lastTime)) / 2 : time
}

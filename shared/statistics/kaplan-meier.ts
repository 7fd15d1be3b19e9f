/**
 * Kaplan-Meier estimate of durations of which some are censored (R: survival::survfit).
 */
import { requireAllFinite, requireLength, requireNonEmpty } from './preconditions.ts'

export interface SurvivalCurve {
  /** Event times, ascending, without repetition. */
  readonly times: readonly number[]
  /** Share that lasts longer than each of the times, 0 to 1. */
  readonly survival: readonly number[]
  /** The last time observed, event or censored. */
  readonly lastTime: number
}

/** Tolerance for equal survival: products of fractions carry rounding errors. */
const EQUAL_SHARE = 1e-9

/**
 * Product-limit estimate of the share lasting longer than t.
 *
 * Shape: one time and one mark (1 event, 0 censored) per observation. Units: those of the times.
 * Precondition: times from 0. Variant: at a tied time, events come before censorings.
 * Source: Kaplan and Meier 1958, JASA 53, equation (2b).
 *
 * @throws TypeError, RangeError on empty or unequal arrays, negative times, other marks.
 * @example computeSurvivalCurve([1, 2, 4, 6], [1, 1, 1, 1]).survival // [0.75, 0.5, 0.25, 0]
 */
export function computeSurvivalCurve(time: readonly number[], event: readonly number[]): SurvivalCurve {
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
 * Quantile of a survival curve: the time by which a share p has ended; p = 0.5 is the median.
 *
 * Units: those of the times. Precondition: 0 < p < 1. Variant: the first time with survival at most 1 - p; if survival
 * equals 1 - p exactly, the middle of that step, which ends at the next event or, after the last event, at the last time
 * observed (R's rule). Source: Miller 1981, Survival Analysis, section 3.2.
 *
 * Returns null if the quantile is not reached: less than a share p has ended.
 *
 * @throws RangeError unless 0 < p < 1.
 * @example computeSurvivalQuantile(computeSurvivalCurve([1, 2, 4, 6], [1, 1, 1, 1]), 0.5) // 3
 */
export function computeSurvivalQuantile(
  { times, survival, lastTime }: SurvivalCurve,
  p: number,
): number | null {
  if (!(p > 0 && p < 1)) throw new RangeError(`p must lie strictly between 0 and 1, got ${p}`)
  const reached = survival.findIndex(share => share <= 1 - p + EQUAL_SHARE)
  const time = times[reached]
  const share = survival[reached]
  if (time === undefined || share === undefined) return null
  const isFlat = Math.abs(share - (1 - p)) <= EQUAL_SHARE
  return isFlat ? (time + (times[reached + 1] ?? lastTime)) / 2 : time
}

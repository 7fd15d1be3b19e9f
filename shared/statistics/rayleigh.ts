/**
 * Rayleigh test for a preferred hour of the day (R: circular::rayleigh.test).
 */
import { type NotEstimable, notEstimable, requireAllFinite } from './preconditions.ts'

export interface RayleighTest {
  readonly kind: 'estimate'
  readonly n: number
  /** Length of the mean vector: 0 for events spread evenly or in opposite peaks, 1 for all at one hour. */
  readonly meanResultantLength: number
  /** Circular mean in hours, 0 <= hour < 24. Meaningless if the length is near 0. */
  readonly meanHour: number
  /** n R^2 */
  readonly z: number
  readonly pValue: number
}

/** Number of events from which p is the leading term exp(-z) alone, as in R. */
const LARGE_SAMPLE = 50

/**
 * Rayleigh's test against hours spread evenly around the clock. It detects a single peak; two opposite peaks cancel.
 *
 * Shape: one value per event. Units: hours, 24 to the circle. Variant: p from Wilkie's series below 50 events.
 * Source: Mardia and Jupp 2000, Directional Statistics, section 6.3.1; Wilkie 1983, Applied Statistics 32.
 *
 * Returns `too-few` without any event.
 *
 * @throws TypeError if an hour is not finite.
 * @example testRayleigh([2, 3, 4]).meanHour // 3
 */
export function testRayleigh(hours: readonly number[]): RayleighTest | NotEstimable {
  requireAllFinite(hours, 'hours')
  const n = hours.length
  if (n === 0) return notEstimable('too-few')
  const radiansPerHour = (2 * Math.PI) / 24
  const cosine = hours.reduce((sum, hour) => sum + Math.cos(hour * radiansPerHour), 0) / n
  const sine = hours.reduce((sum, hour) => sum + Math.sin(hour * radiansPerHour), 0) / n
  const meanResultantLength = Math.hypot(cosine, sine)
  const meanHour = (Math.atan2(sine, cosine) / radiansPerHour + 24) % 24
  const z = n * meanResultantLength ** 2
  const correction =
    n < LARGE_SAMPLE
      ? 1 + (2 * z - z ** 2) / (4 * n) - (24 * z - 132 * z ** 2 + 76 * z ** 3 - 9 * z ** 4) / (288 * n ** 2)
      : 1
  const pValue = Math.min(1, Math.max(0, Math.exp(-z) * correction))
  return { kind: 'estimate', n, meanResultantLength, meanHour, z, pValue }
}

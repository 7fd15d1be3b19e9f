/**
 * Argument checks of the statistics: a caller's mistake throws. Thin or separated data are not a mistake and return
 * `NotEstimable`.
 *
 * `array[i] ?? NaN`, throughout this folder: an index out of range, which would be a defect, surfaces as NaN instead of a
 * plausible number.
 */

/** Reasons why valid data allow no estimate. */
export type NotEstimableReason =
  /** No set, or no set within which the covariate varies: the data carry no information about the effect. */
  | 'nothing-varies'
  /** Every informative case has the largest (or smallest) value of its set: the likelihood has no maximum. */
  | 'separated'
  /** A covariate is a linear combination of the others. */
  | 'collinear'
  /** Every unit of every informative stratum is a case: no referents are left. */
  | 'no-referents'
  /** Fewer observations than the method needs. */
  | 'too-few'
  /** The iteration found no maximum. */
  | 'no-convergence'

export interface NotEstimable {
  readonly kind: 'not-estimable'
  readonly reason: NotEstimableReason
}

export function notEstimable(reason: NotEstimableReason): NotEstimable {
  return { kind: 'not-estimable', reason }
}

/** @throws TypeError unless the value is a finite number. */
export function requireFinite(value: number, argument: string): void {
  if (!Number.isFinite(value)) throw new TypeError(`${argument} must be a finite number, got ${value}`)
}

/** @throws TypeError if one value is not finite, naming its index. */
export function requireAllFinite(values: ArrayLike<number>, argument: string): void {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      throw new TypeError(`${argument}[${i}] must be a finite number, got ${values[i]}`)
    }
  }
}

/** @throws TypeError or RangeError unless the value is finite and above zero. */
export function requirePositive(value: number, argument: string): void {
  requireFinite(value, argument)
  if (value <= 0) throw new RangeError(`${argument} must be above 0, got ${value}`)
}

/** @throws TypeError or RangeError unless the value is a whole number of at least `minimum`. */
export function requireCount(value: number, argument: string, minimum = 0): void {
  requireFinite(value, argument)
  if (!Number.isInteger(value) || value < minimum) {
    throw new RangeError(`${argument} must be a whole number of at least ${minimum}, got ${value}`)
  }
}

/** @throws TypeError or RangeError unless 0 <= value <= 1. */
export function requireProbability(value: number, argument: string): void {
  requireFinite(value, argument)
  if (value < 0 || value > 1) throw new RangeError(`${argument} must lie between 0 and 1, got ${value}`)
}

/** @throws RangeError if the array is empty. */
export function requireNonEmpty(values: ArrayLike<unknown>, argument: string): void {
  if (values.length === 0) throw new RangeError(`${argument} must not be empty`)
}

/** @throws RangeError unless the array has `length` values. */
export function requireLength(values: ArrayLike<unknown>, length: number, argument: string): void {
  if (values.length !== length) {
    throw new RangeError(`${argument} must have ${length} values, got ${values.length}`)
  }
}

/**
 * Finite-population factor: variance of the score relative to the information, when the cases of a stratum are drawn
 * without replacement.
 *
 * Several events of one stratum (one set each, all with the same units as members) cannot share a unit. If one event takes
 * a unit with a high value, that value is no longer available to the others: the contributions to the score are negatively
 * correlated, and treating the sets as independent overstates the variance. Intervals are then too wide, increasingly so
 * with the share of units that are events.
 *
 *   stratum of n units           o o X o X o o o X o     three events among ten units
 *   one set per event            x o o o o o o o o o     each event compared with all ten
 *
 * With V the inverse information at the estimate and B the variance of the score under such draws,
 *
 *   c_j = (V B V)_jj / V_jj          (one covariate: B / I)
 *
 * and critical values of the likelihood ratio are multiplied by c_j. Both forms of B below are this project's own
 * derivation from the variance and covariance of draws without replacement (for two distinct draws from n units the
 * covariance is -cov / (n - 1); Cochran 1977, Sampling Techniques, theorem 2.2 and its corollaries); they are supported
 * by simulation, not by a publication.
 */
import type { FirthFit } from './firth.ts'
import { type NotEstimable, notEstimable, requireLength } from './preconditions.ts'
import type { SetTable } from './set-table.ts'
import { computeBilinearForm } from './symmetric-matrix.ts'

/**
 * Values that do not depend on the event. All events of a stratum then contribute alike, and
 * B = sum over sets of f I_set, with f = (n - m) / (n - 1) for m events among n units.
 */
interface OneValuePerUnit {
  readonly form: 'one-value-per-unit'
  /** f of each set, between 0 and 1. */
  readonly drawFactor: ArrayLike<number>
}

/**
 * Values that depend on the event (a window that ends at the event's own clock time). Then
 * B = sum over sets e of [ I_e - sum over the other events e' of its stratum of cov_e(x_e, x_e') / (n_e - 1) ],
 * where cov_e weights the units by their fitted probabilities in e. Units missing from one of the two sets contribute
 * nothing. Equal to the first form if values do not depend on the event and every event has a set.
 *
 * Events may also share a unit, if each of several on one day has a set of its own. Such a pair is drawn together and adds
 * its whole cov_e instead. If values do not depend on the event, c is then the dispersion of the counts per unit around
 * the mean of their stratum: sum (y - mean)^2 / ((n - 1) mean), which equals f for counts of 0 and 1.
 */
interface ValuePerEvent {
  readonly form: 'value-per-event'
  /** Label of each set's stratum. */
  readonly stratum: ArrayLike<number>
  /** Number of each row's unit within its stratum, from 0. */
  readonly unit: ArrayLike<number>
}

export type DrawsWithoutReplacement = OneValuePerUnit | ValuePerEvent

/** Floor of the factor in the second form: in a thin stratum, estimated covariances can make B vanish or turn negative. */
const SMALLEST_FACTOR = 0.05

/**
 * Finite-population factor c of every coefficient of a fit; a ratio of variances, without a unit.
 *
 * Shape: `drawFactor` and `stratum` have one value per set, `unit` one per row of the table the fit was made from.
 * Variant: the second form is floored at 0.05. Source: this project, see above.
 *
 * Returns `no-referents` if in every informative set all units are events (first form, c = 0).
 *
 * @throws RangeError if lengths do not match, a draw factor leaves 0..1, or a unit occurs twice in a set.
 * @example
 *   // One stratum of ten units, three events, values that do not depend on the event: c = (10 - 3) / (10 - 1)
 *   // computeFinitePopulationFactors(table, fit, { form: 'one-value-per-unit', drawFactor: [7/9, 7/9, 7/9] }) // [0.7777777777777778]
 */
export function computeFinitePopulationFactors(
  table: SetTable,
  fit: FirthFit,
  draws: DrawsWithoutReplacement,
): readonly number[] | NotEstimable {
  const fitted = computeFittedDeviations(table, fit.beta)
  const scoreVariance =
    draws.form === 'one-value-per-unit'
      ? computeDiscountedVariance(table, fitted, draws.drawFactor)
      : computeVarianceWithCovariances(table, fitted, draws)
  const size = fit.beta.length
  const factors = fit.beta.map((_, j) => {
    const row = fit.variance.subarray(j * size, (j + 1) * size)
    const factor = computeBilinearForm(row, scoreVariance, row) / (row[j] ?? NaN)
    return draws.form === 'one-value-per-unit' ? factor : Math.max(SMALLEST_FACTOR, factor)
  })
  return factors.every(factor => factor > 0) ? factors : notEstimable('no-referents')
}

interface FittedDeviations {
  /** Fitted probability p of each row to be the case of its set. */
  readonly probability: Float64Array
  /** Per covariate and row, x - mu with the fitted mean mu of the row's set. */
  readonly deviations: readonly Float64Array[]
}

function computeFittedDeviations({ start, covariates }: SetTable, beta: readonly number[]): FittedDeviations {
  const probability = new Float64Array(start.at(-1) ?? NaN)
  const deviations = covariates.map(x => x.slice())
  for (let e = 0; e + 1 < start.length; e++) {
    const first = start[e] ?? NaN
    const end = start[e + 1] ?? NaN
    covariates.forEach((x, j) => {
      const b = beta[j] ?? NaN
      for (let i = first; i < end; i++) probability[i] = (probability[i] ?? NaN) + b * (x[i] ?? NaN)
    })
    let largest = Number.NEGATIVE_INFINITY
    for (let i = first; i < end; i++) largest = Math.max(largest, probability[i] ?? NaN)
    let total = 0
    for (let i = first; i < end; i++) {
      const weight = Math.exp((probability[i] ?? NaN) - largest)
      probability[i] = weight
      total += weight
    }
    for (let i = first; i < end; i++) probability[i] = (probability[i] ?? NaN) / total
    for (const x of deviations) {
      let mean = 0
      for (let i = first; i < end; i++) mean += (probability[i] ?? NaN) * (x[i] ?? NaN)
      for (let i = first; i < end; i++) x[i] = (x[i] ?? NaN) - mean
    }
  }
  return { probability, deviations }
}

/** B = sum of f I_e */
function computeDiscountedVariance(
  { start }: SetTable,
  { probability, deviations }: FittedDeviations,
  drawFactor: ArrayLike<number>,
): Float64Array {
  requireLength(drawFactor, start.length - 1, 'drawFactor')
  const size = deviations.length
  const variance = new Float64Array(size * size)
  for (let e = 0; e + 1 < start.length; e++) {
    const f = drawFactor[e] ?? NaN
    if (!(f >= 0 && f <= 1)) throw new RangeError(`drawFactor[${e}] must lie between 0 and 1, got ${f}`)
    const first = start[e] ?? NaN
    const end = start[e + 1] ?? NaN
    deviations.forEach((x, j) => {
      deviations.forEach((y, k) => {
        let sum = 0
        for (let i = first; i < end; i++) sum += (probability[i] ?? NaN) * (x[i] ?? NaN) * (y[i] ?? NaN)
        const cell = j * size + k
        variance[cell] = (variance[cell] ?? NaN) + f * sum
      })
    })
  }
  return variance
}

/** B = sum of [ I_e - sum of cov_e(x_e, x_e') / (n_e - 1) ] */
function computeVarianceWithCovariances(
  table: SetTable,
  fitted: FittedDeviations,
  { stratum, unit }: ValuePerEvent,
): Float64Array {
  const { start } = table
  const sets = start.length - 1
  requireLength(stratum, sets, 'stratum')
  requireLength(unit, fitted.probability.length, 'unit')
  const variance = computeDiscountedVariance(table, fitted, new Float64Array(sets).fill(1))

  const setsOfStratum = new Map<number, number[]>()
  for (let e = 0; e < sets; e++) {
    const label = stratum[e] ?? NaN
    const others = setsOfStratum.get(label)
    if (others === undefined) setsOfStratum.set(label, [e])
    else others.push(e)
  }
  for (const members of setsOfStratum.values()) {
    if (members.length > 1) subtractCovariances(variance, members, start, fitted, unit)
  }
  return variance
}

/** Subtracts cov_e(x_e, x_e') / (n_e - 1) for every ordered pair of sets of one stratum; adds cov_e for cases on one unit. */
function subtractCovariances(
  variance: Float64Array,
  members: readonly number[],
  start: Int32Array,
  { probability, deviations }: FittedDeviations,
  unit: ArrayLike<number>,
): void {
  // Dense arrays by unit, so that two sets are compared index by index. Probability 0 marks a unit missing from a set.
  let units = 0
  for (const e of members) {
    for (let row = start[e] ?? NaN; row < (start[e + 1] ?? NaN); row++)
      units = Math.max(units, (unit[row] ?? NaN) + 1)
  }
  const weights = members.map(() => new Float64Array(units))
  const values = deviations.map(() => members.map(() => new Float64Array(units)))
  members.forEach((e, position) => {
    for (let row = start[e] ?? NaN; row < (start[e + 1] ?? NaN); row++) {
      const index = unit[row] ?? NaN
      const weight = weights[position]
      if (weight === undefined || !Number.isInteger(index) || index < 0 || weight[index] !== 0) {
        throw new RangeError(`unit[${row}] must be a whole number from 0, once per set, got ${index}`)
      }
      weight[index] = probability[row] ?? NaN
      deviations.forEach((x, j) => {
        const setValues = values[j]?.[position]
        if (setValues !== undefined) setValues[index] = x[row] ?? NaN
      })
    }
  })

  const size = deviations.length
  const caseUnit = members.map(e => unit[start[e] ?? NaN])
  members.forEach((e, a) => {
    const referents = (start[e + 1] ?? NaN) - (start[e] ?? NaN) - 1
    if (referents === 0) return
    const ownWeights = weights[a] ?? new Float64Array()
    for (let j = 0; j < size; j++) {
      const ownValues = values[j]?.[a] ?? new Float64Array()
      for (let k = 0; k < size; k++) {
        let covariances = 0
        for (let b = 0; b < members.length; b++) {
          if (b === a) continue
          const covariance = computeSharedCovariance(
            ownWeights,
            weights[b] ?? new Float64Array(),
            ownValues,
            values[k]?.[b] ?? new Float64Array(),
          )
          covariances += caseUnit[a] === caseUnit[b] ? -covariance : covariance / referents
        }
        const cell = j * size + k
        variance[cell] = (variance[cell] ?? NaN) - covariances
      }
    }
  })
}

/** Covariance of x and y over the units that are in both sets, weighted by the first set's probabilities. */
function computeSharedCovariance(p: Float64Array, q: Float64Array, x: Float64Array, y: Float64Array): number {
  let weight = 0
  let sumX = 0
  let sumY = 0
  let sumXY = 0
  for (let i = 0; i < p.length; i++) {
    if (q[i] === 0) continue
    const w = p[i] ?? NaN
    const wx = w * (x[i] ?? NaN)
    const yi = y[i] ?? NaN
    weight += w
    sumX += wx
    sumY += w * yi
    sumXY += wx * yi
  }
  return weight > 0 ? sumXY - (sumX * sumY) / weight : 0
}

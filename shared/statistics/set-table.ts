/**
 * Table of matched sets: the input of all matched methods.
 *
 *          set 0              set 1          set 2
 *   row    0    1    2    3 | 4    5    6  | 7    8
 *          case referents   | case ref.    | case ref.
 *   start  0                  4              7         9
 *
 * One case per set, in its first row. Flat typed arrays for speed: ten years give about 30,000 rows, visited many times.
 */
import { requireAllFinite, requireLength, requireNonEmpty, requirePositive } from './preconditions.ts'

export interface SetTable {
  /** First row of each set, followed by the number of rows. */
  readonly start: Int32Array
  /** Values of all rows, an array per covariate. */
  readonly covariates: readonly Float64Array[]
}

/** Matched sets as a long table, one row per member. */
export interface LongSets {
  /** Label of each row's set. */
  readonly set: readonly number[]
  /** 1 for the one case of each set, 0 for its referents. */
  readonly isCase: readonly number[]
  /** Per covariate, one value per row. */
  readonly covariates: readonly (readonly number[])[]
  /** Per covariate, the number of raw units that count as one; 1 each if left out. */
  readonly scale?: readonly number[]
}

/**
 * Converts a long table to a table of sets, the case of each first, and divides every covariate by its scale.
 *
 * Shape: all arrays have one value per row; sets keep the order in which their labels appear first.
 * Units: covariates come out in multiples of their scale (scale 500 turns ml into half litres).
 *
 * @throws TypeError, RangeError on missing or unequal arrays, values that are not finite, case marks other than 0 and 1,
 *   a scale that is not positive, or a set without exactly one case.
 * @example tabulateSets({ set: [1, 1], isCase: [0, 1], covariates: [[500, 1500]], scale: [500] }).covariates[0] // [3, 1]
 */
export function tabulateSets({ set, isCase, covariates, scale }: LongSets): SetTable {
  requireNonEmpty(set, 'set')
  requireAllFinite(set, 'set')
  requireLength(isCase, set.length, 'isCase')
  requireNonEmpty(covariates, 'covariates')
  covariates.forEach((values, j) => {
    requireLength(values, set.length, `covariates[${j}]`)
    requireAllFinite(values, `covariates[${j}]`)
  })
  if (scale !== undefined) {
    requireLength(scale, covariates.length, 'scale')
    scale.forEach((value, j) => {
      requirePositive(value, `scale[${j}]`)
    })
  }

  const members = new Map<number, { cases: number[]; referents: number[] }>()
  set.forEach((label, row) => {
    const ofSet = members.get(label) ?? { cases: [], referents: [] }
    members.set(label, ofSet)
    if (isCase[row] === 1) ofSet.cases.push(row)
    else if (isCase[row] === 0) ofSet.referents.push(row)
    else throw new RangeError(`isCase[${row}] must be 0 or 1, got ${isCase[row]}`)
  })
  const start = new Int32Array(members.size + 1)
  const order: number[] = []
  let position = 0
  for (const [label, { cases, referents }] of members) {
    if (cases.length !== 1)
      throw new RangeError(`set ${label} must have exactly one case, got ${cases.length}`)
    order.push(...cases, ...referents)
    position += 1
    start[position] = order.length
  }
  return {
    start,
    covariates: covariates.map((values, j) => {
      const unit = scale?.[j] ?? 1
      return Float64Array.from(order, row => (values[row] ?? NaN) / unit)
    }),
  }
}

/**
 * Condensed table for the likelihood: rows of a set with equal covariates are merged and counted (two rows per set remain
 * for a yes/no covariate), and sets within which nothing varies are removed.
 */
export interface CondensedSets {
  /** First distinct row of each informative set, followed by the number of distinct rows. */
  readonly start: Int32Array
  /** Multiplicity of each distinct row in its set. */
  readonly count: Float64Array
  /** Per covariate, the value of each distinct row. */
  readonly covariates: readonly Float64Array[]
  /** The distinct row that is the case, per informative set. */
  readonly caseRow: Int32Array
  /** Log-likelihood of the removed sets: the sum of -log(members), for any coefficients. */
  readonly constantLogLikelihood: number
}

/**
 * Condenses a table of sets for the likelihood.
 *
 * @throws RangeError if the table is malformed, see `requireSetTable`.
 * @example condenseSets(tabulateSets({ set: [1, 1, 1], isCase: [1, 0, 0], covariates: [[1, 0, 0]] })).count // [2, 1]
 */
export function condenseSets(table: SetTable): CondensedSets {
  requireSetTable(table)
  const { start, covariates } = table
  const sets = start.length - 1
  const order = sortWithinSets(table)
  const distinct = new Int32Array(order.length)
  const count = new Float64Array(order.length)
  const distinctStart = new Int32Array(sets + 1)
  const caseRow = new Int32Array(sets)
  let filled = 0
  let informative = 0
  let constantLogLikelihood = 0
  for (let e = 0; e < sets; e++) {
    const theCase = start[e] ?? NaN
    const end = start[e + 1] ?? NaN
    const from = filled
    for (let position = theCase; position < end; position++) {
      const row = order[position] ?? NaN
      if (filled === from || compareRows(covariates, distinct[filled - 1] ?? NaN, row) !== 0) {
        distinct[filled] = row
        count[filled] = 0
        filled += 1
      }
      count[filled - 1] = (count[filled - 1] ?? NaN) + 1
      if (row === theCase) caseRow[informative] = filled - 1
    }
    if (filled - from > 1) {
      informative += 1
      distinctStart[informative] = filled
    } else {
      filled = from
      constantLogLikelihood -= Math.log(end - theCase)
    }
  }
  return {
    start: distinctStart.slice(0, informative + 1),
    count: count.slice(0, filled),
    covariates: covariates.map(x => {
      const values = new Float64Array(filled)
      for (let i = 0; i < filled; i++) values[i] = x[distinct[i] ?? NaN] ?? NaN
      return values
    }),
    caseRow: caseRow.slice(0, informative),
    constantLogLikelihood,
  }
}

/** Row numbers, ascending by covariates within each set. Insertion sort, because sets are short and often full of ties. */
function sortWithinSets({ start, covariates }: SetTable): Int32Array {
  const order = new Int32Array(start.at(-1) ?? NaN)
  for (let e = 0; e + 1 < start.length; e++) {
    const first = start[e] ?? NaN
    for (let row = first; row < (start[e + 1] ?? NaN); row++) {
      let position = row
      while (position > first && compareRows(covariates, order[position - 1] ?? NaN, row) > 0) {
        order[position] = order[position - 1] ?? NaN
        position -= 1
      }
      order[position] = row
    }
  }
  return order
}

function compareRows(covariates: readonly Float64Array[], a: number, b: number): number {
  for (const x of covariates) {
    const difference = (x[a] ?? NaN) - (x[b] ?? NaN)
    if (difference !== 0) return difference
  }
  return 0
}

/**
 * Validates a table that was not made by `tabulateSets`.
 *
 * @throws TypeError, RangeError unless there is a set, every set has a row, every covariate has all rows, and all
 *   values are finite.
 */
export function requireSetTable({ start, covariates }: SetTable): void {
  if (start.length < 2 || start[0] !== 0)
    throw new RangeError('start must begin at 0 and hold at least one set')
  for (let e = 0; e + 1 < start.length; e++) {
    if (!((start[e] ?? NaN) < (start[e + 1] ?? NaN)))
      throw new RangeError(`start[${e + 1}] leaves set ${e} empty`)
  }
  requireNonEmpty(covariates, 'covariates')
  covariates.forEach((values, j) => {
    requireLength(values, start.at(-1) ?? NaN, `covariates[${j}]`)
    requireAllFinite(values, `covariates[${j}]`)
  })
}

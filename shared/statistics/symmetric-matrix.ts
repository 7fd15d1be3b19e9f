/**
 * Small symmetric positive definite matrices (as many rows as a model has covariates, at most a handful), row by row in
 * a flat Float64Array.
 */

/** Pivots below this share of their diagonal element mean that a column is a combination of those before it. */
const SINGULAR_BELOW = 1e-12

/**
 * Lower Cholesky factor L of A = L L', or null if A is not safely positive definite.
 *
 * @example factorise(Float64Array.of(4, 2, 2, 5), 2) // [2, 0, 1, 2]
 */
export function factorise(matrix: Float64Array, size: number): Float64Array | null {
  const lower = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * size + j] ?? NaN
      for (let k = 0; k < j; k++) rest -= (lower[i * size + k] ?? NaN) * (lower[j * size + k] ?? NaN)
      if (i === j) {
        if (!(rest > SINGULAR_BELOW * (matrix[i * size + i] ?? NaN))) return null
        lower[i * size + i] = Math.sqrt(rest)
      } else {
        lower[i * size + j] = rest / (lower[j * size + j] ?? NaN)
      }
    }
  }
  return lower
}

/** Inverse of A from its Cholesky factor. */
export function invertFactorised(lower: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size)
  const unit = new Float64Array(size)
  for (let column = 0; column < size; column++) {
    unit.fill(0)
    unit[column] = 1
    const solution = solveFactorised(lower, unit)
    for (let row = 0; row < size; row++) inverse[row * size + column] = solution[row] ?? NaN
  }
  return inverse
}

/** Solves A x = b from A's Cholesky factor. */
export function solveFactorised(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  const x = Float64Array.from(right)
  for (let i = 0; i < size; i++) {
    let rest = x[i] ?? NaN
    for (let k = 0; k < i; k++) rest -= (lower[i * size + k] ?? NaN) * (x[k] ?? NaN)
    x[i] = rest / (lower[i * size + i] ?? NaN)
  }
  for (let i = size - 1; i >= 0; i--) {
    let rest = x[i] ?? NaN
    for (let k = i + 1; k < size; k++) rest -= (lower[k * size + i] ?? NaN) * (x[k] ?? NaN)
    x[i] = rest / (lower[i * size + i] ?? NaN)
  }
  return x
}

/** Logarithm of the determinant of A from its Cholesky factor. */
export function getLogDeterminant(lower: Float64Array, size: number): number {
  let sum = 0
  for (let i = 0; i < size; i++) sum += 2 * Math.log(lower[i * size + i] ?? NaN)
  return sum
}

/** v' A w */
export function getBilinear(left: Float64Array, matrix: Float64Array, right: Float64Array): number {
  let sum = 0
  left.forEach((l, i) => {
    right.forEach((r, j) => {
      sum += l * (matrix[i * right.length + j] ?? NaN) * r
    })
  })
  return sum
}

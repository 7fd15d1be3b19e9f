/**
 * Small symmetric positive definite matrices (one row per covariate of a model), stored row by row in a flat Float64Array.
 */

/** Pivot, as a share of its diagonal element, below which a column counts as a linear combination of earlier ones. */
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

/** Inverse of A from its Cholesky factor, row by row. */
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
export function computeLogDeterminant(lower: Float64Array, size: number): number {
  let sum = 0
  for (let i = 0; i < size; i++) sum += 2 * Math.log(lower[i * size + i] ?? NaN)
  return sum
}

/** Bilinear form v' A w. */
export function computeBilinearForm(left: Float64Array, matrix: Float64Array, right: Float64Array): number {
  let sum = 0
  left.forEach((l, i) => {
    right.forEach((r, j) => {
      sum += l * (matrix[i * right.length + j] ?? NaN) * r
    })
  })
  return sum
}

/** Off-diagonal element below which a correlation matrix counts as diagonal. */
const DIAGONAL_TOLERANCE = 1e-14
const MAX_SWEEPS = 50

/**
 * Condition number of the correlation matrix of a covariance matrix: its largest eigenvalue over its smallest. 1 for
 * uncorrelated covariates, unbounded for collinear ones.
 *
 * Shape: `size` x `size`, row by row. Variant: spectral norm, as R's kappa(cov2cor(A), exact = TRUE). Eigenvalues by
 * cyclic Jacobi rotations (Golub and Van Loan 2013, Matrix Computations, section 8.5).
 *
 * @example computeCorrelationConditionNumber(Float64Array.of(4, 3, 3, 9), 2) // 3, from a correlation of 1/2: 1.5 / 0.5
 */
export function computeCorrelationConditionNumber(covariance: Float64Array, size: number): number {
  const scale = Float64Array.from({ length: size }, (_, i) => Math.sqrt(covariance[i * size + i] ?? NaN))
  const matrix = covariance.map(
    (value, cell) => value / ((scale[Math.floor(cell / size)] ?? NaN) * (scale[cell % size] ?? NaN)),
  )
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let largest = 0
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        largest = Math.max(largest, Math.abs(matrix[p * size + q] ?? NaN))
        rotate(matrix, size, p, q)
      }
    }
    if (largest < DIAGONAL_TOLERANCE) break
  }
  const eigenvalues = Float64Array.from({ length: size }, (_, i) => matrix[i * size + i] ?? NaN)
  return Math.max(...eigenvalues) / Math.max(0, Math.min(...eigenvalues))
}

/** Jacobi rotation in the plane of p and q that zeroes their off-diagonal element, in place. */
function rotate(matrix: Float64Array, size: number, p: number, q: number): void {
  const off = matrix[p * size + q] ?? NaN
  if (off === 0) return
  const theta = ((matrix[q * size + q] ?? NaN) - (matrix[p * size + p] ?? NaN)) / (2 * off)
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const sine = tangent * cosine
  const rotatePair = (first: number, second: number) => {
    const a = matrix[first] ?? NaN
    const b = matrix[second] ?? NaN
    matrix[first] = cosine * a - sine * b
    matrix[second] = sine * a + cosine * b
  }
  for (let k = 0; k < size; k++) rotatePair(k * size + p, k * size + q)
  for (let k = 0; k < size; k++) rotatePair(p * size + k, q * size + k)
}

/**
 * Runs one case of a reference file and compares every expected number, text and boolean.
 */
import { z } from 'zod'
import { calls } from './calls.ts'

export const referenceFile = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      call: z.string(),
      inputs: z.unknown(),
      expected: z.record(z.string(), z.unknown()),
      tolerance: z.number().nonnegative(),
    }),
  ),
})
export type ReferenceCase = z.infer<typeof referenceFile>['cases'][number]

export interface CaseOutcome {
  readonly id: string
  readonly passed: boolean
  /** Infinity where a number is missing or something other than a number differs. */
  readonly largestError: number
  /** The first differences, named by path. */
  readonly differences: readonly string[]
}

interface Difference {
  readonly path: string
  readonly error: number
  readonly text: string
}

export function runCase({ id, call, inputs, expected, tolerance }: ReferenceCase): CaseOutcome {
  const run = calls[call]
  if (run === undefined) return fail(id, `no such call: ${call}`)
  if (Object.keys(expected).length === 0) return fail(id, 'nothing is expected')
  let actual: unknown
  try {
    actual = run(inputs)
  } catch (error) {
    return fail(id, error instanceof Error ? error.message : String(error))
  }
  const compared = compare(expected, actual, '')
  return {
    id,
    passed: compared.every(({ error }) => error <= tolerance),
    largestError: compared.reduce((most, { error }) => Math.max(most, error), 0),
    differences: compared
      .filter(({ error }) => !(error <= tolerance))
      .map(({ path, text }) => `${path}: ${text}`),
  }
}

function fail(id: string, problem: string): CaseOutcome {
  return { id, passed: false, largestError: Number.POSITIVE_INFINITY, differences: [problem] }
}

/** Differences, one per expected leaf; extra members of `actual` are ignored. */
function compare(expected: unknown, actual: unknown, path: string): Difference[] {
  const differ = (isSame: boolean): Difference[] => [
    {
      path,
      error: isSame ? 0 : Number.POSITIVE_INFINITY,
      text: `expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`,
    },
  ]
  if (isNotEstimable(actual)) return compare(expected, null, `${path} (${actual.reason})`)
  if (expected === null) return differ(actual === null)
  if (typeof expected === 'number') {
    if (typeof actual !== 'number' || !Number.isFinite(actual)) return differ(false)
    return [{ path, error: Math.abs(actual - expected), text: `expected ${expected}, got ${actual}` }]
  }
  if (Array.isArray(expected)) {
    if (!isIndexable(actual)) return actual === null ? compareAll(expected, null, path) : differ(false)
    return [
      {
        path: `${path}.length`,
        error: actual.length === expected.length ? 0 : Number.POSITIVE_INFINITY,
        text: `expected ${expected.length}, got ${actual.length}`,
      },
      ...expected.flatMap((value, i) => compare(value, actual[i], `${path}[${i}]`)),
    ]
  }
  if (typeof expected === 'object') return compareAll(expected, actual, path)
  return differ(expected === actual)
}

/** Compares every member of an object or array; null as a whole counts as null in every part. */
function compareAll(expected: object, actual: unknown, path: string): Difference[] {
  return Object.entries(expected).flatMap(([key, value]) => {
    const part = actual === null ? null : typeof actual === 'object' ? Reflect.get(actual, key) : undefined
    return compare(value, part, path === '' ? key : `${path}.${key}`)
  })
}

function isIndexable(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || ArrayBuffer.isView(value)
}

function isNotEstimable(value: unknown): value is { kind: 'not-estimable'; reason: string } {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'not-estimable'
}

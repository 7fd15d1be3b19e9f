/** Schema walker for the contract: a valid sample per schema, and every text, list and number in it. */
import type { z } from 'zod'

type Schema = z.core.$ZodType

/** Parts of zod's definitions that are read here; zod does not export their union. */
interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, Schema>>
  readonly element?: Schema
  readonly keyType?: Schema
  readonly valueType?: Schema
  readonly innerType?: Schema
  readonly in?: Schema
  readonly options?: readonly Schema[]
  readonly values?: readonly unknown[]
  readonly entries?: Readonly<Record<string, string>>
}

const definitionOf = (schema: Schema) => schema._zod.def as unknown as Definition

/** Text, list or number within an input, with its limits. */
export interface Spot {
  readonly path: readonly (string | number)[]
  readonly kind: 'text' | 'list' | 'number'
  /** Greatest accepted length or number; undefined without a limit. */
  readonly max: number | undefined
  readonly min: number | undefined
  readonly schema: Schema
  /** Builds an input with `value` at this spot, every other field valid by itself. */
  readonly build: (value: unknown) => unknown
}

export function listSpots(
  schema: Schema,
  build: (value: unknown) => unknown = value => value,
  path: readonly (string | number)[] = [],
): Spot[] {
  const { type, shape, element, keyType, valueType, innerType, in: input, options } = definitionOf(schema)
  const spot = (kind: Spot['kind']): Spot => ({ path, kind, ...limitsOf(schema), schema, build })
  if (shape !== undefined) {
    const whole = sampleOf(schema) as Record<string, unknown>
    return Object.entries(shape).flatMap(([key, field]) =>
      listSpots(field, value => build({ ...whole, [key]: value }), [...path, key]),
    )
  }
  if (element !== undefined)
    return [spot('list'), ...listSpots(element, value => build([value]), [...path, 0])]
  if (keyType !== undefined && valueType !== undefined) {
    const key = String(sampleOf(keyType))
    return listSpots(valueType, value => build({ [key]: value }), [...path, key])
  }
  if (options !== undefined) return options.flatMap(option => listSpots(option, build, path))
  const inner = innerType ?? input
  if (inner !== undefined) return listSpots(inner, build, path)
  if (type === 'string') return [spot('text')]
  if (type === 'number') return [spot('number')]
  if (['boolean', 'enum', 'literal', 'null'].includes(type)) return []
  throw new Error(`No limit is known of a ${type} (${path.join('.')}).`)
}

interface Check {
  readonly check: string
  readonly maximum?: number
  readonly minimum?: number
  readonly length?: number
  readonly value?: number
  readonly inclusive?: boolean
}

/** Narrowest limits among a schema's checks. */
export function limitsOf(schema: Schema): Pick<Spot, 'min' | 'max'> {
  const { checks = [], format } = schema._zod.def as unknown as {
    checks?: readonly Schema[]
    format?: string
  }
  const limits = checks.map(check => check._zod.def as unknown as Check)
  const upper = limits.flatMap(({ check, maximum, length, value }) => {
    if (check === 'max_length') return maximum ?? []
    if (check === 'length_equals') return length ?? []
    return check === 'less_than' ? (value ?? []) : []
  })
  const lower = limits.flatMap(({ check, minimum, length, value, inclusive }) => {
    if (check === 'min_length') return minimum ?? []
    if (check === 'length_equals') return length ?? []
    return check === 'greater_than' && value !== undefined ? (inclusive === true ? value : value + 1) : []
  })
  if (format === 'safeint') {
    upper.push(Number.MAX_SAFE_INTEGER)
    lower.push(Number.MIN_SAFE_INTEGER)
  }
  return {
    max: upper.length === 0 ? undefined : Math.min(...upper),
    min: lower.length === 0 ? undefined : Math.max(...lower),
  }
}

const texts = [
  ...['', 'a', 'aaaaaaaa', '2026-11-20', '0'.repeat(64), 'iVBORw0KGgo='],
  '00000000-0000-4000-8000-000000000000',
  'unknot-2026-11-20T14-05-12+0100-daily.sqlite',
]
const numbers = [0, 1, 60, 1_795_082_400_000]

/** Sample input with every field valid by itself; refinements over several fields may still refuse it. */
export function sampleOf(schema: Schema): unknown {
  const {
    type,
    shape,
    element,
    keyType,
    innerType,
    in: input,
    options,
    values,
    entries,
  } = definitionOf(schema)
  const isTaken = (value: unknown) => schema._zod.run({ value, issues: [] }, {})
  const firstTaken = (candidates: readonly unknown[]) =>
    candidates.find(value => {
      const result = isTaken(value)
      return !(result instanceof Promise) && result.issues.length === 0
    })
  if (shape !== undefined)
    return Object.fromEntries(Object.entries(shape).map(([key, field]) => [key, sampleOf(field)]))
  if (element !== undefined) {
    return Array.from({ length: limitsOf(schema).min ?? 0 }, () => sampleOf(element))
  }
  if (keyType !== undefined) return {}
  if (type === 'nullable' || type === 'null') return null
  const inner = innerType ?? input ?? options?.[0]
  if (inner !== undefined) return sampleOf(inner)
  if (type === 'string') return firstTaken(texts)
  if (type === 'number') return firstTaken(numbers)
  if (type === 'boolean') return false
  return values?.[0] ?? Object.values(entries ?? {})[0]
}

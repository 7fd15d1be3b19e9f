/** Hostile values: every type that structured cloning lets through from a compromised page. */
import type { Random } from '../../shared/statistics/random.ts'
import { limitsOf, type Spot, sampleOf } from './schema-walk.ts'

export const pick = <T>(random: Random, list: readonly T[]): T => {
  const one = list[random.nextInteger(list.length)]
  if (one === undefined && list.length === 0) throw new Error('nothing to pick from')
  return one as T
}

const anything: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => true,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => -0,
  () => Number.MAX_SAFE_INTEGER,
  () => 2 ** 53,
  () => -1,
  () => 0.5,
  () => 1e308,
  () => 10n ** 30n,
  () => '',
  () => '\0',
  () => '\uD800',
  () => '‮‏',
  () => "'; drop table entry; --",
  () => '"*" OR NEAR(',
  () => '../../../../etc/passwd',
  () => 'CON',
  () => '2026-02-30',
  () => '0000-00-00',
  () => '+275760-09-13',
  () => '__proto__',
  () => 'é'.repeat(9000),
  () => '💧'.repeat(300),
  () => [],
  () => [[[[]]]],
  () => new Array(5000),
  () => ({}),
  () => JSON.parse('{"__proto__":{"admin":true}}'),
  () => JSON.parse('{"constructor":{"prototype":{}},"toString":1,"then":1}'),
  () => new Date(Number.NaN),
  () => new Map([['id', 1]]),
  () => new Set([1]),
  () => /(a+)+$/,
  () => new Error('sent as a value'),
  () => new Uint8Array(64),
  () => new ArrayBuffer(8),
  () => cycle(),
]

function cycle(): unknown {
  const value: Record<string, unknown> = { id: 1 }
  value.ids = [value]
  return value
}

export const anyValue = (random: Random): unknown => pick(random, anything)()

/** Dates and date-like texts, for spots that only a pattern limits. */
const dates = [
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '0001-01-01',
  '1900-01-01',
  '2026-11-21',
  '9999-12-31',
]

/** Boundary value of a spot (at, just within or just beyond a limit), or an arbitrary value. */
export function hostileAt(spot: Spot, random: Random): unknown {
  const { min = 0, max = 200 } = limitsOf(spot.schema)
  if (random.nextInteger(3) === 0) return anyValue(random)
  if (spot.kind === 'number')
    return pick(random, [min, max, min - 1, max + 1, (min + max) / 2, random.nextInteger(1000)])
  if (spot.kind === 'text' && spot.max === undefined) return pick(random, dates)
  const length = Math.min(pick(random, [0, 1, min, max, min - 1, max + 1]), 3000)
  if (spot.kind === 'text')
    return pick(random, ['a', ' ', 'w ', 'é', '\n', '2', '']).repeat(Math.max(0, length))
  const { element } = spot.schema._zod.def as unknown as { element: Spot['schema'] }
  return Array.from({ length: Math.max(0, length) }, (_none, index) =>
    random.nextInteger(4) === 0 ? anyValue(random) : index % 2 === 0 ? index : sampleOf(element),
  )
}

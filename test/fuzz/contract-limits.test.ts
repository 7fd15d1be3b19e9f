/** Limits of the contract: every list, text and number has one, found by walking the schemas, and limit + 1 is refused. */
import { describe, expect, test } from 'vitest'
import { CallFailure } from '../../main/files/failures.ts'
import { answer } from '../../main/ipc/calls.ts'
import { callNames } from '../../shared/call-names.ts'
import { contract } from '../../shared/contract.ts'
import { MAX_PROBLEM_LENGTH, MAX_PROBLEMS } from '../../shared/kinds/limits.ts'
import { listSpots, type Spot, sampleOf } from './schema-walk.ts'

const PAGE = { pageId: 1 }
/** Length in characters that exceeds every text limited by a pattern alone. */
const VERY_LONG = 100_000

const spots = callNames.flatMap(call =>
  listSpots(contract[call].input).map(spot => ({ call, spot, name: `${call} ${spot.path.join('.')}` })),
)

/** Values just beyond the limits of a spot. */
function listExcesses({ kind, max, min, schema }: Spot): unknown[] {
  if (kind === 'text')
    return max === undefined
      ? ['a', '0', '/', ' ', 'é', '2026-11-20'].map(piece => piece.repeat(VERY_LONG))
      : ['a'.repeat(max + 1)]
  if (kind === 'list') return [new Array((max ?? VERY_LONG) + 1).fill(sampleOf(elementOf(schema)))]
  // A number without a limit accepts the greatest finite one, so the test fails for it.
  return [(max ?? Number.MAX_VALUE) + 1, (min ?? -Number.MAX_VALUE) - 1, Number.NaN, Number.POSITIVE_INFINITY]
}

function elementOf(schema: Spot['schema']): Spot['schema'] {
  const { element } = schema._zod.def as unknown as { element: Spot['schema'] }
  return element
}

test('the walk finds the places of the contract', () => {
  const names = spots.map(({ name }) => name)
  expect(names).toContain('addEntry relief.0.minutesToRelief')
  expect(names).toContain('deleteEntries ids')
  expect(names).toContain('saveChartNumbers rows.0.0')
  expect(names).toContain('saveReport source.order.questions')
  expect(names.length).toBeGreaterThan(100)
})

describe('one more than its limit is refused at', () => {
  test.each(spots)('$name', async ({ call, spot }) => {
    for (const excess of listExcesses(spot)) {
      const input = spot.build(excess)
      const issues = contract[call].input.safeParse(input).error?.issues ?? []
      const path = spot.path.join('.')
      // A union reports the path of the union, a prefix of the spot's.
      expect(issues.some(issue => path.startsWith(issue.path.join('.')))).toBe(true)
      expect(await answer({}, call, input, PAGE)).toMatchObject({
        ok: false,
        failure: { code: 'invalid-input' },
      })
    }
  })
})

describe('as many as its limit are let through at', () => {
  const lists = spots.filter(({ spot }) => spot.kind === 'list' && (spot.max ?? 0) > 1000)
  test.each(lists)('$name', ({ call, spot }) => {
    const input = spot.build(new Array(spot.max).fill(sampleOf(elementOf(spot.schema))))
    expect(contract[call].input.safeParse(input).success).toBe(true)
  })
})

describe('a refusal', () => {
  const sizeOf = (value: unknown) => JSON.stringify(value).length

  test.each([
    ['a million wrong ids', 'deleteEntries', { ids: new Array(1_000_000).fill('no') }],
    ['as many wrong ids as may be asked for', 'deleteEntries', { ids: new Array(300_000).fill('no') }],
    ['a million names that there are not', 'getNow', namesOf(1_000_000)],
    ['a note of a hundred million characters', 'addShoe', { name: 'x'.repeat(100_000_000) }],
    ['a name of ten million characters', 'getNow', { ['x'.repeat(10_000_000)]: 1 }],
    ['a table of wrong cells', 'copyChartNumbers', tableOf(20_000, 100)],
    ['a list in a list, 100,000 times', 'getNow', { deep: nested(100_000) }],
    ['itself within itself', 'getNow', cycle()],
  ] as const)('of %s is short', async (_what, call, input) => {
    const reply = await answer({}, call, input, PAGE)
    expect(reply).toMatchObject({ ok: false, failure: { code: 'invalid-input' } })
    expect(sizeOf(reply)).toBeLessThan(2 * MAX_PROBLEMS * MAX_PROBLEM_LENGTH)
  })

  test('names the first problems, also those that a handler finds', async () => {
    const wrong = { ids: Array.from({ length: 50 }, () => -1) }
    const parsed = await answer({}, 'getEntries', wrong, PAGE)
    const problems = Array.from({ length: 50 }, (_none, index) => ({
      field: `f${index}`,
      message: 'x'.repeat(5000),
    }))
    const handled = await answer(
      {
        getNow: () => {
          throw new CallFailure({ code: 'invalid-input', message: 'No.', problems })
        },
      },
      'getNow',
      {},
      PAGE,
    )
    for (const reply of [parsed, handled]) {
      if (reply.ok || reply.failure.code !== 'invalid-input') throw new Error('it was let through')
      expect(reply.failure.problems).toHaveLength(MAX_PROBLEMS)
      expect(sizeOf(reply)).toBeLessThan(2 * MAX_PROBLEMS * MAX_PROBLEM_LENGTH)
    }
  })

  test('says of a date that there is not that it is none, before any rule about dates is asked', async () => {
    const filter = {
      ...{ text: '', kinds: [], muscle: null, side: null, source: null },
      ...{ fromDate: '2026-02-30', toDate: '2026-03-01' },
    }
    const reply = await answer({}, 'findEntries', { filter, dayStartMinutes: 240 }, PAGE)
    expect(reply).toMatchObject({
      ok: false,
      failure: { code: 'invalid-input', problems: [{ field: 'filter.fromDate' }] },
    })
  })
})

function namesOf(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_none, index) => [`n${index}`, index]))
}

function tableOf(rows: number, columns: number) {
  return { columns: ['a'], rows: new Array(rows).fill(new Array(columns).fill(true)) }
}

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < depth; level++) value = [value]
  return value
}

function cycle(): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  value.self = value
  return value
}

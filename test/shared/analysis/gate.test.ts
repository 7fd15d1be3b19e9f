import { describe, expect, it } from 'vitest'
import type { Contrast } from '../../../shared/analysis/contrast.ts'
import type { DayWithValue } from '../../../shared/analysis/day-values.ts'
import { getExposure } from '../../../shared/analysis/exposures/exposures.ts'
import { findMissing, type GateFacts, isConstant } from '../../../shared/analysis/gate.ts'

const days = (
  count: number,
  events: number,
  value: (day: number) => number = day => day % 2,
): DayWithValue[] =>
  Array.from({ length: count }, (_, day) => ({ day, value: value(day), hasEvent: day < events }))

/** Rows of sets: cramp-day and value. */
const rows = (pairs: readonly (readonly [day: number, value: number])[]) => ({
  day: Int32Array.from(pairs, ([day]) => day),
  values: [Float64Array.from(pairs, ([, value]) => value)],
})
const halfAndHalf = rows(Array.from({ length: 40 }, (_, day) => [day, day % 2] as const))

const freeDays = { known: 28, unanswered: 0 }
const facts = (fields: Partial<GateFacts> = {}): GateFacts => ({
  context: { outcome: 'cramp-days', eventsOfDay: new Map(), freeDays },
  exposure: getExposure('alcohol'),
  days: days(40, 12),
  sets: halfAndHalf,
  contrast: { from: 0, to: 1 },
  informativeEvents: 12,
  ...fields,
})
const amount = (values: readonly number[], contrast: Contrast): Partial<GateFacts> => ({
  exposure: getExposure('fluids-low'),
  sets: rows(values.map((value, day) => [day, value] as const)),
  contrast,
})

describe('the minimum data', () => {
  it('are reached exactly', () => {
    expect(findMissing(facts({ days: days(28, 18), informativeEvents: 8 }))).toEqual([])
  })

  it('are told one by one where they are not', () => {
    expect(findMissing(facts({ days: days(27, 10) }))).toEqual([{ what: 'tracked-days', have: 27, need: 28 }])
    expect(findMissing(facts({ informativeEvents: 7 }))).toEqual([
      { what: 'informative-events', have: 7, need: 8 },
    ])
    expect(findMissing(facts({ days: days(28, 19) }))).toEqual([
      { what: 'days-without-cramp', have: 9, need: 10 },
    ])
    const fourWith = rows(Array.from({ length: 40 }, (_, day) => [day, Number(day < 4)] as const))
    expect(findMissing(facts({ sets: fourWith }))).toEqual([{ what: 'days-with', have: 4, need: 5 }])
    const fourWithout = rows(Array.from({ length: 40 }, (_, day) => [day, Number(day >= 4)] as const))
    expect(findMissing(facts({ sets: fourWithout }))).toEqual([{ what: 'days-without', have: 4, need: 5 }])
  })

  it('count a cramp-day once, however often it is compared', () => {
    const oneDayOften = rows([
      ...Array.from({ length: 20 }, () => [3, 1] as const),
      ...[1, 2, 4, 5, 6].map(day => [day, 0] as const),
    ])
    expect(findMissing(facts({ sets: oneDayOften }))).toEqual([{ what: 'days-with', have: 1, need: 5 }])
  })

  it('of an empty diary are missing in all', () => {
    const empty = facts({ days: [], sets: rows([]), informativeEvents: 0 })
    expect(findMissing(empty).map(({ have }) => have)).toEqual([0, 0, 0, 0, 0])
  })
})

describe('an amount', () => {
  it('asks for ten events and five different values', () => {
    const contrast = { from: 1000, to: 2000 }
    const four = amount([1000, 1500, 2000, 2500, 2500, 1000], contrast)
    expect(findMissing(facts({ ...four, informativeEvents: 9 }))).toEqual([
      { what: 'informative-events', have: 9, need: 10 },
      { what: 'distinct-values', have: 4, need: 5 },
    ])
    expect(findMissing(facts(amount([1000, 1500, 2000, 2500, 3000], contrast)))).toEqual([])
  })

  it('that is counted asks for days on either side of its contrast instead', () => {
    const cups = [...Array<number>(12).fill(1), ...Array<number>(5).fill(0), ...Array<number>(4).fill(2)]
    const fields = { ...amount(cups, { from: 1, to: 2 }), exposure: getExposure('caffeine') }
    expect(findMissing(facts(fields))).toEqual([{ what: 'days-with', have: 4, need: 5 }])
    const oneMore = { ...amount([...cups, 3], { from: 1, to: 2 }), exposure: getExposure('caffeine') }
    expect(findMissing(facts(oneMore))).toEqual([])
  })
})

it('where cramps are counted, days must differ in their number', () => {
  const cramps = (count: (day: number) => number) =>
    facts({
      context: {
        outcome: 'cramps',
        eventsOfDay: new Map(Array.from({ length: 40 }, (_, day) => [day, count(day)])),
        freeDays: { known: 0, unanswered: 0 },
      },
      days: days(40, 40),
    })
  expect(findMissing(cramps(() => 1))).toEqual([{ what: 'days-unlike-most', have: 0, need: 10 }])
  expect(findMissing(cramps(day => (day < 9 ? 2 : 1)))).toEqual([
    { what: 'days-unlike-most', have: 9, need: 10 },
  ])
  expect(findMissing(cramps(day => (day < 10 ? 2 : 1)))).toEqual([])
})

it('a quarter of the days without a cramp must be known to be without', () => {
  const answered = (known: number, unanswered: number) =>
    findMissing(
      facts({ context: { outcome: 'cramp-days', eventsOfDay: new Map(), freeDays: { known, unanswered } } }),
    )
  expect(answered(25, 75)).toEqual([])
  expect(answered(24, 76)).toEqual([{ what: 'answered-days', have: 24, need: 25 }])
  expect(answered(0, 0)).toEqual([])
})

describe('what does not vary', () => {
  it('is the same on at least four weeks of days', () => {
    expect(isConstant(days(28, 5, () => 1))).toBe(true)
    expect(isConstant(days(27, 5, () => 1))).toBe(false)
    expect(isConstant(days(28, 5, day => Number(day === 13)))).toBe(false)
    expect(isConstant([])).toBe(false)
  })
})

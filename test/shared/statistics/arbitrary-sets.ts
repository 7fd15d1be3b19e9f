/** Matched sets for property tests: small whole values, so that ties and constant sets occur. */
import fc from 'fast-check'
import { type SetTable, tabulateSets } from '../../../shared/statistics/set-table.ts'

/** Values of the members of one set, its case first. */
export type Members = readonly number[]

export const binarySets = (minimum = 4): fc.Arbitrary<Members[]> =>
  fc.array(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 2, maxLength: 8 }), {
    minLength: minimum,
    maxLength: 25,
  })

export const valuedSets = (minimum = 4): fc.Arbitrary<Members[]> =>
  fc.array(
    fc.array(
      fc.integer({ min: 0, max: 12 }).map(tenths => tenths / 10),
      { minLength: 2, maxLength: 8 },
    ),
    {
      minLength: minimum,
      maxLength: 25,
    },
  )

export function toTable(
  sets: readonly Members[],
  change: (value: number) => number = value => value,
): SetTable {
  const start = new Int32Array(sets.length + 1)
  sets.forEach((members, e) => {
    start[e + 1] = (start[e] ?? NaN) + members.length
  })
  return { start, covariates: [Float64Array.from(sets.flat(), change)] }
}

/** Long table of the same sets with rows and sets in another order. */
export function shuffle(sets: readonly Members[], order: readonly number[]): SetTable {
  const rows = sets.flatMap((members, e) =>
    members.map((value, i) => ({ set: e, isCase: Number(i === 0), value })),
  )
  rows.sort((a, b) => getKey(a.set, a.value) - getKey(b.set, b.value))
  function getKey(set: number, value: number): number {
    return Math.sin((set + 1) * (order[set % order.length] ?? 1) + value * 7.3)
  }
  return tabulateSets({
    set: rows.map(row => row.set),
    isCase: rows.map(row => row.isCase),
    covariates: [rows.map(row => row.value)],
  })
}

/** Pairs with only the case exposed, and with only the referent exposed. */
export function makePairs(onlyCase: number, onlyReferent: number): SetTable {
  return toTable([
    ...Array.from({ length: onlyCase }, () => [1, 0]),
    ...Array.from({ length: onlyReferent }, () => [0, 1]),
  ])
}

/**
 * Limits of a calendar date that entries pass only together, each being possible by itself: such an entry is refused, where
 * `unlikely.ts` only asks. The kinds say what they add to a limit (`day-amount.ts`).
 */
import type { DayLimit } from './day-amount.ts'
import type { Kind } from './define-kind.ts'
import type { Entry, EntryDraft } from './entry.ts'
import type { Problem } from './entry-time.ts'
import { kindsByName } from './kinds.ts'

interface Addition {
  readonly limit: DayLimit
  readonly field: string
  readonly day: number
  readonly amount: number
}

function listAdditions(draft: EntryDraft): Addition[] {
  const kind: Kind = kindsByName[draft.kind]
  const dayAmounts = kind.dayAmounts ?? []
  return dayAmounts.flatMap(({ limit, field, amountsOf }) =>
    amountsOf(draft).flatMap(([day, amount]) => (amount > 0 ? [{ limit, field, day, amount }] : [])),
  )
}

/** Sums by limit and day number. */
function createTotals() {
  const totals = new Map<DayLimit, Map<number, number>>()
  const get = ({ limit, day }: Addition) => totals.get(limit)?.get(day) ?? 0
  return {
    get,
    add(addition: Addition): void {
      const { limit, day, amount } = addition
      const byDay = totals.get(limit) ?? new Map<number, number>()
      totals.set(limit, byDay.set(day, get(addition) + amount))
    },
  }
}

/** Problems by field: a single one per field, even if several dates exceed the limit. */
function toProblems(exceeding: readonly Addition[]): Problem[] {
  const byField = new Map(exceeding.map(({ field, limit }) => [field, limit.message]))
  return [...byField].map(([field, message]) => ({ field, message }))
}

/**
 * Limits that a draft passes on the dates it falls on.
 *
 * @param others the journal's other entries from two days before the draft to two days after it, or more; not the
 *   entry that is being changed
 */
export function findDayProblems(draft: EntryDraft, others: readonly Entry[]): Problem[] {
  const additions = listAdditions(draft)
  if (additions.length === 0) return []
  const totals = createTotals()
  for (const addition of [...additions, ...others.flatMap(listAdditions)]) totals.add(addition)
  return toProblems(additions.filter(addition => totals.get(addition) > addition.limit.most))
}

/** Running sums of a journal, for many drafts: each is compared in a time that does not grow with the journal. */
export function createDayTotals() {
  const totals = createTotals()
  return {
    add(draft: EntryDraft): void {
      for (const addition of listAdditions(draft)) totals.add(addition)
    },
    remove(draft: EntryDraft): void {
      for (const addition of listAdditions(draft)) totals.add({ ...addition, amount: -addition.amount })
    },
    /** True if a limit of one of its dates is passed with `draft`. */
    isPassedWith: (draft: EntryDraft): boolean =>
      listAdditions(draft).some(addition => totals.get(addition) + addition.amount > addition.limit.most),
  }
}

/** Problem of one entry among several. */
export interface PlacedProblem extends Problem {
  readonly index: number
}

/**
 * Limits passed by many entries together, as if they were saved one after another: each is compared with the sum of
 * those before it that passed no limit. Takes time in proportion to their number.
 */
export function findImpossible(entries: readonly EntryDraft[]): PlacedProblem[] {
  const totals = createTotals()
  return entries.flatMap((entry, index) => {
    const additions = listAdditions(entry)
    const exceeding = additions.filter(
      addition => totals.get(addition) + addition.amount > addition.limit.most,
    )
    if (exceeding.length === 0) for (const addition of additions) totals.add(addition)
    return toProblems(exceeding).map(problem => ({ index, ...problem }))
  })
}

/**
 * Balanced orders of an N-of-1 experiment: half the periods in each arm, and a limit on the run length of an arm.
 *
 *   A B B A B A A B    allowed (8 periods, at most 3 alike in a row)
 *   A A A A B B B B    not allowed: a month's drift would pass for an effect
 *
 * Orders are counted by dynamic programming over prefixes. The state of a prefix is (A remaining, B remaining, arm of the
 * last period, its run length); the number of completions depends on the state alone.
 */
import { requireCount } from './preconditions.ts'
import type { Random } from './random.ts'

/** 0 = arm A, 1 = arm B. */
export type Arm = 0 | 1
export type PeriodOrder = readonly Arm[]

export interface BalancedDesign {
  /** Number of periods, even. */
  readonly periods: number
  /** The longest allowed run of one arm. */
  readonly maxRun: number
}

/** State of the first periods of an order. */
interface OrderPrefix {
  /** Periods of each arm still to be placed. */
  readonly remainingA: number
  readonly remainingB: number
  /** Arm of the last period; null before the first. */
  readonly last: Arm | null
  /** Periods of the last arm in a row. */
  readonly run: number
}

const ARMS = [0, 1] as const satisfies readonly Arm[]

/**
 * Number of orders that a design allows.
 *
 * Precondition: an even number of periods of at least 2, maxRun at least 1. Exact up to 2^53, close beyond.
 * Source: counting by dynamic programming.
 *
 * @throws TypeError, RangeError
 * @example countOrders({ periods: 8, maxRun: 3 }) // 62
 */
export function countOrders(design: BalancedDesign): number {
  return createCounter(design)(createEmptyPrefix(design))
}

/**
 * All orders that a design allows, sorted with A before B.
 *
 * Precondition: as for `countOrders`; check that number first, because it grows exponentially with the periods.
 *
 * @throws TypeError, RangeError
 * @example listOrders({ periods: 4, maxRun: 1 }) // [[0, 1, 0, 1], [1, 0, 1, 0]]
 */
export function listOrders(design: BalancedDesign): PeriodOrder[] {
  const count = createCounter(design)
  const extend = (prefix: OrderPrefix, before: PeriodOrder): PeriodOrder[] =>
    before.length === design.periods
      ? [before]
      : ARMS.flatMap(arm => {
          const next = advance(prefix, arm, design.maxRun)
          return next === null || count(next) === 0 ? [] : extend(next, [...before, arm])
        })
  return extend(createEmptyPrefix(design), [])
}

/**
 * Draws one allowed order, all equally likely.
 *
 * Precondition: as for `countOrders`. Variant: sequential; each period's arm is drawn with a probability equal to the
 * share of the remaining orders that begin with it.
 *
 * @throws TypeError, RangeError
 * @example drawOrder({ periods: 2, maxRun: 1 }, random) // [0, 1] or [1, 0]
 */
export function drawOrder(design: BalancedDesign, random: Random): PeriodOrder {
  return createOrderDrawer(design)(random)
}

/**
 * `drawOrder` for many draws of one design: the design's orders are counted only once.
 *
 * @throws TypeError, RangeError
 */
export function createOrderDrawer(design: BalancedDesign): (random: Random) => PeriodOrder {
  const count = createCounter(design)
  const start = createEmptyPrefix(design)
  return random => {
    const order: Arm[] = []
    let prefix = start
    while (order.length < design.periods) {
      const withA = advance(prefix, 0, design.maxRun)
      const waysWithA = withA === null ? 0 : count(withA)
      const arm: Arm = random.nextUniform() * count(prefix) < waysWithA ? 0 : 1
      const next = advance(prefix, arm, design.maxRun)
      if (next === null) throw new RangeError('maxRun allows no order')
      order.push(arm)
      prefix = next
    }
    return order
  }
}

/** True if the design allows the order. */
export function isAllowedOrder(order: PeriodOrder, design: BalancedDesign): boolean {
  let prefix: OrderPrefix | null = createEmptyPrefix(design)
  for (const arm of order) prefix = prefix === null ? null : advance(prefix, arm, design.maxRun)
  return prefix !== null && prefix.remainingA === 0 && prefix.remainingB === 0
}

function createEmptyPrefix({ periods, maxRun }: BalancedDesign): OrderPrefix {
  requireCount(periods, 'periods', 2)
  if (periods % 2 !== 0) throw new RangeError(`periods must be even, got ${periods}`)
  requireCount(maxRun, 'maxRun', 1)
  return { remainingA: periods / 2, remainingB: periods / 2, last: null, run: 0 }
}

/** The prefix after one more period, or null if the design forbids it. */
function advance(
  { remainingA, remainingB, last, run }: OrderPrefix,
  arm: Arm,
  maxRun: number,
): OrderPrefix | null {
  const isRepeat = arm === last
  if ((arm === 0 ? remainingA : remainingB) === 0 || (isRepeat && run === maxRun)) return null
  return {
    remainingA: arm === 0 ? remainingA - 1 : remainingA,
    remainingB: arm === 1 ? remainingB - 1 : remainingB,
    last: arm,
    run: isRepeat ? run + 1 : 1,
  }
}

/** Memoised number of completions of a prefix. */
function createCounter({ periods, maxRun }: BalancedDesign): (prefix: OrderPrefix) => number {
  // One cell per state, by remaining periods, last arm and run; the empty prefix uses the cell of run 0.
  const most = periods / 2
  const runs = Math.min(maxRun, most) + 1
  const memo = new Float64Array((most + 1) * (most + 1) * ARMS.length * runs).fill(NaN)
  const count = (prefix: OrderPrefix): number => {
    const { remainingA, remainingB, last, run } = prefix
    if (remainingA === 0 && remainingB === 0) return 1
    const cell = ((remainingA * (most + 1) + remainingB) * ARMS.length + (last ?? 0)) * runs + run
    const memoised = memo[cell] ?? NaN
    if (!Number.isNaN(memoised)) return memoised
    let ways = 0
    for (const arm of ARMS) {
      const next = advance(prefix, arm, maxRun)
      if (next !== null) ways += count(next)
    }
    memo[cell] = ways
    return ways
  }
  return count
}

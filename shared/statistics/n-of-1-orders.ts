/**
 * The orders an N-of-1 experiment may be run in: half the periods each arm, and no arm too often in a row.
 *
 *   A B B A B A A B    allowed (8 periods, at most 3 alike in a row)
 *   A A A A B B B B    not allowed: a month's drift would pass for an effect
 *
 * All orders are counted by walking period by period; the state of a walk is (A left, B left, arm of the last period,
 * its run so far), and how many ways lead on from a state does not depend on how it was reached.
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

/** What is left to place, and the run that a further period of the last arm would lengthen. */
interface Walk {
  readonly leftA: number
  readonly leftB: number
  readonly last: Arm | null
  readonly run: number
}

const ARMS = [0, 1] as const satisfies readonly Arm[]

/**
 * Number of allowed orders.
 *
 * Precondition: an even number of periods of at least 2, maxRun at least 1. Exact up to 2^53, close beyond.
 * Source: counting by dynamic programming.
 *
 * @throws TypeError, RangeError
 * @example countOrders({ periods: 8, maxRun: 3 }) // 62
 */
export function countOrders(design: BalancedDesign): number {
  return createCounter(design)(getStart(design))
}

/**
 * Every allowed order, A before B.
 *
 * Precondition: as for `countOrders`; mind how many there are.
 *
 * @throws TypeError, RangeError
 * @example listOrders({ periods: 4, maxRun: 1 }) // [[0, 1, 0, 1], [1, 0, 1, 0]]
 */
export function listOrders(design: BalancedDesign): PeriodOrder[] {
  const count = createCounter(design)
  const extend = (walk: Walk, before: PeriodOrder): PeriodOrder[] =>
    before.length === design.periods
      ? [before]
      : ARMS.flatMap(arm => {
          const next = advance(walk, arm, design.maxRun)
          return next === null || count(next) === 0 ? [] : extend(next, [...before, arm])
        })
  return extend(getStart(design), [])
}

/**
 * Draws one allowed order, all equally likely.
 *
 * Precondition: as for `countOrders`. Variant: at every period, an arm is taken with the share of the remaining orders
 * that begin with it.
 *
 * @throws TypeError, RangeError
 * @example drawOrder({ periods: 2, maxRun: 1 }, random) // [0, 1] or [1, 0]
 */
export function drawOrder(design: BalancedDesign, random: Random): PeriodOrder {
  return createOrderDrawer(design)(random)
}

/**
 * The same for many draws of one design: its orders are counted once.
 *
 * @throws TypeError, RangeError
 */
export function createOrderDrawer(design: BalancedDesign): (random: Random) => PeriodOrder {
  const count = createCounter(design)
  const start = getStart(design)
  return random => {
    const order: Arm[] = []
    let walk = start
    while (order.length < design.periods) {
      const withA = advance(walk, 0, design.maxRun)
      const waysWithA = withA === null ? 0 : count(withA)
      const arm: Arm = random.nextUniform() * count(walk) < waysWithA ? 0 : 1
      const next = advance(walk, arm, design.maxRun)
      if (next === null) throw new RangeError('maxRun allows no order')
      order.push(arm)
      walk = next
    }
    return order
  }
}

/** Whether an order keeps to the design. */
export function isAllowedOrder(order: PeriodOrder, design: BalancedDesign): boolean {
  let walk: Walk | null = getStart(design)
  for (const arm of order) walk = walk === null ? null : advance(walk, arm, design.maxRun)
  return walk !== null && walk.leftA === 0 && walk.leftB === 0
}

function getStart({ periods, maxRun }: BalancedDesign): Walk {
  requireCount(periods, 'periods', 2)
  if (periods % 2 !== 0) throw new RangeError(`periods must be even, got ${periods}`)
  requireCount(maxRun, 'maxRun', 1)
  return { leftA: periods / 2, leftB: periods / 2, last: null, run: 0 }
}

/** The walk after one more period, or null if the design forbids it. */
function advance({ leftA, leftB, last, run }: Walk, arm: Arm, maxRun: number): Walk | null {
  const isRepeat = arm === last
  if ((arm === 0 ? leftA : leftB) === 0 || (isRepeat && run === maxRun)) return null
  return {
    leftA: arm === 0 ? leftA - 1 : leftA,
    leftB: arm === 1 ? leftB - 1 : leftB,
    last: arm,
    run: isRepeat ? run + 1 : 1,
  }
}

function createCounter({ periods, maxRun }: BalancedDesign): (walk: Walk) => number {
  // One cell per state, by arms left, last arm and run; the start, which has no last arm, is in the cell of run 0.
  const most = periods / 2
  const runs = Math.min(maxRun, most) + 1
  const known = new Float64Array((most + 1) * (most + 1) * ARMS.length * runs).fill(NaN)
  const count = (walk: Walk): number => {
    const { leftA, leftB, last, run } = walk
    if (leftA === 0 && leftB === 0) return 1
    const cell = ((leftA * (most + 1) + leftB) * ARMS.length + (last ?? 0)) * runs + run
    const before = known[cell] ?? NaN
    if (!Number.isNaN(before)) return before
    let ways = 0
    for (const arm of ARMS) {
      const next = advance(walk, arm, maxRun)
      if (next !== null) ways += count(next)
    }
    known[cell] = ways
    return ways
  }
  return count
}

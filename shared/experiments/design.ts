/**
 * How an experiment can be laid out: periods of equal length, each with the change or without it, in an order drawn by
 * chance.
 *
 *   balanced   A B B A B A A B    half the periods each, at most three alike in a row
 *   paired     A B|B A|B A|A B    a coin for every pair: a slow drift over the months weighs on both alike
 *
 * Four pairs can never settle anything (their smallest p is 2 in 16), six can just (2 in 64): fewer are not offered. The
 * first days of a period can be left out, so that what the period before did has time to wear off.
 */
import { z } from 'zod'
import type { Arm, BalancedDesign, PeriodOrder } from '../statistics/n-of-1-orders.ts'
import { drawOrder, isAllowedOrder } from '../statistics/n-of-1-orders.ts'
import type { Random } from '../statistics/random.ts'

/** The arms by name: 0 leaves everything as it was, 1 is the change that is tried. */
export const WITHOUT = 0 satisfies Arm
export const WITH = 1 satisfies Arm

/** The longest run of one arm in a balanced order: more would let a month's drift pass for an effect. */
const MOST_ALIKE_IN_A_ROW = 3

/** The most of any design, also of one that is no longer offered. */
export const MAX_PERIODS = 100
export const MAX_PERIOD_DAYS = 28

export const experimentDesign = z.strictObject({
  scheme: z.enum(['balanced', 'paired']),
  /** Even: half of them, or one of each pair, are with the change. */
  periods: z.int().min(2).max(MAX_PERIODS).multipleOf(2),
  periodDays: z.int().min(1).max(MAX_PERIOD_DAYS),
  /** Days at the beginning of each period that do not count. */
  washoutDays: z.int().min(0).max(6),
})
export type ExperimentDesign = z.infer<typeof experimentDesign>

/** The designs one can choose from, by the name the page asks with. */
export const designNames = [
  '8-weeks-by-2-days',
  '12-weeks-by-2-days',
  '16-weeks-by-2-days',
  '8-weeks-by-weeks',
  '12-weeks-by-weeks',
  '16-weeks-by-weeks',
  '12-weeks-in-pairs',
  '16-weeks-in-pairs',
  '16-weeks-by-fortnights',
  '24-weeks-by-fortnights',
  // At the end: the power table's seeds follow this order.
  '10-weeks-by-weeks',
] as const
export type DesignName = (typeof designNames)[number]

export const designs: { readonly [Name in DesignName]: ExperimentDesign } = {
  '8-weeks-by-2-days': { scheme: 'balanced', periods: 28, periodDays: 2, washoutDays: 0 },
  '12-weeks-by-2-days': { scheme: 'balanced', periods: 42, periodDays: 2, washoutDays: 0 },
  '16-weeks-by-2-days': { scheme: 'balanced', periods: 56, periodDays: 2, washoutDays: 0 },
  '8-weeks-by-weeks': { scheme: 'balanced', periods: 8, periodDays: 7, washoutDays: 1 },
  '12-weeks-by-weeks': { scheme: 'balanced', periods: 12, periodDays: 7, washoutDays: 1 },
  '16-weeks-by-weeks': { scheme: 'balanced', periods: 16, periodDays: 7, washoutDays: 1 },
  '12-weeks-in-pairs': { scheme: 'paired', periods: 12, periodDays: 7, washoutDays: 1 },
  '16-weeks-in-pairs': { scheme: 'paired', periods: 16, periodDays: 7, washoutDays: 1 },
  '16-weeks-by-fortnights': { scheme: 'balanced', periods: 8, periodDays: 14, washoutDays: 2 },
  '24-weeks-by-fortnights': { scheme: 'balanced', periods: 12, periodDays: 14, washoutDays: 2 },
  '10-weeks-by-weeks': { scheme: 'balanced', periods: 10, periodDays: 7, washoutDays: 1 },
}

/** The name of a design; undefined for one that is no longer offered. */
export function findDesignName(design: ExperimentDesign): DesignName | undefined {
  return designNames.find(name => {
    const { scheme, periods, periodDays, washoutDays } = designs[name]
    return (
      scheme === design.scheme &&
      periods === design.periods &&
      periodDays === design.periodDays &&
      washoutDays === design.washoutDays
    )
  })
}

/** How many days an experiment takes. */
export function getLengthDays({ periods, periodDays }: ExperimentDesign): number {
  return periods * periodDays
}

/** What the permutation test asks of a balanced design. */
export function getBalancedDesign({ periods }: ExperimentDesign): BalancedDesign {
  return { periods, maxRun: MOST_ALIKE_IN_A_ROW }
}

/** Draws the arms of all periods; every order the design allows is equally likely. */
export function drawArms(design: ExperimentDesign, random: Random): PeriodOrder {
  if (design.scheme === 'balanced') return drawOrder(getBalancedDesign(design), random)
  return Array.from({ length: design.periods / 2 }, (): Arm[] =>
    random.nextUniform() < 0.5 ? [WITHOUT, WITH] : [WITH, WITHOUT],
  ).flat()
}

/** Whether the design could have drawn these arms. */
export function isOrderOf(arms: PeriodOrder, design: ExperimentDesign): boolean {
  // Also asked of what a schema has refused, which may have any number of periods.
  if (design.periods < 2 || design.periods % 2 !== 0) return false
  if (design.scheme === 'balanced') return isAllowedOrder(arms, getBalancedDesign(design))
  return arms.length === design.periods && arms.every((arm, i) => i % 2 === 0 || arm !== arms[i - 1])
}

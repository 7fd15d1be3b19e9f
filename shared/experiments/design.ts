/**
 * Designs of experiments: periods of equal length, each with the change or without it, in a randomised order.
 *
 *   balanced   A B B A B A A B    half the periods in each arm, at most three of one arm in a row
 *   paired     A B|B A|B A|A B    each pair randomised on its own: a slow drift over months affects both arms alike
 *
 * Fewer than six pairs are not offered: the smallest possible p of four pairs is 2 in 16, of six 2 in 64. The first days
 * of a period can be excluded as a washout, so that the effect of the period before wears off.
 */
import { z } from 'zod'
import type { Arm, BalancedDesign, PeriodOrder } from '../statistics/n-of-1-orders.ts'
import { drawOrder, isAllowedOrder } from '../statistics/n-of-1-orders.ts'
import type { Random } from '../statistics/random.ts'

/** The arms: 0 is the control, 1 is the change that is tried. */
export const WITHOUT = 0 satisfies Arm
export const WITH = 1 satisfies Arm

/** Longest run of one arm in a balanced order, in periods: in a longer one, a month's drift could look like an effect. */
const MAX_RUN_LENGTH = 3

/** Upper limits of any stored design, including designs no longer offered. */
export const MAX_PERIODS = 100
export const MAX_PERIOD_DAYS = 28

export const experimentDesign = z.strictObject({
  scheme: z.enum(['balanced', 'paired']),
  /** Even: half of the periods, or one of each pair, are with the change. */
  periods: z.int().min(2).max(MAX_PERIODS).multipleOf(2),
  periodDays: z.int().min(1).max(MAX_PERIOD_DAYS),
  /** Days at the start of each period that do not count. */
  washoutDays: z.int().min(0).max(6),
})
export type ExperimentDesign = z.infer<typeof experimentDesign>

/** Names of the offered designs, as used in the contract. */
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
  // Append new names here: the power table's seeds depend on the position.
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

/** Name of a design; undefined if it is no longer offered. */
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

/** Length of an experiment in days. */
export function getLengthDays({ periods, periodDays }: ExperimentDesign): number {
  return periods * periodDays
}

/** Balanced design in the form of the statistics. */
export function getBalancedDesign({ periods }: ExperimentDesign): BalancedDesign {
  return { periods, maxRun: MAX_RUN_LENGTH }
}

/** Draws the arms of all periods; all orders that the design allows are equally likely. */
export function drawArms(design: ExperimentDesign, random: Random): PeriodOrder {
  if (design.scheme === 'balanced') return drawOrder(getBalancedDesign(design), random)
  return Array.from({ length: design.periods / 2 }, (): Arm[] =>
    random.nextUniform() < 0.5 ? [WITHOUT, WITH] : [WITH, WITHOUT],
  ).flat()
}

/** True if the design allows these arms. */
export function isOrderOf(arms: PeriodOrder, design: ExperimentDesign): boolean {
  // A refinement can pass a design that its schema has refused, with any number of periods.
  if (design.periods < 2 || design.periods % 2 !== 0) return false
  if (design.scheme === 'balanced') return isAllowedOrder(arms, getBalancedDesign(design))
  return arms.length === design.periods && arms.every((arm, i) => i % 2 === 0 || arm !== arms[i - 1])
}

/** What somebody sees before they decide: how long it would take, and how likely it is to give an answer at all. */
import { z } from 'zod'
import { calendarDateField } from '../kinds/schemas.ts'
import { addDays, type CalendarDate } from '../time/calendar-date.ts'
import { type DesignName, designNames, designs, getLengthDays } from './design.ts'
import type { CrampRate } from './outcome.ts'
import { MIN_TRACKED_DAYS_FOR_PLAN } from './outcome.ts'
import { getChance } from './power.ts'
import { powerTable } from './power-table.ts'
import { getLastDate } from './schedule.ts'
import { listDesigns, mayBeTooShort, type TrialId, trialIds, trials } from './trials.ts'

const planOption = z.strictObject({
  design: z.enum(designNames),
  lastDate: calendarDateField,
  /** Its periods may be over before the change has had time to show. */
  mayBeTooShort: z.boolean(),
  /** The chance that it settles its question, if cramps are so many times as frequent with the change. */
  chances: z.array(z.strictObject({ rateRatio: z.number(), chance: z.number() })),
})
export type PlanOption = z.infer<typeof planOption>

export const trialPlan = z.strictObject({
  subject: z.enum(trialIds),
  /** Why it cannot be started now, in a sentence; null when it can. */
  obstacle: z.string().nullable(),
  rate: z.strictObject({ cramps: z.int(), trackedDays: z.int(), perWeek: z.number().nullable() }),
  /** The day after the order is drawn. */
  firstDate: calendarDateField,
  /** Empty while the rate is not known: there is no honest chance to tell. */
  options: z.array(planOption),
  suggested: z.enum(designNames).nullable(),
})
export type TrialPlan = z.infer<typeof trialPlan>

/** What the suggested design is chosen by: the chance to notice that cramps are half as frequent. */
export const HALF = 0.5
/** Longer experiments are offered, but not suggested: few people keep to them. */
const LONGEST_SUGGESTED_DAYS = 112

export function planTrial({
  subject,
  obstacle,
  rate,
  today,
}: {
  readonly subject: TrialId
  readonly obstacle: string | null
  readonly rate: CrampRate
  readonly today: CalendarDate
}): TrialPlan {
  const { perWeek } = rate
  const firstDate = addDays(today, 1)
  const options = perWeek === null || perWeek === 0 ? [] : listOptions(subject, perWeek, firstDate)
  return {
    subject,
    obstacle: obstacle ?? findRateObstacle(rate),
    rate,
    firstDate,
    options,
    suggested: suggestDesign(options),
  }
}

function listOptions(subject: TrialId, perWeek: number, firstDate: CalendarDate): PlanOption[] {
  const trial = trials[subject]
  return listDesigns(trial).map(design => ({
    design,
    lastDate: getLastDate({ design: designs[design], firstDate }),
    mayBeTooShort: mayBeTooShort(trial, design),
    chances: powerTable.rateRatios.map(rateRatio => ({
      rateRatio,
      chance: getChance(design, perWeek, rateRatio),
    })),
  }))
}

function findRateObstacle({ cramps, trackedDays, perWeek }: CrampRate): string | null {
  if (perWeek === null)
    return `We do not know well enough yet how often you have cramps: you tracked ${trackedDays} days in the last 12 weeks, and at least ${MIN_TRACKED_DAYS_FOR_PLAN} are needed. Answer the question about cramps on Today for a while.`
  if (cramps === 0)
    return `There was no cramp on the ${trackedDays} days you tracked, so an experiment could not show fewer.`
  return null
}

function suggestDesign(options: readonly PlanOption[]): DesignName | null {
  const chanceOfHalf = ({ chances }: PlanOption) =>
    chances.find(({ rateRatio }) => rateRatio === HALF)?.chance ?? 0
  const [best] = options
    .filter(
      option => !option.mayBeTooShort && getLengthDays(designs[option.design]) <= LONGEST_SUGGESTED_DAYS,
    )
    .toSorted((a, b) => chanceOfHalf(b) - chanceOfHalf(a))
  return best?.design ?? null
}

/** Plan of an experiment, shown before it is started: the offered designs with their end dates and statistical power. */
import { z } from 'zod'
import { isOwnKey, ownKeySchema } from '../analysis/exposures/own-exposure.ts'
import { calendarDateField } from '../kinds/schemas.ts'
import { addDays, type CalendarDate } from '../time/calendar-date.ts'
import { type CoinActionId, type CoinSubject, isCoinActionId } from './coin-actions.ts'
import { coinPlan, planCoins } from './coin-plan.ts'
import { type DesignName, designNames, designs, getLengthDays } from './design.ts'
import type { CrampRate } from './outcome.ts'
import { MIN_TRACKED_DAYS_FOR_PLAN } from './outcome.ts'
import { computePower } from './power.ts'
import { powerTable } from './power-table.ts'
import { getLastDate } from './schedule.ts'
import { listDesigns, mayBeTooShort, type TrialId, trialIds, trials } from './trials.ts'

const planOption = z.strictObject({
  design: z.enum(designNames),
  lastDate: calendarDateField,
  /** True if a period may end before a slow effect shows. */
  mayBeTooShort: z.boolean(),
  /** Power by the true rate ratio: the probability, 0 to 1, that the experiment settles its question. */
  chances: z.array(z.strictObject({ rateRatio: z.number(), chance: z.number() })),
})
export type PlanOption = z.infer<typeof planOption>

/** Subject of a plan: a suggestion, or an own factor, which coins alone can decide about. */
export const planSubject = z.union([z.enum(trialIds), ownKeySchema])
export type PlanSubject = z.infer<typeof planSubject>

export const trialPlan = z.strictObject({
  subject: planSubject,
  /** Sentence with the reason why it cannot be started now; null if it can. */
  obstacle: z.string().nullable(),
  rate: z.strictObject({
    cramps: z.int(),
    crampDays: z.int(),
    trackedDays: z.int(),
    perWeek: z.number().nullable(),
  }),
  /** The day after the order is drawn. */
  firstDate: calendarDateField,
  /** Empty while the rate of cramps is unknown or 0, because the power depends on it, and for an own factor. */
  options: z.array(planOption),
  suggested: z.enum(designNames).nullable(),
  /** Plan with coins, which is then the recommended one; null for a slow effect and without `options`. */
  coins: coinPlan.nullable(),
})
export type TrialPlan = z.infer<typeof trialPlan>

/** Rate ratio whose power decides the suggested design: cramps half as frequent with the change. */
export const HALVED_RATE_RATIO = 0.5
/** Length of the longest suggested design, in days. Longer ones are offered, but few people complete them. */
const LONGEST_SUGGESTED_DAYS = 112

export function planTrial({
  subject,
  own,
  obstacle,
  rate,
  companions,
  today,
}: {
  readonly subject: PlanSubject
  /** Words of an own factor. */
  readonly own?: CoinSubject['own']
  readonly obstacle: string | null
  readonly rate: CrampRate
  /** Other actions that coins can decide at the same time. */
  readonly companions: readonly CoinActionId[]
  readonly today: CalendarDate
}): TrialPlan {
  const { perWeek } = rate
  const firstDate = addDays(today, 1)
  const isRateKnown = perWeek !== null && perWeek > 0
  const options = isRateKnown && !isOwnKey(subject) ? listOptions(subject, perWeek, firstDate) : []
  return {
    subject,
    obstacle: obstacle ?? findRateObstacle(rate),
    rate,
    firstDate,
    options,
    suggested: suggestDesign(options),
    coins:
      isRateKnown && (isOwnKey(subject) || isCoinActionId(subject))
        ? planCoins({
            subject: { action: subject, ...(own !== undefined && { own }) },
            companions: companions.filter(action => action !== subject),
            crampShare: rate.crampDays / rate.trackedDays,
            firstDate,
          })
        : null,
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
      chance: computePower(design, perWeek, rateRatio),
    })),
  }))
}

function findRateObstacle({ cramps, trackedDays, perWeek }: CrampRate): string | null {
  if (perWeek === null)
    return `We do not know well enough yet how often you have cramps: you answered ${trackedDays} days of the last 12 weeks, and at least ${MIN_TRACKED_DAYS_FOR_PLAN} are needed. Answer the question about cramps on Today for a while.`
  if (cramps === 0)
    return `There was no cramp on the ${trackedDays} days you answered, so an experiment could not show fewer.`
  return null
}

function suggestDesign(options: readonly PlanOption[]): DesignName | null {
  const chanceOfHalf = ({ chances }: PlanOption) =>
    chances.find(({ rateRatio }) => rateRatio === HALVED_RATE_RATIO)?.chance ?? 0
  const [best] = options
    .filter(
      option => !option.mayBeTooShort && getLengthDays(designs[option.design]) <= LONGEST_SUGGESTED_DAYS,
    )
    .toSorted((a, b) => chanceOfHalf(b) - chanceOfHalf(a))
  return best?.design ?? null
}

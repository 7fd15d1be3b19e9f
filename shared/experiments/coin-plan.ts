/** Plan of an experiment with coins, shown before it is started: the lengths with their end dates and statistical power. */
import { z } from 'zod'
import { calendarDateField } from '../kinds/schemas.ts'
import { addDays, type CalendarDate } from '../time/calendar-date.ts'
import { type CoinActionId, type CoinSubject, coinActionIds, coinSubject } from './coin-actions.ts'
import { coinWeeks, LONGEST_WEEKS, MAX_COIN_ACTIONS } from './coin-experiment.ts'
import { computeCoinPower } from './coin-power.ts'
import { coinPowerTable } from './coin-power-table.ts'
import { DAYS_PER_WEEK } from './simulated-trial.ts'

const coinOption = z.strictObject({
  weeks: z.literal(coinWeeks),
  lastDate: calendarDateField,
  /**
   * Power by the number of actions (first index, from one action) and the true risk ratio: the probability, 0 to 1, that the
   * experiment shows that an action helps.
   */
  chances: z.array(z.array(z.strictObject({ riskRatio: z.number(), chance: z.number() }))),
})
export type CoinOption = z.infer<typeof coinOption>

export const coinPlan = z.strictObject({
  subject: coinSubject,
  /** Actions that can be tested at the same time. */
  companions: z.array(z.enum(coinActionIds)),
  /** Shortest first. */
  options: z.array(coinOption),
  suggested: z.literal(coinWeeks),
})
export type CoinPlan = z.infer<typeof coinPlan>

/** Risk ratio whose power decides the suggested length: the risk of a cramp halved. */
export const HALVED_RISK = 0.5
/** Power at which a length is good enough to be suggested over a longer one. */
const GOOD_CHANCE = 2 / 3

export function planCoins({
  subject,
  companions,
  crampShare,
  firstDate,
}: {
  readonly subject: CoinSubject
  readonly companions: readonly CoinActionId[]
  /** Share of tracked days with a cramp. */
  readonly crampShare: number
  readonly firstDate: CalendarDate
}): CoinPlan {
  const options = coinWeeks.map(weeks => ({
    weeks,
    lastDate: addDays(firstDate, weeks * DAYS_PER_WEEK - 1),
    chances: Array.from({ length: MAX_COIN_ACTIONS }, (_, index) =>
      coinPowerTable.riskRatios.map(riskRatio => ({
        riskRatio,
        chance: computeCoinPower(weeks, index + 1, crampShare, riskRatio),
      })),
    ),
  }))
  const good = options.find(option => getChance(option, 1, HALVED_RISK) >= GOOD_CHANCE)
  return { subject, companions: [...companions], options, suggested: good?.weeks ?? LONGEST_WEEKS }
}

/** Power of an option; 0 if it does not have this number of actions or this risk ratio. */
export function getChance(option: CoinOption, actions: number, riskRatio: number): number {
  return option.chances[actions - 1]?.find(one => one.riskRatio === riskRatio)?.chance ?? 0
}

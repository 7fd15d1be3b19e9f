/**
 * Stored experiment with coins: for every night, a fair coin for each of one to three actions, all thrown at the start. The
 * journal file contains it whole; the page sees a coin on its day and not before (`coin-view.ts`).
 *
 * A night is the cramp-day of its date, from noon to noon.
 */
import { z } from 'zod'
import { isOwnKey } from '../analysis/exposures/own-exposure.ts'
import { calendarDateField, instantField } from '../kinds/schemas.ts'
import type { Random } from '../statistics/random.ts'
import { addDays, type CalendarDate, daysBetween } from '../time/calendar-date.ts'
import { arm } from './analysis.ts'
import { coinActionKey, coinSubject } from './coin-actions.ts'
import { WITH, WITHOUT } from './design.ts'
import { type OwnAction, ownChange } from './own-action.ts'
import { DAYS_PER_WEEK } from './simulated-trial.ts'

/** Lengths that are offered, in weeks. */
export const coinWeeks = [8, 12, 16] as const
/** Suggested where none is long enough for a good chance. */
export const LONGEST_WEEKS = 16 satisfies CoinWeeks
export type CoinWeeks = (typeof coinWeeks)[number]

/** Maximum number of actions of one experiment: each further one raises the threshold of all. */
export const MAX_COIN_ACTIONS = 3
/** Upper limit of any stored experiment, in nights. */
const MAX_NIGHTS = 400

export type Arms = readonly z.infer<typeof arm>[]

const storedAction = coinSubject.extend({
  /** One per night: 1 with the action, 0 without. */
  arms: z.array(arm).min(1).max(MAX_NIGHTS),
})

/** Answer about an action on a date: true if the person did what the coin said. No answer is unknown, never a "no". */
const coinAnswer = z.strictObject({
  date: calendarDateField,
  action: coinActionKey,
  followed: z.boolean(),
})
export type CoinAnswer = z.infer<typeof coinAnswer>

const stored = z.strictObject({
  actions: z.array(storedAction).min(1).max(MAX_COIN_ACTIONS),
  firstDate: calendarDateField,
  /** Seed of the coins, from the operating system's random generator. */
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1),
  /** UTC milliseconds. */
  createdAt: instantField,
  /** Date of an early stop, which itself no longer counts; null without one. */
  stoppedOn: calendarDateField.nullable(),
})
export type CoinExperiment = z.infer<typeof stored> & { readonly id: number }
export type CoinExperimentDraft = Omit<CoinExperiment, 'id' | 'stoppedOn'>

/** Experiment in a journal file, with all answers. It has no id: import assigns a new one. */
export const archivedCoinExperiment = stored
  .extend({
    answers: z
      .array(
        coinAnswer.extend({
          /** UTC milliseconds. */
          answeredAt: instantField,
        }),
      )
      .max(MAX_NIGHTS * MAX_COIN_ACTIONS),
  })
  .refine(({ actions }) => new Set(actions.map(({ arms }) => arms.length)).size <= 1, {
    path: ['actions'],
    error: 'Each action needs a coin for every night.',
  })
  .refine(({ actions }) => new Set(actions.map(({ action }) => action)).size === actions.length, {
    path: ['actions'],
    error: 'An action is in this experiment twice.',
  })
  .refine(({ actions }) => actions.every(({ action, own }) => isOwnKey(action) === (own !== undefined)), {
    path: ['actions'],
    error: 'Something of your own needs its name here, and nothing else has one.',
  })
  .refine(({ answers }) => isDistinct(answers), { path: ['answers'], error: 'A night is answered twice.' })
  .refine(
    ({ actions, answers }) => answers.every(answer => actions.some(({ action }) => action === answer.action)),
    { path: ['answers'], error: 'There is an answer about an action that is not in this experiment.' },
  )
export type ArchivedCoinExperiment = z.infer<typeof archivedCoinExperiment>

const isDistinct = (answers: readonly CoinAnswer[]) =>
  new Set(answers.map(({ date, action }) => `${date} ${action}`)).size === answers.length

/** Choice with which an experiment is started. */
export const coinChoice = z.strictObject({
  actions: z
    .array(coinActionKey)
    .min(1, 'Choose something to test.')
    .max(MAX_COIN_ACTIONS, `Choose at most ${MAX_COIN_ACTIONS}.`)
    .refine(actions => new Set(actions).size === actions.length, 'Choose each only once.')
    .refine(actions => actions.filter(isOwnKey).length <= 1, 'Test one thing of your own at a time.'),
  weeks: z.literal(coinWeeks),
  /** About the action of an own factor; missing without one. */
  own: z.strictObject({ change: ownChange, isHarmless: z.boolean() }).optional(),
})
export type CoinChoice = z.infer<typeof coinChoice>

/**
 * Throws all coins: independent and fair, one per night and action.
 *
 * @param own words of the action of an own factor
 */
export function throwCoins(
  { actions, weeks }: Pick<CoinChoice, 'actions' | 'weeks'>,
  random: Random,
  own?: OwnAction,
): CoinExperiment['actions'] {
  return actions.map(action => ({
    action,
    ...(isOwnKey(action) && own !== undefined && { own }),
    arms: Array.from({ length: weeks * DAYS_PER_WEEK }, () => (random.nextUniform() < 0.5 ? WITH : WITHOUT)),
  }))
}

type Scheduled = Pick<CoinExperiment, 'actions' | 'firstDate'>

export const countNights = ({ actions: [first] }: Pick<Scheduled, 'actions'>): number =>
  first?.arms.length ?? 0

/** Last night of the full schedule. */
export const getLastNight = (scheduled: Scheduled): CalendarDate =>
  addDays(scheduled.firstDate, countNights(scheduled) - 1)

/** First and last night: of the full schedule, or up to the one before it was stopped. */
export function getCoinSpan({
  stoppedOn,
  ...planned
}: Scheduled & Pick<CoinExperiment, 'stoppedOn'>): readonly [from: CalendarDate, to: CalendarDate] {
  return [planned.firstDate, stoppedOn === null ? getLastNight(planned) : addDays(stoppedOn, -1)]
}

/** Arm drawn for a night; undefined outside the schedule. */
export function getArmOn(
  firstDate: CalendarDate,
  arms: Arms,
  date: CalendarDate,
): z.infer<typeof arm> | undefined {
  return arms[daysBetween(firstDate, date)]
}

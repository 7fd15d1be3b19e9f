/**
 * View of an experiment with coins for the page. Blinding: a coin leaves the main process on its day only, that of a night
 * from the evening on, because knowing the next coin could change what is done or written down before. Nothing is compared
 * while an action is not settled.
 */
import { z } from 'zod'
import { calendarDateField, idField } from '../kinds/schemas.ts'
import { addDays, type CalendarDate } from '../time/calendar-date.ts'
import { calendarDate, type Moment, MS_PER_DAY, MS_PER_HOUR, wallClockMs } from '../time/moment.ts'
import { arm } from './analysis.ts'
import { coinSubject, getCoinAction } from './coin-actions.ts'
import { analyseCoins, type CoinResult, coinResult } from './coin-analysis.ts'
import {
  type CoinAnswer,
  type CoinExperiment,
  countNights,
  getArmOn,
  getLastNight,
} from './coin-experiment.ts'
import type { CrampCounts } from './outcome.ts'
import { ANSWERABLE_DAYS_BACK } from './schedule.ts'
import { findStop } from './view.ts'

/** Clock hour from which the coin of a night is shown. */
export const REVEAL_FROM_HOUR = 17

const coinSide = coinSubject.extend({ arm })
export type CoinSide = z.infer<typeof coinSide>

export const coinView = z.strictObject({
  id: idField,
  /** Planned nights. */
  nights: z.int(),
  firstDate: calendarDateField,
  /** Last night of the full schedule, even after an early end. */
  lastDate: calendarDateField,
  state: z.enum(['upcoming', 'running', 'stopped', 'finished']),
  stop: z.strictObject({ on: calendarDateField, because: z.enum(['person', 'warning']) }).nullable(),
  /** True while a stop can be undone: on the same day, before any result is shown. */
  canResume: z.boolean(),
  /** Nights so far whose cramps are known. */
  answered: z.int(),
  actions: z.array(
    coinSubject.extend({
      /** Shown once it is settled or the experiment is over. */
      result: coinResult.nullable(),
    }),
  ),
  /** Coins of today that can be shown. */
  today: z.array(coinSide),
  /** True if a coin of today is shown later, in the evening. */
  isCoinToCome: z.boolean(),
  /** Newest past night about which something is unknown: its cramps, or for some actions if the coin was followed. */
  question: z
    .strictObject({ date: calendarDateField, asksCramps: z.boolean(), sides: z.array(coinSide) })
    .nullable(),
})
export type CoinView = z.infer<typeof coinView>

export interface CoinViewSource {
  readonly experiment: CoinExperiment
  readonly answers: readonly CoinAnswer[]
  /** Cramps by date of the experiment, for the dates on which they are known. */
  readonly cramps: CrampCounts
  /** Date of the first warning sign that a doctor should see; null without one. */
  readonly warnedOn: CalendarDate | null
  /** Current journal day, and if its evening has begun. */
  readonly today: CalendarDate
  readonly isEvening: boolean
  readonly lastEndedCrampDay: CalendarDate
  /** Last night of which "no cramp" can be said. */
  readonly lastAnswerableNight: CalendarDate
}

export function makeCoinView(source: CoinViewSource): CoinView {
  const { experiment, today } = source
  const { id, firstDate, actions } = experiment
  const lastDate = getLastNight(experiment)
  const stop = findStop({ ...source, stoppedOn: experiment.stoppedOn, lastDate })
  const results = analyseSoFar(source, stop)
  const areAllSettled = results.every(isSettled)
  const question = stop === null && !areAllSettled ? findQuestion(source, results) : null
  const state = getState(source, { stop, question, areAllSettled })
  const isOver = state === 'finished' || (stop !== null && stop.on < today)
  const sidesToday = state === 'running' ? listSidesOn(experiment, results, today) : []
  const shown = sidesToday.filter(
    ({ arm: _arm, ...subject }) => source.isEvening || getCoinAction(subject).decides === 'day',
  )
  return {
    id,
    nights: countNights(experiment),
    firstDate,
    lastDate,
    state,
    stop,
    canResume: stop?.because === 'person' && stop.on >= today,
    answered: countAnswered(source, stop),
    actions: actions.map(({ arms: _arms, ...subject }, index) => {
      const result = results[index] ?? null
      return { ...subject, result: result !== null && (isOver || isSettled(result)) ? result : null }
    }),
    today: shown,
    isCoinToCome: shown.length < sidesToday.length,
    question,
  }
}

/** Last day of an experiment so far as is known: of its stop, of its early end, or of the full schedule. */
export function getEndDate({ stop, actions, lastDate }: CoinView): CalendarDate {
  if (stop !== null) return stop.on
  const settled = actions.flatMap(({ result }) => result?.settledOn ?? [])
  return settled.length < actions.length ? lastDate : (settled.toSorted().at(-1) ?? lastDate)
}

/** True from the hour at which coins of nights are shown until the journal day ends, which may be after midnight. */
export function isEveningOf(today: CalendarDate, now: Moment): boolean {
  const hour = Math.floor((wallClockMs(now) % MS_PER_DAY) / MS_PER_HOUR)
  return calendarDate(now) > today || hour >= REVEAL_FROM_HOUR
}

const isSettled = ({ settledOn }: CoinResult) => settledOn !== null

/** Results with the nights that are over. The rule of the planned end applies once all are. */
function analyseSoFar(
  { experiment, answers, cramps, lastEndedCrampDay }: CoinViewSource,
  stop: CoinView['stop'],
): CoinResult[] {
  const lastDate = getLastNight(experiment)
  const isComplete = stop === null && lastEndedCrampDay >= lastDate
  const ends = [lastDate, lastEndedCrampDay, ...(stop === null ? [] : [addDays(stop.on, -1)])]
  const through = ends.reduce((first, date) => (date < first ? date : first))
  return analyseCoins(experiment, { cramps, answers, through, isComplete })
}

/** Coins of a date, without those of settled actions, which no longer decide anything. */
function listSidesOn(
  { firstDate, actions }: CoinExperiment,
  results: readonly CoinResult[],
  date: CalendarDate,
): CoinSide[] {
  return actions.flatMap(({ arms, ...subject }, index) => {
    const settledOn = results[index]?.settledOn ?? null
    const drawn = getArmOn(firstDate, arms, date)
    return drawn === undefined || (settledOn !== null && settledOn < date) ? [] : [{ ...subject, arm: drawn }]
  })
}

function findQuestion(source: CoinViewSource, results: readonly CoinResult[]): CoinView['question'] {
  const { experiment, answers, cramps, today, lastAnswerableNight } = source
  for (let daysBack = 1; daysBack <= ANSWERABLE_DAYS_BACK; daysBack++) {
    const date = addDays(today, -daysBack)
    const unanswered = listSidesOn(experiment, results, date).filter(
      ({ action }) => !answers.some(answer => answer.date === date && answer.action === action),
    )
    const isPlanned = experiment.firstDate <= date && date <= getLastNight(experiment)
    const asksCramps = isPlanned && date <= lastAnswerableNight && !cramps.has(date)
    if (asksCramps || unanswered.length > 0) return { date, asksCramps, sides: unanswered }
  }
  return null
}

function countAnswered({ experiment, cramps, today }: CoinViewSource, stop: CoinView['stop']): number {
  const before = stop === null ? today : stop.on
  const lastDate = getLastNight(experiment)
  return Array.from(cramps.keys()).filter(
    date => experiment.firstDate <= date && date <= lastDate && date < before,
  ).length
}

interface Course {
  readonly stop: CoinView['stop']
  readonly question: CoinView['question']
  readonly areAllSettled: boolean
}

/** State of the experiment. It stays `running` after the last night while answers about it are accepted. */
function getState(
  { experiment, today, lastEndedCrampDay }: CoinViewSource,
  { stop, question, areAllSettled }: Course,
): CoinView['state'] {
  if (today < experiment.firstDate) return stop === null ? 'upcoming' : 'stopped'
  if (stop !== null) return 'stopped'
  if (areAllSettled) return 'finished'
  const lastDate = getLastNight(experiment)
  const canStillAnswer = question !== null && today <= addDays(lastDate, ANSWERABLE_DAYS_BACK)
  return lastEndedCrampDay >= lastDate && !canStillAnswer ? 'finished' : 'running'
}

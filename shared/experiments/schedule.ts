/**
 * Schedule of an experiment: the periods by calendar date.
 *
 *   period 1          period 2          period 3
 *   w . . . . . .     w . . . . . .     w . . . . . .      w = washout, the first days, which do not count
 *
 * The period and its arm follow from the date alone. A clock set back, a journey or a missed day can leave a date without
 * an answer, but cannot move a period or change its arm.
 */
import type { Arm } from '../statistics/n-of-1-orders.ts'
import { addDays, type CalendarDate, daysBetween } from '../time/calendar-date.ts'
import { type ExperimentDesign, getLengthDays, WITHOUT } from './design.ts'
import type { Experiment } from './experiment.ts'

export interface ScheduledPeriod {
  /** Position in the order, from 1. */
  readonly number: number
  readonly arm: Arm
  readonly fromDate: CalendarDate
  readonly toDate: CalendarDate
  /** First date after the washout. */
  readonly countsFrom: CalendarDate
}

type Scheduled = Pick<Experiment, 'design' | 'firstDate' | 'arms'>

/** Days back for which an answer is accepted; memory of older days is unreliable. */
export const ANSWERABLE_DAYS_BACK = 3

/** All periods in order, with their arms. Never sent to the page, which must not reveal future arms. */
export function listPeriods({ design, firstDate, arms }: Scheduled): ScheduledPeriod[] {
  const { periods, periodDays, washoutDays } = design
  return Array.from({ length: periods }, (_, index) => {
    const fromDate = addDays(firstDate, index * periodDays)
    return {
      number: index + 1,
      arm: arms[index] ?? WITHOUT,
      fromDate,
      toDate: addDays(fromDate, periodDays - 1),
      countsFrom: addDays(fromDate, washoutDays),
    }
  })
}

/** Last date of the full schedule. */
export function getLastDate({
  design,
  firstDate,
}: {
  readonly design: ExperimentDesign
  readonly firstDate: CalendarDate
}): CalendarDate {
  return addDays(firstDate, getLengthDays(design) - 1)
}

/** First and last date of an experiment: of the full schedule, or up to the day before it was stopped. */
export function getSpan({
  stoppedOn,
  ...planned
}: Pick<Experiment, 'design' | 'firstDate' | 'stoppedOn'>): readonly [from: CalendarDate, to: CalendarDate] {
  return [planned.firstDate, stoppedOn === null ? getLastDate(planned) : addDays(stoppedOn, -1)]
}

/** Period that contains a date; undefined before the first and after the last. */
export function getPeriodOn(scheduled: Scheduled, date: CalendarDate): ScheduledPeriod | undefined {
  const index = Math.floor(daysBetween(scheduled.firstDate, date) / scheduled.design.periodDays)
  return index < 0 ? undefined : listPeriods(scheduled)[index]
}

/** Dates within the schedule that can be answered on `today`, newest first: today and `ANSWERABLE_DAYS_BACK` days before. */
export function listAnswerableDates(scheduled: Scheduled, today: CalendarDate): CalendarDate[] {
  const lastDate = getLastDate(scheduled)
  return Array.from({ length: ANSWERABLE_DAYS_BACK + 1 }, (_, daysBack) => addDays(today, -daysBack)).filter(
    date => scheduled.firstDate <= date && date <= lastDate,
  )
}

/**
 * An experiment by the calendar: which period a date belongs to, and what of it has begun.
 *
 *   period 1          period 2          period 3
 *   w . . . . . .     w . . . . . .     w . . . . . .      w = washout, the first days, which do not count
 *
 * Everything follows from the date alone. A clock that was set back shows an earlier day of the same schedule, a journey
 * or a forgotten day leaves a date without an answer; neither can move a period or change its arm.
 */
import type { Arm } from '../statistics/n-of-1-orders.ts'
import { addDays, type CalendarDate, daysBetween } from '../time/calendar-date.ts'
import { type ExperimentDesign, getLengthDays, WITHOUT } from './design.ts'
import type { Experiment } from './experiment.ts'

export interface ScheduledPeriod {
  /** From 1. */
  readonly number: number
  readonly arm: Arm
  readonly fromDate: CalendarDate
  readonly toDate: CalendarDate
  /** The first date that counts. */
  readonly countsFrom: CalendarDate
}

type Scheduled = Pick<Experiment, 'design' | 'firstDate' | 'arms'>

/** Answers are taken for so many days back: longer ago nobody remembers well enough. */
export const ANSWERABLE_DAYS_BACK = 3

/** All periods in order, with their arms: not for the page. */
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

/** The last date of an experiment that runs to its end. */
export function getLastDate({
  design,
  firstDate,
}: {
  readonly design: ExperimentDesign
  readonly firstDate: CalendarDate
}): CalendarDate {
  return addDays(firstDate, getLengthDays(design) - 1)
}

/** The first and last date that an experiment could count: of its schedule, or the one before it was stopped. */
export function getSpan({
  stoppedOn,
  ...planned
}: Pick<Experiment, 'design' | 'firstDate' | 'stoppedOn'>): readonly [from: CalendarDate, to: CalendarDate] {
  return [planned.firstDate, stoppedOn === null ? getLastDate(planned) : addDays(stoppedOn, -1)]
}

/** The period that a date falls into; undefined before the first and after the last. */
export function getPeriodOn(scheduled: Scheduled, date: CalendarDate): ScheduledPeriod | undefined {
  const index = Math.floor(daysBetween(scheduled.firstDate, date) / scheduled.design.periodDays)
  return index < 0 ? undefined : listPeriods(scheduled)[index]
}

/** The dates that can still be answered on `today`, newest first: today and a few days back, within the schedule. */
export function listAnswerableDates(scheduled: Scheduled, today: CalendarDate): CalendarDate[] {
  const lastDate = getLastDate(scheduled)
  return Array.from({ length: ANSWERABLE_DAYS_BACK + 1 }, (_, daysBack) => addDays(today, -daysBack)).filter(
    date => scheduled.firstDate <= date && date <= lastDate,
  )
}

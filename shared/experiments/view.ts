/**
 * An experiment as its person may see it. The arms of periods that have not begun stay in the main process: whoever knows
 * what comes next may, without meaning to, wait for it. The cramps of either half are not compared before the end:
 * stopping when the numbers happen to please would prove nothing.
 */
import { z } from 'zod'
import { calendarDateField, idField } from '../kinds/schemas.ts'
import { addDays, type CalendarDate } from '../time/calendar-date.ts'
import { arm, type ExperimentResult, experimentResult } from './analysis.ts'
import { experimentDesign } from './design.ts'
import { type Experiment, type ExperimentDay, experimentDay } from './experiment.ts'
import {
  ANSWERABLE_DAYS_BACK,
  getLastDate,
  getPeriodOn,
  listAnswerableDates,
  listPeriods,
} from './schedule.ts'
import { trialIds } from './trials.ts'

const begunPeriod = z.strictObject({
  number: z.int().positive(),
  arm,
  fromDate: calendarDateField,
  toDate: calendarDateField,
  /** The first date that counts. */
  countsFrom: calendarDateField,
})

export const experimentView = z.strictObject({
  id: idField,
  subject: z.enum(trialIds),
  design: experimentDesign,
  firstDate: calendarDateField,
  /** The last date by plan, whether or not it was stopped before. */
  lastDate: calendarDateField,
  state: z.enum(['upcoming', 'running', 'stopped', 'finished']),
  stop: z.strictObject({ on: calendarDateField, because: z.enum(['person', 'warning']) }).nullable(),
  /** Whether a stop can still be taken back: on the same day, before anything of the result is shown. */
  canResume: z.boolean(),
  /** The periods that have begun, in order. */
  begun: z.array(begunPeriod),
  /** What the person answered so far, by date. */
  days: z.array(experimentDay),
  /** What today asks for; null on days without a period. */
  today: begunPeriod.nullable(),
  /** The last day that waits for an answer, and what was planned for it. */
  question: z.strictObject({ date: calendarDateField, arm }).nullable(),
  result: experimentResult.nullable(),
})
export type ExperimentView = z.infer<typeof experimentView>

export interface ViewSource {
  readonly experiment: Experiment
  readonly days: readonly ExperimentDay[]
  /** The date on which a sign that should be seen by a doctor was first written down; null without one. */
  readonly warnedOn: CalendarDate | null
  /** The journal's day that is going on. */
  readonly today: CalendarDate
  readonly lastEndedCrampDay: CalendarDate
  /** Asked only when there is a result to show, with the end as it came; null leaves the result out. */
  readonly analyse: ((experiment: Experiment) => ExperimentResult) | null
}

export function makeExperimentView(source: ViewSource): ExperimentView {
  const { experiment, days, today } = source
  const { id, subject, design, firstDate } = experiment
  const lastDate = getLastDate(experiment)
  const stop = findStop(source)
  const question = stop === null ? findQuestion(source) : null
  const state = getState(source, stop, question)
  const isOver = state === 'finished' || (stop !== null && stop.on < today)
  const periodToday = state === 'running' ? getPeriodOn(experiment, today) : undefined
  return {
    id,
    subject,
    design,
    firstDate,
    lastDate,
    state,
    stop,
    canResume: stop?.because === 'person' && stop.on >= today,
    begun: listPeriods(experiment).filter(
      ({ fromDate }) => fromDate <= today && (stop === null || fromDate <= stop.on),
    ),
    days: [...days],
    today: periodToday ?? null,
    question,
    result:
      isOver && source.analyse !== null
        ? source.analyse({ ...experiment, stoppedOn: stop?.on ?? null })
        : null,
  }
}

/** The person's own word, or a warning sign within the schedule, whichever came first. */
function findStop({ experiment, warnedOn }: ViewSource): ExperimentView['stop'] {
  const { stoppedOn } = experiment
  const byWarning = warnedOn !== null && warnedOn <= getLastDate(experiment)
  if (byWarning && (stoppedOn === null || warnedOn < stoppedOn)) return { on: warnedOn, because: 'warning' }
  return stoppedOn === null ? null : { on: stoppedOn, because: 'person' }
}

/** The newest day that is over, can still be remembered and has no answer. */
function findQuestion({ experiment, days, today }: ViewSource): ExperimentView['question'] {
  const answered = new Set(days.map(({ date }) => date))
  const date = listAnswerableDates(experiment, today).find(one => one < today && !answered.has(one))
  const period = date === undefined ? undefined : getPeriodOn(experiment, date)
  return date === undefined || period === undefined ? null : { date, arm: period.arm }
}

/** After the last night it still waits for the answers about the last days, for as long as they can be given. */
function getState(
  { experiment, today, lastEndedCrampDay }: ViewSource,
  stop: ExperimentView['stop'],
  question: ExperimentView['question'],
): ExperimentView['state'] {
  if (stop !== null) return 'stopped'
  if (today < experiment.firstDate) return 'upcoming'
  const lastDate = getLastDate(experiment)
  const canStillAnswer = question !== null && today <= addDays(lastDate, ANSWERABLE_DAYS_BACK)
  return lastEndedCrampDay >= lastDate && !canStillAnswer ? 'finished' : 'running'
}

/**
 * View of an experiment for the page. Blinding: the arms of periods that have not begun stay in the main process, because
 * knowing the next arm could change behaviour. The arms are not compared before the end, because optional stopping would
 * invalidate the test.
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
  /** First date after the washout. */
  countsFrom: calendarDateField,
})

export const experimentView = z.strictObject({
  id: idField,
  subject: z.enum(trialIds),
  design: experimentDesign,
  firstDate: calendarDateField,
  /** Last date of the full schedule, even after an early stop. */
  lastDate: calendarDateField,
  state: z.enum(['upcoming', 'running', 'stopped', 'finished']),
  stop: z.strictObject({ on: calendarDateField, because: z.enum(['person', 'warning']) }).nullable(),
  /** True while a stop can be undone: on the same day, before any result is shown. */
  canResume: z.boolean(),
  /** Periods that have begun, in order. */
  begun: z.array(begunPeriod),
  /** Answers so far, by date. */
  days: z.array(experimentDay),
  /** Today's period; null on days without one. */
  today: begunPeriod.nullable(),
  /** Newest unanswered day, and its arm. */
  question: z.strictObject({ date: calendarDateField, arm }).nullable(),
  result: experimentResult.nullable(),
})
export type ExperimentView = z.infer<typeof experimentView>

export interface ViewSource {
  readonly experiment: Experiment
  readonly days: readonly ExperimentDay[]
  /** Date of the first warning sign that a doctor should see; null without one. */
  readonly warnedOn: CalendarDate | null
  /** Current journal day. */
  readonly today: CalendarDate
  readonly lastEndedCrampDay: CalendarDate
  /** Called only if there is a result to show, with the actual end of the experiment; null omits the result. */
  readonly analyse: ((experiment: Experiment) => ExperimentResult) | null
}

export function makeExperimentView(source: ViewSource): ExperimentView {
  const { experiment, days, today } = source
  const { id, subject, design, firstDate } = experiment
  const lastDate = getLastDate(experiment)
  const stop = findStop({ ...source, stoppedOn: experiment.stoppedOn, lastDate })
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

/** Early stop: by the person, or by a warning sign within the schedule, whichever is earlier. */
export function findStop({
  stoppedOn,
  lastDate,
  warnedOn,
}: {
  readonly stoppedOn: CalendarDate | null
  readonly lastDate: CalendarDate
  readonly warnedOn: CalendarDate | null
}): ExperimentView['stop'] {
  const byWarning = warnedOn !== null && warnedOn <= lastDate
  if (byWarning && (stoppedOn === null || warnedOn < stoppedOn)) return { on: warnedOn, because: 'warning' }
  return stoppedOn === null ? null : { on: stoppedOn, because: 'person' }
}

/** Newest past day that can still be answered and has no answer. */
function findQuestion({ experiment, days, today }: ViewSource): ExperimentView['question'] {
  const answered = new Set(days.map(({ date }) => date))
  const date = listAnswerableDates(experiment, today).find(one => one < today && !answered.has(one))
  const period = date === undefined ? undefined : getPeriodOn(experiment, date)
  return date === undefined || period === undefined ? null : { date, arm: period.arm }
}

/** State of the experiment. It stays `running` after the last night while answers about the last days are accepted. */
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

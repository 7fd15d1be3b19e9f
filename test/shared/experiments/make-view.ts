import { analyseExperiment } from '../../../shared/experiments/analysis.ts'
import { type ExperimentView, makeExperimentView } from '../../../shared/experiments/view.ts'
import { addDays, type CalendarDate, datesFromTo } from '../../../shared/time/calendar-date.ts'
import { makeExperiment } from './make-experiment.ts'

/** View on `today` of an experiment of eight weeks, with the plan followed every day and a cramp on every second. */
export function makeView(
  firstDate: CalendarDate,
  today: CalendarDate,
  stoppedOn: CalendarDate | null = null,
): ExperimentView {
  const dates = datesFromTo(firstDate, today)
  const days = dates.map(date => ({ date, kept: true }))
  const cramps = new Map(dates.map((date, i) => [date, i % 2]))
  return makeExperimentView({
    experiment: { ...makeExperiment({ firstDate }), stoppedOn },
    days,
    warnedOn: null,
    today,
    lastEndedCrampDay: addDays(today, -1),
    analyse: experiment => analyseExperiment(experiment, days, cramps),
  })
}

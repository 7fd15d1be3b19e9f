import type { TimelineMark } from '../analysis/timeline-marks.ts'
import type { CalendarDate } from '../time/calendar-date.ts'
import { trials } from './trials.ts'
import type { ExperimentView } from './view.ts'

/** Timeline marks at the start and end of each experiment; none for one that was stopped before its first day. */
export const listExperimentMarks = (experiments: readonly ExperimentView[]): TimelineMark[] =>
  experiments.flatMap(listStartAndEnd)

function listStartAndEnd({ subject, firstDate, lastDate, state, stop }: ExperimentView): TimelineMark[] {
  if (state === 'upcoming' || (stop !== null && stop.on < firstDate)) return []
  const markOf = (date: CalendarDate, change: 'start' | 'end'): TimelineMark => ({
    kind: 'experiment',
    date,
    name: trials[subject].question,
    change,
  })
  const start = markOf(firstDate, 'start')
  return state === 'running' ? [start] : [start, markOf(stop?.on ?? lastDate, 'end')]
}

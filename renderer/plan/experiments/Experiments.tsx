import type { ExperimentView } from '../../../shared/experiments/view.ts'
import { addDays, type CalendarDate } from '../../../shared/time/calendar-date.ts'
import { getToday, useNow } from '../../data/clock.ts'
import { useExperiments } from '../../data/experiment-queries.ts'
import { useDayStart } from '../../data/queries.ts'
import classes from './Experiments.module.css'
import { PastExperiment } from './PastExperiment.tsx'
import { RunningExperiment } from './RunningExperiment.tsx'

/** The experiment that is going on, for the top of the plan; nothing without one. */
export function CurrentExperiment() {
  const today = getToday(useNow(), useDayStart())
  const { data: experiments = [] } = useExperiments()
  const current = experiments.find(isCurrent)
  return current === undefined ? null : (
    <RunningExperiment key={current.id} experiment={current} today={today} />
  )
}

/** Days for which a result counts as new. */
const NEWS_DAYS = 28

/** Past experiments, newest first; folded once their result is no longer new. */
export function PastExperiments() {
  const today = getToday(useNow(), useDayStart())
  const { data: experiments = [], error } = useExperiments()
  const past = experiments.filter(experiment => !isCurrent(experiment))
  if (error !== null) return <p role="alert">Your experiments could not be read. {error.message}</p>
  const [newest] = past
  if (newest === undefined) return null
  return (
    <details className={classes.past} open={addDays(getEnd(newest), NEWS_DAYS) >= today}>
      <summary>
        <h2>What your experiments have shown ({past.length})</h2>
      </summary>
      <div className={classes.results}>
        {past.map(
          experiment =>
            experiment.result !== null && (
              <PastExperiment key={experiment.id} experiment={experiment} result={experiment.result} />
            ),
        )}
      </div>
    </details>
  )
}

/** True for an experiment without a result. One that was stopped today has none yet, and can be resumed. */
const isCurrent = ({ result }: ExperimentView) => result === null

const getEnd = ({ stop, lastDate }: ExperimentView): CalendarDate => stop?.on ?? lastDate

import { type CoinView, getEndDate } from '../../../shared/experiments/coin-view.ts'
import type { ExperimentView } from '../../../shared/experiments/view.ts'
import { addDays, type CalendarDate } from '../../../shared/time/calendar-date.ts'
import { getToday, useNow } from '../../data/clock.ts'
import { useCoinExperiments, useExperiments } from '../../data/experiment-queries.ts'
import { useDayStart } from '../../data/queries.ts'
import classes from './Experiments.module.css'
import { PastCoins } from './PastCoins.tsx'
import { PastExperiment } from './PastExperiment.tsx'
import { RunningCoins } from './RunningCoins.tsx'
import { RunningExperiment } from './RunningExperiment.tsx'

/** The experiment that is going on, for the top of the plan; nothing without one. */
export function CurrentExperiment() {
  const today = getToday(useNow(), useDayStart())
  const { data: experiments = [] } = useExperiments()
  const { data: coins = [] } = useCoinExperiments()
  const current = experiments.find(isCurrent)
  const currentCoins = coins.find(isCurrentCoins)
  return (
    <>
      {current !== undefined && <RunningExperiment key={current.id} experiment={current} today={today} />}
      {currentCoins !== undefined && <RunningCoins key={currentCoins.id} coins={currentCoins} />}
    </>
  )
}

/** Days for which a result counts as new. */
const NEWS_DAYS = 28

/** Past experiments, newest first; folded once their result is no longer new. */
export function PastExperiments() {
  const today = getToday(useNow(), useDayStart())
  const { data: experiments = [], error } = useExperiments()
  const { data: coins = [], error: coinError } = useCoinExperiments()
  const pastCoins = coins.flatMap(one =>
    one.actions.flatMap(({ result, ...subject }) => (result === null ? [] : [{ one, subject, result }])),
  )
  const past = experiments.filter(experiment => !isCurrent(experiment))
  const failure = error ?? coinError
  if (failure !== null) return <p role="alert">Your experiments could not be read. {failure.message}</p>
  const ends = [
    ...past.map(getEnd),
    ...pastCoins.map(({ one, result }) => result.settledOn ?? getEndDate(one)),
  ]
  const newest = ends.toSorted().at(-1)
  if (newest === undefined) return null
  return (
    <details className={classes.past} open={addDays(newest, NEWS_DAYS) >= today}>
      <summary>
        <h2>What your experiments have shown ({ends.length})</h2>
      </summary>
      <div className={classes.results}>
        {pastCoins.map(({ one, subject, result }) => (
          <PastCoins key={`${one.id} ${subject.action}`} coins={one} subject={subject} result={result} />
        ))}
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

/** True for an experiment with coins that goes on, or that was stopped today and can be resumed. */
const isCurrentCoins = ({ state, canResume, actions }: CoinView) =>
  state === 'upcoming' ||
  state === 'running' ||
  canResume ||
  (state === 'stopped' && actions.every(({ result }) => result === null))

const getEnd = ({ stop, lastDate }: ExperimentView): CalendarDate => stop?.on ?? lastDate

/** Read model of experiments with coins. */
import type { Warning } from '../../../shared/advice/warning-signs/warnings.ts'
import { type CoinExperiment, getLastNight } from '../../../shared/experiments/coin-experiment.ts'
import { type CoinView, isEveningOf, makeCoinView } from '../../../shared/experiments/coin-view.ts'
import { getLastAnswerableCrampDay } from '../../../shared/kinds/check-in.ts'
import type { Moment } from '../../../shared/time/moment.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import type { ExperimentViews } from './experiment-views.ts'

export type CoinViews = ReturnType<typeof createCoinViews>

export function createCoinViews({ coins }: JournalStore, experimentViews: ExperimentViews) {
  const { getNow, getToday, getLastEndedCrampDay, countCrampsIn, listGraveWarnings, findWarnedOn } =
    experimentViews

  function view(
    experiment: CoinExperiment,
    now: Moment,
    graveWarnings: readonly Warning[] = listGraveWarnings(now),
  ): CoinView {
    const today = getToday(now)
    return makeCoinView({
      experiment,
      answers: coins.listAnswers(experiment.id),
      cramps: countCrampsIn({ fromDate: experiment.firstDate, toDate: getLastNight(experiment) }),
      warnedOn: findWarnedOn(experiment, graveWarnings),
      today,
      isEvening: isEveningOf(today, now),
      lastEndedCrampDay: getLastEndedCrampDay(now),
      lastAnswerableNight: getLastAnswerableCrampDay(now),
    })
  }

  return {
    view,
    /** Lists the experiments, newest first. */
    list: (): CoinView[] => {
      const all = coins.list()
      if (all.length === 0) return []
      const now = getNow()
      const graveWarnings = listGraveWarnings(now)
      return all.map(experiment => view(experiment, now, graveWarnings))
    },
  }
}

/** Service of experiments with coins: throw, answer, stop. The read model is in `coin-views.ts`. */
import { isOwnKey } from '../../../shared/analysis/exposures/own-exposure.ts'
import { getCoinAction } from '../../../shared/experiments/coin-actions.ts'
import {
  type CoinAnswer,
  type CoinChoice,
  getLastNight,
  throwCoins,
} from '../../../shared/experiments/coin-experiment.ts'
import { type CoinView, getEndDate } from '../../../shared/experiments/coin-view.ts'
import { NOT_HARMLESS } from '../../../shared/experiments/own-action.ts'
import { ANSWERABLE_DAYS_BACK } from '../../../shared/experiments/schedule.ts'
import { createRandom } from '../../../shared/statistics/random.ts'
import { addDays, type CalendarDate } from '../../../shared/time/calendar-date.ts'
import type { Moment } from '../../../shared/time/moment.ts'
import { found, refuseIf } from '../../files/failures.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import type { CoinViews } from './coin-views.ts'
import { type ExperimentService, isCurrent, isNews, RECENT_DAYS } from './experiment-service.ts'
import type { ExperimentViews } from './experiment-views.ts'

type Answer = Pick<CoinAnswer, 'action'> & { readonly followed: boolean | null }

export interface CoinServiceDeps {
  readonly views: CoinViews
  readonly experimentViews: Pick<ExperimentViews, 'getNow' | 'getToday'>
  readonly experimentService: Pick<ExperimentService, 'plan' | 'getOwnAction'>
  readonly drawSeed: () => number
}

export function createCoinService(
  journal: JournalStore,
  { views, experimentViews: { getNow, getToday }, experimentService, drawSeed }: CoinServiceDeps,
) {
  const { coins, profile } = journal
  const get = (id: number) => found(coins.get(id), 'This experiment')
  const getView = (id: number, now: Moment) => views.view(get(id), now)

  /** Sentence with the reason why these actions cannot be tested now; null if they can. */
  function findObstacle({ actions: [first, ...others] }: CoinChoice): string | null {
    if (first === undefined) return null
    const { conditions } = profile.get()
    return [
      experimentService.plan(first).obstacle,
      ...others.map(action =>
        isOwnKey(action)
          ? experimentService.plan(action).obstacle
          : getCoinAction(action).findObstacle(conditions),
      ),
    ].reduce((obstacle, other) => obstacle ?? other)
  }

  return {
    list: (): CoinView[] => views.list(),

    /** Current or upcoming experiment, else one that ended by itself or by a warning within RECENT_DAYS. */
    getLatest: (): CoinView | null => {
      const now = getNow()
      const today = getToday(now)
      const latest = coins
        .list()
        .filter(one => one.stoppedOn === null && today <= addDays(getLastNight(one), RECENT_DAYS))
        .map(one => views.view(one, now))
      return (
        latest.find(isCurrent) ??
        latest.find(one => isNews(one, today) && today <= addDays(getEndDate(one), RECENT_DAYS)) ??
        null
      )
    },

    start: (choice: CoinChoice): CoinView =>
      journal.atomically(() => {
        const now = getNow()
        const obstacle = findObstacle(choice)
        refuseIf(obstacle === null ? [] : [{ field: 'actions', message: obstacle }])
        const ownKey = choice.actions.find(isOwnKey)
        refuseIf(
          ownKey === undefined || choice.own?.isHarmless === true
            ? []
            : [{ field: 'own', message: NOT_HARMLESS }],
        )
        const own =
          ownKey === undefined
            ? undefined
            : experimentService.getOwnAction(ownKey, choice.own?.change ?? 'do')
        const seed = drawSeed()
        const actions = throwCoins(choice, createRandom(seed), own)
        const firstDate = addDays(getToday(now), 1)
        return views.view(coins.add({ actions, firstDate, seed, createdAt: now.at }), now)
      }),

    /** Deletes an experiment whose first day has not begun. */
    withdraw: (id: number): void => {
      refuseIf(
        getView(id, getNow()).state === 'upcoming'
          ? []
          : [
              {
                field: 'id',
                message: 'This experiment has begun. You can stop it; its results so far are kept.',
              },
            ],
      )
      coins.remove(id)
    },

    answer: (id: number, date: CalendarDate, answers: readonly Answer[]): CoinView =>
      journal.atomically(() => {
        const now = getNow()
        const today = getToday(now)
        const experiment = get(id)
        const isAnswerable =
          views.view(experiment, now).stop === null &&
          date < today &&
          date >= addDays(today, -ANSWERABLE_DAYS_BACK) &&
          date >= experiment.firstDate &&
          date <= getLastNight(experiment)
        refuseIf(
          isAnswerable
            ? []
            : [{ field: 'date', message: 'This night can no longer be answered. That does no harm.' }],
        )
        refuseIf(
          answers
            .filter(given => experiment.actions.every(({ action }) => action !== given.action))
            .map(() => ({ field: 'answers', message: 'This is not part of your experiment.' })),
        )
        for (const given of answers) coins.answer(id, date, given, now.at)
        return views.view(experiment, now)
      }),

    stop: (id: number): CoinView => {
      const now = getNow()
      refuseIf(
        isCurrent(getView(id, now)) ? [] : [{ field: 'id', message: 'This experiment is already over.' }],
      )
      coins.setStop(id, getToday(now))
      return getView(id, now)
    },

    /** Reverts a stop of the same day. */
    resume: (id: number): CoinView => {
      const now = getNow()
      const { stop, canResume } = getView(id, now)
      refuseIf(
        stop === null || canResume
          ? []
          : [{ field: 'id', message: 'This experiment ended on an earlier day and cannot go on.' }],
      )
      coins.setStop(id, null)
      return getView(id, now)
    },
  }
}

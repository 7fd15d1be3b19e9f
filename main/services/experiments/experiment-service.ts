/** Experiment service: plan, randomise, answer, stop. The read model is in `experiment-views.ts`. */
import { randomInt } from 'node:crypto'
import { getFactorId, isOwnKey } from '../../../shared/analysis/exposures/own-exposure.ts'
import { coinActionIds, getCoinAction } from '../../../shared/experiments/coin-actions.ts'
import { type DesignName, designs, drawArms } from '../../../shared/experiments/design.ts'
import type { Experiment } from '../../../shared/experiments/experiment.ts'
import { computeCrampRate, RATE_DAYS } from '../../../shared/experiments/outcome.ts'
import {
  findFactorObstacle,
  makeOwnAction,
  type OwnAction,
  type OwnChange,
} from '../../../shared/experiments/own-action.ts'
import { type PlanSubject, planTrial, type TrialPlan } from '../../../shared/experiments/plan.ts'
import { getLastDate, listAnswerableDates } from '../../../shared/experiments/schedule.ts'
import { findObstacle, listDesigns, type TrialId, trials } from '../../../shared/experiments/trials.ts'
import type { ExperimentView } from '../../../shared/experiments/view.ts'
import { createRandom } from '../../../shared/statistics/random.ts'
import { addDays, type CalendarDate } from '../../../shared/time/calendar-date.ts'
import type { Moment } from '../../../shared/time/moment.ts'
import { found, refuseIf } from '../../files/failures.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import type { CoinViews } from './coin-views.ts'
import type { ExperimentViews } from './experiment-views.ts'

/** Number of possible seeds. */
const SEEDS = 2 ** 32
/** Days for which Today shows an experiment that has ended; longer than its last answers are accepted. */
export const RECENT_DAYS = 7

export type ExperimentService = ReturnType<typeof createExperimentService>

/** Draws a seed from the operating system's random generator. */
export const drawRandomSeed = (): number => randomInt(SEEDS)

/** @param drawSeed overridden in tests only, to fix the seed */
export function createExperimentService(
  journal: JournalStore,
  views: ExperimentViews,
  coinViews: Pick<CoinViews, 'list'>,
  drawSeed: () => number,
) {
  const { experiments, ownFactors, profile } = journal
  const { getNow, getToday, getLastEndedCrampDay, countCrampsIn, listGraveWarnings, view } = views

  const getView = (id: number, now: Moment) => view(found(experiments.get(id), 'This experiment'), now)

  /**
   * Current or upcoming experiment, else one that finished or was stopped by a warning within RECENT_DAYS; without its
   * result.
   */
  function findLatest(now: Moment): ExperimentView | undefined {
    const today = getToday(now)
    const latest = experiments
      .list()
      .filter(experiment => isRecent(experiment, today))
      .map(experiment => view(experiment, now, { withResult: false }))
    return latest.find(isCurrent) ?? latest.find(view => isNews(view, today))
  }

  /** The own factor that a key names; undefined once it is deleted. */
  const findFactor = (subject: PlanSubject) => ownFactors.list().find(({ id }) => id === getFactorId(subject))

  /** Words of an own factor's action. @throws CallFailure once the factor is deleted */
  const getOwnAction = (subject: PlanSubject, change: OwnChange): OwnAction =>
    makeOwnAction(found(findFactor(subject), 'This thing of your own'), change)

  function plan(subject: PlanSubject, now: Moment, change: OwnChange = 'do'): TrialPlan {
    const last = getLastEndedCrampDay(now)
    const rate = computeCrampRate(countCrampsIn({ fromDate: addDays(last, 1 - RATE_DAYS), toDate: last }))
    const { conditions } = profile.get()
    const companions = coinActionIds.filter(action => getCoinAction(action).findObstacle(conditions) === null)
    const obstacle = findStartObstacle(subject, now)
    const own = isOwnKey(subject) && { own: getOwnAction(subject, change) }
    return planTrial({ subject, ...own, obstacle, rate, companions, today: getToday(now) })
  }

  function findStartObstacle(subject: PlanSubject, now: Moment): string | null {
    const latest = findLatest(now)
    if ((latest !== undefined && isCurrent(latest)) || coinViews.list().some(isCurrent))
      return 'Another experiment is under way. Two at once would blur each other.'
    if (listGraveWarnings(now).some(({ acknowledgedAt }) => acknowledgedAt === null))
      return 'A warning card is waiting for you. Please read it and deal with it first.'
    if (!isOwnKey(subject)) return findObstacle(trials[subject], profile.get().conditions)
    const factor = findFactor(subject)
    return factor === undefined ? null : findFactorObstacle(factor)
  }

  return {
    list: (): ExperimentView[] => views.list(),
    getLatest: (): ExperimentView | null => findLatest(getNow()) ?? null,
    plan: (subject: PlanSubject, change?: OwnChange): TrialPlan => plan(subject, getNow(), change),
    getOwnAction,

    /** Draws the order of the conditions, once. */
    start: (subject: TrialId, name: DesignName): ExperimentView =>
      journal.atomically(() => {
        const now = getNow()
        const { obstacle, firstDate } = plan(subject, now)
        refuseIf(obstacle === null ? [] : [{ field: 'subject', message: obstacle }])
        refuseIf(
          listDesigns(trials[subject]).includes(name)
            ? []
            : [{ field: 'design', message: 'This plan does not suit what you want to try. Choose another.' }],
        )
        const [design, seed] = [designs[name], drawSeed()]
        const arms = [...drawArms(design, createRandom(seed))]
        return view(experiments.add({ subject, design, firstDate, seed, arms, createdAt: now.at }), now)
      }),
    /** Deletes an experiment whose first period has not begun. */
    withdraw: (id: number): void => {
      const { state } = getView(id, getNow())
      refuseIf(
        state === 'upcoming'
          ? []
          : [
              {
                field: 'id',
                message: 'This experiment has begun. You can stop it; its results so far are kept.',
              },
            ],
      )
      experiments.remove(id)
    },
    /** @param kept null removes the answer */
    answerDay: (id: number, date: CalendarDate, kept: boolean | null): ExperimentView => {
      const now = getNow()
      const experiment = found(experiments.get(id), 'This experiment')
      const isAnswerable =
        view(experiment, now, { withResult: false }).stop === null &&
        listAnswerableDates(experiment, getToday(now)).includes(date)
      refuseIf(
        isAnswerable
          ? []
          : [
              {
                field: 'date',
                message: 'This day can no longer be answered. It is left out, which does no harm.',
              },
            ],
      )
      experiments.answer(id, date, kept, now.at)
      return getView(id, now)
    },
    stop: (id: number): ExperimentView => {
      const now = getNow()
      refuseIf(
        isCurrent(getView(id, now)) ? [] : [{ field: 'id', message: 'This experiment is already over.' }],
      )
      experiments.setStop(id, getToday(now))
      return getView(id, now)
    },
    /** Reverts a stop of the same day. */
    resume: (id: number): ExperimentView => {
      const now = getNow()
      const { stop, canResume } = getView(id, now)
      refuseIf(
        stop === null || canResume
          ? []
          : [{ field: 'id', message: 'This experiment ended on an earlier day and cannot go on.' }],
      )
      experiments.setStop(id, null)
      return getView(id, now)
    },
  }
}

export const isCurrent = ({ state }: Pick<ExperimentView, 'state'>) =>
  state === 'upcoming' || state === 'running'

/** True for an end that the person did not cause: the regular one, or a stop by a warning. */
export function isNews(
  { state, stop }: Pick<ExperimentView, 'state' | 'stop'>,
  today: CalendarDate,
): boolean {
  if (stop === null) return state === 'finished'
  return stop.because === 'warning' && today <= addDays(stop.on, RECENT_DAYS)
}

/** True if it is under way or has just ended by its dates. A cheap filter before the views are built. */
function isRecent(experiment: Experiment, today: CalendarDate): boolean {
  return experiment.stoppedOn === null && today <= addDays(getLastDate(experiment), RECENT_DAYS)
}

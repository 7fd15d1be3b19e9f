/** Read model of experiments: state, warnings, and the result where it may be shown. */
import type { Warning } from '../../../shared/advice/warning-signs/warnings.ts'
import { createDiary } from '../../../shared/analysis/diary-of-journal.ts'
import { analyseExperiment, type ExperimentResult } from '../../../shared/experiments/analysis.ts'
import type { Experiment } from '../../../shared/experiments/experiment.ts'
import { type CrampCounts, countCramps } from '../../../shared/experiments/outcome.ts'
import { getLastDate } from '../../../shared/experiments/schedule.ts'
import { type ExperimentView, makeExperimentView } from '../../../shared/experiments/view.ts'
import type { Period } from '../../../shared/kinds/period.ts'
import { addDays, type CalendarDate } from '../../../shared/time/calendar-date.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { crampDay, journalDay, type Moment } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import { getPeriodBounds } from '../../store/period-bounds.ts'
import type { WarningService } from '../warnings/warning-service.ts'

export type ExperimentViews = ReturnType<typeof createExperimentViews>

export interface ViewOptions {
  /** Emergency and same-day cards, if the caller has loaded them already. */
  readonly graveWarnings?: readonly Warning[]
  /** Computes the results, which is slow; default true. */
  readonly withResult?: boolean
}

export function createExperimentViews(journal: JournalStore, clock: Clock, warnings: WarningService) {
  const { experiments, entries, checkIns, profile } = journal
  const getNow = () => momentOfInstant(clock.now(), clock.timeZone())
  const getToday = (now: Moment) => journalDay(now, profile.get().dayStartMinutes)
  const getLastEndedCrampDay = (now: Moment) => addDays(crampDay(now), -1)

  /** Cramps per date, for the dates that are known. */
  function countCrampsIn({ fromDate, toDate }: Period): CrampCounts {
    const counts = countCramps(
      createDiary({
        entries: entries.listBetween(...getPeriodBounds({ fromDate, toDate })),
        checkIns: checkIns.listAround({ fromDate, toDate }),
        dayStartMinutes: profile.get().dayStartMinutes,
        shoes: [],
        offWeekdays: profile.get().offWeekdays,
        timeZone: clock.timeZone(),
      }),
    )
    // The loaded period extends to noon on either side.
    return new Map(Array.from(counts).filter(([date]) => fromDate <= date && date <= toDate))
  }

  /** Cache of results by experiment id, with the input as key: a permutation test draws thousands of orders. */
  const results = new Map<number, { readonly basis: string; readonly result: ExperimentResult }>()

  function analyse(experiment: Experiment): ExperimentResult {
    const days = experiments.listDays(experiment.id)
    const cramps = countCrampsIn({ fromDate: experiment.firstDate, toDate: getLastDate(experiment) })
    const basis = JSON.stringify([experiment, days, Array.from(cramps)])
    const known = results.get(experiment.id)
    if (known?.basis === basis) return known.result
    const result = analyseExperiment(experiment, days, cramps)
    results.set(experiment.id, { basis, result })
    return result
  }

  /**
   * Cards that stop an experiment or prevent its start. Listing re-evaluates every rule, so it is done once for all
   * experiments.
   */
  const listGraveWarnings = (now: Moment) =>
    warnings.list(now.at).filter(({ level }) => level === 'emergency' || level === 'same-day')

  /** Date of the first card since an experiment was started; null without one. */
  function findWarnedOn(
    { createdAt }: Pick<Experiment, 'createdAt'>,
    graveWarnings: readonly Warning[],
  ): CalendarDate | null {
    const dates = graveWarnings
      .filter(({ raisedAt }) => raisedAt >= createdAt)
      .map(({ raisedAt }) => getToday(momentOfInstant(raisedAt, clock.timeZone())))
    return dates.toSorted()[0] ?? null
  }

  function view(
    experiment: Experiment,
    now: Moment,
    { graveWarnings = listGraveWarnings(now), withResult = true }: ViewOptions = {},
  ): ExperimentView {
    return makeExperimentView({
      experiment,
      days: experiments.listDays(experiment.id),
      warnedOn: findWarnedOn(experiment, graveWarnings),
      today: getToday(now),
      lastEndedCrampDay: getLastEndedCrampDay(now),
      analyse: withResult ? analyse : null,
    })
  }

  return {
    getNow,
    getToday,
    getLastEndedCrampDay,
    countCrampsIn,
    listGraveWarnings,
    findWarnedOn,
    view,
    /** Lists the experiments, newest first. */
    list: ({ withResult = true }: Pick<ViewOptions, 'withResult'> = {}): ExperimentView[] => {
      const all = experiments.list()
      if (all.length === 0) return []
      const now = getNow()
      const graveWarnings = listGraveWarnings(now)
      return all.map(experiment => view(experiment, now, { graveWarnings, withResult }))
    },
  }
}

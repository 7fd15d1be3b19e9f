/** Findings of the open journal: analysed once for each revision, cramp-day and filter, and stored when the job ends. */
import type { ComparedDays } from '../../../shared/analysis/compared-days.ts'
import {
  type CrampFilter,
  everyCramp,
  getFilterKey,
  isEveryCramp,
} from '../../../shared/analysis/cramp-filter.ts'
import type { ExposureKey } from '../../../shared/analysis/exposures/exposures.ts'
import type { FindingChecks, FoundFindings } from '../../../shared/analysis/finding.ts'
import { getShownLook } from '../../../shared/analysis/findings.ts'
import { isEstimateShown, listJudged } from '../../../shared/analysis/suspects.ts'
import { wasPatternFound } from '../../../shared/analysis/verdict.ts'
import { dayNumber } from '../../../shared/time/calendar-date.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { crampDay, type Moment } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import type { RunOptions } from '../../jobs/job.ts'
import type { BusyRetry } from '../../store/busy-retry.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import type { WarningService } from '../warnings/warning-service.ts'
import type { AnalysisWork } from './analysis-work.ts'
import type { FindingsOutcome } from './diary-findings.ts'

export interface FindingsDeps {
  /** The journal's file. */
  readonly path: string
  readonly clock: Clock
  readonly analysis: Pick<AnalysisWork, 'findFindings' | 'findChecks' | 'countComparedDays'>
  readonly busyRetry: BusyRetry
  readonly warnings: Pick<WarningService, 'reviewRecent'>
}

export interface FindingsService {
  /**
   * The findings up to the current cramp-day.
   *
   * @throws JobCancelled when `signal` says so; or what the analysis failed with, and asking again tries again
   */
  find(filter: CrampFilter, options?: RunOptions): Promise<FoundFindings>
  /** Sensitivity analyses of one finding; null below its minimum data. @throws as `find` */
  findChecks(key: ExposureKey, filter: CrampFilter, options?: RunOptions): Promise<FindingChecks | null>
  /** Days that each exposure can be compared on. @throws as `find` */
  countComparedDays(options?: RunOptions): Promise<ComparedDays[]>
}

/** @param report called with an error that must not keep the findings back */
export function createFindingsService(
  journal: JournalStore,
  { path, clock, analysis, busyRetry, warnings }: FindingsDeps,
  report: (error: unknown) => void = console.error,
): FindingsService {
  const { profile, getRevision, analysisOutcome, suspects, checkpoints } = journal
  /** Results for one revision, by cramp-day and filter. */
  let known = { revision: '', found: new Map<string, FoundFindings>() }

  /**
   * Stores whether anything was found, and reviews the cards: the warning rules read it and cannot wait for an analysis.
   * Stores whose estimate was shown too, since a suspect named later counts from then on, and on which checkpoint a look was
   * spent, with its results. Most often all is known already, and no lock is needed, which an import may hold for seconds.
   */
  async function storeOutcome({ found, results }: FindingsOutcome, now: Moment): Promise<void> {
    const { findings } = found.findings
    try {
      const outcome = wasPatternFound(findings)
      const known = suspects.listShown()
      const shown = findings
        .filter(isEstimateShown)
        .map(({ key }) => key)
        .filter(key => !known.has(key))
      const isNewOutcome = outcome !== analysisOutcome.get()
      const look = getShownLook({ findings })
      const isNewLook = look !== null && !checkpoints.listLooks().includes(look)
      if (!isNewOutcome && !isNewLook && results === null && shown.length === 0) return
      await busyRetry.run(() =>
        journal.writeDerived(() => {
          suspects.markShown(shown)
          if (isNewLook) checkpoints.addShown({ lastDate: look, shownAt: now.at })
          if (results !== null) checkpoints.replaceResults(results)
          if (!isNewOutcome) return
          analysisOutcome.set(outcome)
          warnings.reviewRecent(now)
        }),
      )
    } catch (error) {
      report(error)
    }
  }

  /** The diary that every analysis reads. */
  function describeDiary(filter: CrampFilter) {
    const { offWeekdays, dayStartMinutes } = profile.get()
    return { path, revision: getRevision(), offWeekdays, dayStartMinutes, timeZone: clock.timeZone(), filter }
  }

  return {
    async find(filter, options = {}) {
      const diary = describeDiary(filter)
      const { revision, timeZone } = diary
      const now = momentOfInstant(clock.now(), timeZone)
      const today = dayNumber(crampDay(now))
      if (known.revision !== revision) known = { revision, found: new Map() }
      const { found } = known
      const key = `${timeZone} ${today} ${getFilterKey(filter)}`
      const result = found.get(key)
      if (result !== undefined) return result
      // From the first moment on: loading the diary of ten years takes long.
      options.onProgress?.(0, 0)
      const input = {
        ...diary,
        today,
        suspects: listJudged(suspects.list()),
        looks: checkpoints.listLooks(),
      }
      return analysis.findFindings(
        input,
        async outcome => {
          found.set(key, outcome.found)
          if (isEveryCramp(filter)) await storeOutcome(outcome, now)
        },
        options,
      )
    },
    findChecks: async (key, filter, options = {}) =>
      analysis.findChecks({ ...describeDiary(filter), key }, options),
    countComparedDays: async (options = {}) => analysis.countComparedDays(describeDiary(everyCramp), options),
  }
}

import { DAYS_ASKED_BACK, findGaps } from '../../../shared/analysis/gaps.ts'
import type { Handlers } from '../../../shared/contract.ts'
import { getLastAnswerableCrampDay } from '../../../shared/kinds/check-in.ts'
import type { Entry } from '../../../shared/kinds/entry.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { journalDay, type Moment } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { createWarningService } from '../../services/warnings/warning-service.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import { getPeriodBounds } from '../../store/period-bounds.ts'

/**
 * What every screen shows of this moment.
 *
 * @param report where an error is written down that must not keep the answer back
 */
export function createNowHandlers(
  journal: JournalStore,
  clock: Clock,
  report: (error: unknown) => void = console.error,
): Pick<Handlers, 'getNow'> {
  const { entries, crampState, checkIns, profile } = journal
  const watch = createWarningService(journal)

  /**
   * Reviews the cards as time goes on: a cramp can go on for too long, and a rate can end, without anything being saved.
   * A card that cannot be stored must not take the running clock off the screen; the next call raises it again.
   */
  function reviewIfPossible(ongoing: Entry | undefined, now: Moment) {
    try {
      if (ongoing !== undefined) watch.review(ongoing, now)
      watch.settleRates(now.at)
    } catch (error) {
      report(error)
    }
  }

  return {
    getNow: () => {
      const now = momentOfInstant(clock.now(), clock.timeZone())
      const { dayStartMinutes, trackedKinds } = profile.get()
      const today = journalDay(now, dayStartMinutes)
      const asked = { fromDate: addDays(today, -DAYS_ASKED_BACK - 1), toDate: today }
      const ongoingId = crampState.getOngoingId()
      const ongoing = ongoingId === undefined ? undefined : entries.get(ongoingId)
      reviewIfPossible(ongoing, now)
      return {
        ongoing: ongoing ?? null,
        unfinished: crampState.listUnfinishedIds().flatMap(id => entries.get(id) ?? []),
        lastSites: crampState.getLastSites(),
        warnings: watch.listOpen(now.at),
        mayTellStatinTrials: watch.mayTellStatinTrials(now.at),
        gaps: findGaps({
          today,
          lastCrampDay: getLastAnswerableCrampDay(now),
          trackedKinds,
          dayStartMinutes,
          entries: entries.listBetween(...getPeriodBounds(asked)),
          checkIns: checkIns.listAround(asked),
          firstDate: entries.getFirstDate(),
        }),
      }
    },
  }
}

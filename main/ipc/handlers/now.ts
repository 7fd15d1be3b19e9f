import { DAYS_ASKED_BACK, findGaps } from '../../../shared/analysis/gaps.ts'
import { computeRecentNights, NIGHTS_BACK } from '../../../shared/analysis/recent-nights.ts'
import type { Handlers } from '../../../shared/contract.ts'
import { getLastAnswerableCrampDay } from '../../../shared/kinds/check-in.ts'
import { asksAboutReminder } from '../../../shared/kinds/reminder.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { crampDay, journalDay } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import type { Services } from '../../services/services.ts'
import { getPeriodBounds } from '../../store/period-bounds.ts'

/** State of the current moment, as every screen shows it. */
export function createNowHandlers({
  store,
  clock,
  warnings,
}: Services): Pick<Handlers, 'getNow' | 'getRecentNights'> {
  const { entries, crampState, checkIns, profile } = store
  return {
    getNow: () => {
      const now = momentOfInstant(clock.now(), clock.timeZone())
      const person = profile.get()
      const { dayStartMinutes, trackedKinds } = person
      const firstDate = entries.getFirstDate()
      const today = journalDay(now, dayStartMinutes)
      const asked = { fromDate: addDays(today, -DAYS_ASKED_BACK - 1), toDate: today }
      const ongoingId = crampState.getOngoingId()
      const ongoing = ongoingId === undefined ? undefined : entries.get(ongoingId)
      return {
        ongoing: ongoing ?? null,
        unfinished: crampState.listUnfinishedIds().flatMap(id => entries.get(id) ?? []),
        lastSites: crampState.getLastSites(),
        warnings: warnings.listOpen(now.at),
        mayTellStatinTrials: warnings.mayTellStatinTrials(now.at),
        gaps: findGaps({
          today,
          lastCrampDay: getLastAnswerableCrampDay(now),
          trackedKinds,
          dayStartMinutes,
          entries: entries.listBetween(...getPeriodBounds(asked)),
          checkIns: checkIns.listAround(asked),
          firstDate,
        }),
        asksAboutReminder: asksAboutReminder(person, firstDate, today),
      }
    },
    getRecentNights: () => {
      const now = momentOfInstant(clock.now(), clock.timeZone())
      const current = crampDay(now)
      const period = { fromDate: addDays(current, -NIGHTS_BACK), toDate: addDays(current, 1) }
      const lastId = crampState.getLastId()
      const lastCramp = lastId === undefined ? undefined : entries.get(lastId)
      return computeRecentNights({
        now,
        cramps: entries.listOfKind('cramp', ...getPeriodBounds(period)),
        lastCramp: lastCramp?.kind === 'cramp' ? lastCramp : null,
        checkIns: checkIns.listAround(period),
        firstDate: entries.getFirstDate(),
      })
    },
  }
}

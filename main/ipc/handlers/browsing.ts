/** The whole journal at a look: finding, deleting and bringing back many entries at a time, and a year of cramp-days. */
import { listCrampDaysOfYear, periodOfYear } from '../../../shared/analysis/cramp-calendar.ts'
import type { Handlers } from '../../../shared/contract.ts'
import type { browsingCalls } from '../../../shared/search/search-calls.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { found } from '../../files/failures.ts'
import { restoreUnlessConflicting } from '../../services/entries/conflicts.ts'
import type { WarningService } from '../../services/warnings/warning-service.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import { getPeriodBounds } from '../../store/period-bounds.ts'

type BrowsingCalls = Pick<Handlers, keyof typeof browsingCalls>

export function createBrowsingHandlers(
  journal: JournalStore,
  clock: Clock,
  warnings: WarningService,
): BrowsingCalls {
  const { entries, search, trash, checkIns } = journal

  /** Does it to every entry, or to none. */
  function toAll(ids: readonly number[], act: () => boolean): void {
    journal.atomically(() => {
      found(act() || undefined, ids.length === 1 ? 'This entry' : 'One of these entries')
    })
  }

  return {
    findEntries: ({ filter, dayStartMinutes }) => search.find(filter, dayStartMinutes),
    getEntries: ({ ids }) => ids.flatMap(id => entries.get(id) ?? []),

    deleteEntries: ({ ids }) => {
      const now = momentOfInstant(clock.now(), clock.timeZone())
      journal.atomically(() => {
        toAll(ids, () => trash.putAll(ids, now.at))
        // Not entry by entry, of which there may be thousands.
        warnings.reviewRecent(now)
      })
      return {}
    },

    restoreEntries: ({ ids }) => {
      journal.atomically(() => {
        // The last that went is the first to come back, so that each finds the journal as it left it.
        toAll(ids, () =>
          trash.takeOutAll(ids.toReversed(), id => restoreUnlessConflicting(journal, id) !== undefined),
        )
        warnings.reviewRecent(momentOfInstant(clock.now(), clock.timeZone()))
      })
      return {}
    },

    eraseEntries: ({ ids }) => {
      toAll(ids, () => trash.eraseAll(ids))
      journal.emptyLog()
      return {}
    },

    listTrash: () => ({ ids: trash.listIds() }),
    getDeletedEntries: ({ ids }) => ids.flatMap(id => trash.get(id) ?? []),

    getCrampCalendar: ({ year }) => {
      const period = periodOfYear(year)
      const firstDate = entries.getFirstDate()
      return {
        year,
        // Its first morning may belong to the last cramp-day of the year before.
        firstYear: firstDate === null ? null : Number(addDays(firstDate, -1).slice(0, 4)),
        days: listCrampDaysOfYear(
          year,
          entries.listOfKind('cramp', ...getPeriodBounds(period)),
          checkIns.list(period.fromDate, period.toDate),
        ),
      }
    },
  }
}

/** Calls of the Journal screen: search, many entries at a time, the trash, and a year of cramp-days. */
import { listCrampDaysOfYear, periodOfYear } from '../../../shared/analysis/cramp-calendar.ts'
import type { Handlers } from '../../../shared/contract.ts'
import { isPositiveAnswer } from '../../../shared/kinds/own-factor.ts'
import type { searchCalls } from '../../../shared/search/search-calls.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { journalDay, journalDayBounds } from '../../../shared/time/moment.ts'
import type { Services } from '../../services/services.ts'
import { getPeriodBounds } from '../../store/period-bounds.ts'

type BrowsingCalls = Pick<Handlers, keyof typeof searchCalls>

export function createBrowsingHandlers({ store, entryService }: Services): BrowsingCalls {
  const { entries, search, trash, checkIns } = store
  return {
    findEntries: ({ filter, dayStartMinutes }) => search.find(filter, dayStartMinutes),
    getEntries: ({ ids }) => ids.flatMap(id => entries.get(id) ?? []),

    deleteEntries: ({ ids }) => {
      entryService.deleteAll(ids)
      return {}
    },
    restoreEntries: ({ ids }) => {
      entryService.restoreAll(ids)
      return {}
    },
    eraseEntries: ({ ids }) => {
      entryService.eraseAll(ids)
      return {}
    },

    listTrash: () => ({ ids: trash.listIds() }),
    getDeletedEntries: ({ ids }) => ids.flatMap(id => trash.get(id) ?? []),

    getCrampCalendar: ({ year }) => {
      const period = periodOfYear(year)
      const firstDate = entries.getFirstDate()
      return {
        year,
        // The first morning may belong to the last cramp-day of the previous year.
        firstYear: firstDate === null ? null : Number(addDays(firstDate, -1).slice(0, 4)),
        days: listCrampDaysOfYear(
          year,
          entries.listOfKind('cramp', ...getPeriodBounds(period)),
          checkIns.list(period.fromDate, period.toDate),
        ),
      }
    },

    listFactorDates: ({ factorId, year, dayStartMinutes }) => {
      const { fromDate, toDate } = periodOfYear(year)
      const { fromWallMs } = journalDayBounds(fromDate, dayStartMinutes)
      const { toWallMs } = journalDayBounds(toDate, dayStartMinutes)
      const answers = entries.listOfKind('own-factor', fromWallMs, toWallMs)
      return [
        ...new Set(
          answers
            .filter(answer => answer.factorId === factorId && isPositiveAnswer(answer))
            .map(answer => journalDay(answer, dayStartMinutes)),
        ),
      ]
    },
  }
}

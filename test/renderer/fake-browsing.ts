/** What the fake journal answers the Journal screen: a search by plain substrings, and a trash. */
import { listCrampDaysOfYear } from '../../shared/analysis/cramp-calendar.ts'
import type { Handlers } from '../../shared/contract.ts'
import type { CheckIn } from '../../shared/kinds/check-in.ts'
import type { Entry } from '../../shared/kinds/entry.ts'
import type { EntryFilter } from '../../shared/search/entry-filter.ts'
import type { browsingCalls, DeletedEntry } from '../../shared/search/search-calls.ts'
import type { CalendarDate } from '../../shared/time/calendar-date.ts'
import { journalDay, wallClockMs } from '../../shared/time/moment.ts'

/** The fake journal's state, which deleting changes. */
export interface FakeState {
  entries: Entry[]
  trash: DeletedEntry[]
}

type BrowsingHandlers = Pick<Handlers, keyof typeof browsingCalls>

export function createFakeBrowsing(
  state: FakeState,
  now: () => number,
  getCheckIns: () => readonly CheckIn[],
): BrowsingHandlers {
  const hasId = (ids: readonly number[]) => (entry: Entry) => ids.includes(entry.id)
  return {
    findEntries: ({ filter, dayStartMinutes }) => {
      const dayOf = (entry: Entry) => journalDay(entry, dayStartMinutes)
      const found = state.entries
        .filter(entry => isLetThrough(entry, dayOf(entry), filter))
        .toSorted((a, b) => wallClockMs(b) - wallClockMs(a) || b.id - a.id)
      const days = Map.groupBy(found, dayOf)
      return {
        ids: found.map(({ id }) => id),
        days: Array.from(days, ([date, { length: count }]) => ({ date, count })),
      }
    },
    getEntries: ({ ids }) => state.entries.filter(hasId(ids)),
    deleteEntries: ({ ids }) => {
      const deleted = state.entries.filter(hasId(ids)).map(entry => ({ entry, deletedAt: now() }))
      state.trash = [...deleted, ...state.trash]
      state.entries = state.entries.filter(entry => !ids.includes(entry.id))
      return {}
    },
    restoreEntries: ({ ids }) => {
      const restored = state.trash.map(({ entry }) => entry).filter(hasId(ids))
      state.entries = [...state.entries, ...restored]
      state.trash = state.trash.filter(({ entry }) => !ids.includes(entry.id))
      return {}
    },
    eraseEntries: ({ ids }) => {
      state.trash = state.trash.filter(({ entry }) => !ids.includes(entry.id))
      return {}
    },
    listTrash: () => ({ ids: state.trash.map(({ entry }) => entry.id) }),
    getDeletedEntries: ({ ids }) => state.trash.filter(({ entry }) => ids.includes(entry.id)),
    getCrampCalendar: ({ year }) => ({
      year,
      firstYear: 2025,
      days: listCrampDaysOfYear(
        year,
        state.entries.filter(entry => entry.kind === 'cramp'),
        getCheckIns(),
      ),
    }),
  }
}

function isLetThrough(entry: Entry, date: CalendarDate, filter: EntryFilter): boolean {
  const { text, kinds, muscle, side, fromDate, toDate } = filter
  const isAtSite =
    (muscle === null && side === null) ||
    (entry.kind === 'cramp' &&
      entry.sites.some(
        site =>
          (muscle === null || site.muscle === muscle) &&
          (side === null || [side, 'both'].includes(site.side)),
      ))
  return (
    isAtSite &&
    entry.note.includes(text) &&
    (kinds.length === 0 || kinds.includes(entry.kind)) &&
    (fromDate === null || date >= fromDate) &&
    (toDate === null || date <= toDate)
  )
}

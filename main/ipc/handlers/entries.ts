import type { Handlers } from '../../../shared/contract.ts'
import { getClassesTakenWithin } from '../../../shared/kinds/medication-courses.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { journalDayBounds } from '../../../shared/time/moment.ts'
import type { Services } from '../../services/services.ts'

type EntryCalls = Pick<
  Handlers,
  | 'getDay'
  | 'addEntry'
  | 'addEntries'
  | 'changeEntry'
  | 'deleteEntry'
  | 'listMedication'
  | 'restoreEntry'
  | 'setCheckIn'
>

export function createEntryHandlers({ store, clock, entryService }: Services): EntryCalls {
  const { entries, shoes, shoesWorn, checkIns, factorCheckIns, usuals } = store
  return {
    getDay: ({ date, dayStartMinutes }) => {
      const { fromWallMs, toWallMs } = journalDayBounds(date, dayStartMinutes)
      const wearingId = shoesWorn.getWearingId(clock.now())
      const medication = entries.listOfKind('medication', Number.MIN_SAFE_INTEGER, toWallMs)
      return {
        date,
        entries: entries.listBetween(fromWallMs, toWallMs),
        // Includes the cramp-day that began the day before: it ends at noon of this date, and is asked about here.
        checkIns: checkIns
          .list(addDays(date, -1), date)
          .filter(checkIn => checkIn.date === date || checkIn.kind === 'cramp'),
        factorCheckIns: factorCheckIns.list(date, date),
        shoes: shoes.list(),
        wearing: wearingId === undefined ? null : (entries.get(wearingId) ?? null),
        usualDrinks: usuals.listDrinks(toWallMs),
        usualShoeIds: usuals.listShoeIds(toWallMs),
        usualStretch: usuals.getStretchBeforeBed(toWallMs),
        usualAmounts: usuals.listAmounts(toWallMs),
        medicines: [...getClassesTakenWithin(medication, { fromWallMs, toWallMs })],
      }
    },
    listMedication: () =>
      entries
        .listOfKind('medication', Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
        .sort((a, b) => a.at - b.at || a.id - b.id),

    addEntry: entryService.add,
    addEntries: entryService.addAll,
    changeEntry: ({ id, draft }) => entryService.change(id, draft),
    deleteEntry: ({ id }) => {
      entryService.delete(id)
      return {}
    },
    restoreEntry: ({ id }) => entryService.restore(id),
    setCheckIn: ({ complete, ...checkIn }) => {
      entryService.setCheckIn(checkIn, complete)
      return {}
    },
  }
}

import type { FieldProblem, Handlers } from '../../../shared/contract.ts'
import { findCheckInProblems } from '../../../shared/kinds/check-in.ts'
import { findDayProblems } from '../../../shared/kinds/day-limits.ts'
import type { Entry, EntryDraft } from '../../../shared/kinds/entry.ts'
import { findTimeProblems } from '../../../shared/kinds/entry-time.ts'
import { getClassesTakenWithin } from '../../../shared/kinds/medication-courses.ts'
import type { MedicineClass } from '../../../shared/kinds/medicines.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { journalDayBounds, MS_PER_DAY, type WallHours, wallClockMs } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { found, refuseIf } from '../../files/failures.ts'
import { type Conflict, findConflict, restoreUnlessConflicting } from '../../services/entries/conflicts.ts'
import type { WarningService } from '../../services/warnings/warning-service.ts'
import type { JournalStore } from '../../store/journal-store.ts'

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

const conflictProblems: Record<Conflict, FieldProblem> = {
  'running-clock': {
    field: 'ongoing',
    message: 'The clock of another cramp is running. End that one first.',
  },
  'same-day': { field: 'at', message: 'There is already an entry for this day. Change that one.' },
  'same-night': { field: 'at', message: 'There is already an entry for this night. Change that one.' },
}

export function createEntryHandlers(
  journal: JournalStore,
  clock: Clock,
  warnings: WarningService,
): EntryCalls {
  const { entries, trash, shoes, shoesWorn, checkIns, usuals } = journal

  /** Stores, and asks the warning rules about what was stored: both, or neither, so that no card is ever lost. */
  function storeAndReview(store: () => Entry | undefined): Entry {
    return journal.atomically(() => {
      const stored = found(store(), 'This entry')
      warnings.review(stored, momentOfInstant(clock.now(), clock.timeZone()))
      return stored
    })
  }

  /** Whether a drink can be against that cramp. One that is in the trash by now is still what it was drunk against. */
  function canRelieve(crampId: number, drinkId: number | undefined): boolean {
    const drink = drinkId === undefined ? undefined : entries.get(drinkId)
    return entries.get(crampId)?.kind === 'cramp' || (drink?.kind === 'fluid' && drink.reliefOf === crampId)
  }

  /** Refuses what cannot be beside the rest of the journal; `id` is the entry's own, if it has one already. */
  function refuseImpossible(draft: EntryDraft, id?: number) {
    const wallMs = wallClockMs(draft)
    const near = entries.listBetween(wallMs - 2 * MS_PER_DAY, wallMs + 2 * MS_PER_DAY)
    refuseIf([
      ...findTimeProblems(draft, clock.now()),
      ...findDayProblems(
        draft,
        near.filter(other => other.id !== id),
      ),
    ])
    if (draft.kind === 'footwear' && !shoes.has(draft.shoeId))
      refuseIf([{ field: 'shoeId', message: 'This shoe is not in the closet. Choose another one.' }])
    const conflict = findConflict(journal, draft, id)
    if (conflict !== null) refuseIf([conflictProblems[conflict]])
    if (draft.kind === 'fluid' && draft.reliefOf !== null && !canRelieve(draft.reliefOf, id))
      refuseIf([
        { field: 'reliefOf', message: 'The cramp this was drunk against is no longer in the journal.' },
      ])
  }

  function addEntry(draft: EntryDraft): Entry {
    refuseImpossible(draft)
    return storeAndReview(() => {
      const stored = entries.add(draft, clock.now())
      if (stored.kind === 'footwear' && stored.takenOffAt === null) shoesWorn.takeOffBefore(stored)
      return stored
    })
  }

  function listMedicines(hours: WallHours): MedicineClass[] {
    const changes = entries.listOfKind('medication', Number.MIN_SAFE_INTEGER, hours.toWallMs)
    return [...getClassesTakenWithin(changes, hours)]
  }

  return {
    getDay: ({ date, dayStartMinutes }) => {
      const { fromWallMs, toWallMs } = journalDayBounds(date, dayStartMinutes)
      const wearingId = shoesWorn.getWearingId(clock.now())
      return {
        date,
        entries: entries.listBetween(fromWallMs, toWallMs),
        // The cramp-day that began the day before ends at noon of this one, and is asked about here.
        checkIns: checkIns
          .list(addDays(date, -1), date)
          .filter(checkIn => checkIn.date === date || checkIn.kind === 'cramp'),
        shoes: shoes.list(),
        wearing: wearingId === undefined ? null : (entries.get(wearingId) ?? null),
        usualDrinks: usuals.listDrinks(toWallMs),
        usualShoeIds: usuals.listShoeIds(toWallMs),
        usualStretch: usuals.getStretchBeforeBed(toWallMs),
        medicines: listMedicines({ fromWallMs, toWallMs }),
      }
    },

    addEntry,

    // Each is judged beside those before it, which are in the journal by then.
    addEntries: drafts => journal.atomically(() => drafts.map(addEntry)),

    changeEntry: ({ id, draft }) => {
      refuseImpossible(draft, id)
      return storeAndReview(() => {
        if (draft.kind !== 'footwear') return entries.change(id, draft, clock.now())
        shoesWorn.keepOwnEnd(id, draft.takenOffAt)
        // What it took off was taken off when this one was put on, whenever that is now said to have been.
        shoesWorn.putBackOn(id)
        const stored = entries.change(id, draft, clock.now())
        shoesWorn.takeOffAgain(id)
        return stored
      })
    },

    listMedication: () =>
      entries
        .listOfKind('medication', Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
        .sort((a, b) => a.at - b.at || a.id - b.id),

    deleteEntry: ({ id }) => {
      journal.atomically(() => {
        const deleted = found(trash.put(id, clock.now()), 'This entry')
        warnings.reviewWithout(deleted, momentOfInstant(clock.now(), clock.timeZone()))
      })
      return {}
    },

    restoreEntry: ({ id }) => storeAndReview(() => restoreUnlessConflicting(journal, id)),

    setCheckIn: ({ complete, ...checkIn }) => {
      const now = momentOfInstant(clock.now(), clock.timeZone())
      journal.atomically(() => {
        if (complete) {
          refuseIf(findCheckInProblems(checkIn, now))
          checkIns.give(checkIn, now.at)
        } else checkIns.takeBack(checkIn)
        // A day without a cramp is what the cramps of other days are counted against.
        if (checkIn.kind === 'cramp') warnings.reviewRecent(now)
      })
      return {}
    },
  }
}

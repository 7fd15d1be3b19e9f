/** Entry service: validates against the rest of the journal, stores, and reviews the warning rules. */
import type { FieldProblem } from '../../../shared/contract.ts'
import { type CheckIn, findCheckInProblems } from '../../../shared/kinds/check-in.ts'
import { findDayProblems } from '../../../shared/kinds/day-limits.ts'
import type { Entry, EntryDraft } from '../../../shared/kinds/entry.ts'
import { findTimeProblems } from '../../../shared/kinds/entry-time.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { MS_PER_DAY, wallClockMs } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { found, refuseIf } from '../../files/failures.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import type { WarningService } from '../warnings/warning-service.ts'
import { createActivityWearings, getWearing } from './activity-wearings.ts'
import { type Conflict, findConflict, restoreUnlessConflicting } from './conflicts.ts'
import { findReferenceProblems } from './references.ts'

const conflictProblems: Record<Conflict, FieldProblem> = {
  'running-clock': {
    field: 'ongoing',
    message: 'The clock of another cramp is running. End that one first.',
  },
  'same-day': { field: 'at', message: 'There is already an entry for this day. Change that one.' },
  'same-night': { field: 'at', message: 'There is already an entry for this night. Change that one.' },
  'same-answer': { field: 'at', message: 'There is already an answer for this day. Change that one.' },
  'same-name': { field: 'factorId', message: 'Another of your own things has this name now.' },
}

export type EntryService = ReturnType<typeof createEntryService>

/** Each function is one transaction; on CallFailure it is rolled back. */
export function createEntryService(store: JournalStore, clock: Clock, warnings: WarningService) {
  const { entries, trash, shoesWorn, ownFactors, ownThings, checkIns, sources } = store
  const wearings = createActivityWearings(store)
  const getMoment = () => momentOfInstant(clock.now(), clock.timeZone())

  /** Stores an entry and reviews it in the same transaction, so that a crash cannot lose a warning card. */
  function storeAndReview(write: () => Entry | undefined): Entry {
    return store.atomically(() => {
      const stored = found(write(), 'This entry')
      warnings.review(stored, getMoment())
      return stored
    })
  }

  /** True if a drink may refer to that cramp. A cramp in the trash is accepted when the drink refers to it already. */
  function canRelieve(crampId: number, drinkId: number | undefined): boolean {
    const drink = drinkId === undefined ? undefined : entries.get(drinkId)
    return entries.get(crampId)?.kind === 'cramp' || (drink?.kind === 'fluid' && drink.reliefOf === crampId)
  }

  /**
   * @param id id of the draft if it is stored already
   * @throws CallFailure naming the field that conflicts with the rest of the journal
   */
  function refuseImpossible(draft: EntryDraft, id?: number): void {
    const wallMs = wallClockMs(draft)
    const near = entries.listBetween(wallMs - 2 * MS_PER_DAY, wallMs + 2 * MS_PER_DAY)
    // A stored time stays valid when the clock is set back: otherwise a running cramp could not be ended.
    const isStoredTime = id !== undefined && entries.get(id)?.at === draft.at
    refuseIf([
      ...findTimeProblems(draft, clock.now()).filter(({ field }) => field !== 'at' || !isStoredTime),
      ...findDayProblems(
        draft,
        near.filter(other => other.id !== id),
      ),
    ])
    refuseIf(findReferenceProblems(store, draft))
    if (draft.kind === 'activity') {
      const wearing = getWearing(draft)
      if (wearing !== null && findTimeProblems(wearing, clock.now()).length > 0)
        refuseIf([{ field: 'shoeId', message: 'The activity is not over yet. Pick the shoe when it is.' }])
    }
    const conflict = findConflict(store, draft, id)
    if (conflict !== null) refuseIf([conflictProblems[conflict]])
    if (draft.kind === 'fluid' && draft.reliefOf !== null && !canRelieve(draft.reliefOf, id))
      refuseIf([
        { field: 'reliefOf', message: 'The cramp this was drunk against is no longer in the journal.' },
      ])
  }

  function add(draft: EntryDraft): Entry {
    refuseImpossible(draft)
    return storeAndReview(() => {
      const stored = entries.add(draft, clock.now())
      if (stored.kind === 'footwear' && stored.takenOffAt === null) shoesWorn.takeOffBefore(stored)
      wearings.write(stored, clock.now())
      return stored
    })
  }

  /** @param act returns false when an entry was not found */
  function toAll(ids: readonly number[], act: () => boolean): void {
    store.atomically(() => {
      found(act() || undefined, ids.length === 1 ? 'This entry' : 'One of these entries')
    })
  }

  /** Adds or removes check-ins: all of them, or none. */
  function setCheckIns(changed: readonly CheckIn[], complete: boolean): void {
    const now = getMoment()
    store.atomically(() => {
      for (const checkIn of changed)
        if (complete) {
          refuseIf(findCheckInProblems(checkIn, now))
          checkIns.give(checkIn, now.at)
        } else checkIns.takeBack(checkIn)
      // A day without cramps changes the rates that the rules compare.
      if (changed.some(({ kind }) => kind === 'cramp')) warnings.reviewRecent(now)
    })
  }

  return {
    add,

    /** Validates each draft with the earlier ones stored already. */
    addAll: (drafts: readonly EntryDraft[]): Entry[] => store.atomically(() => drafts.map(add)),

    change: (id: number, draft: EntryDraft): Entry => {
      refuseImpossible(draft, id)
      return storeAndReview(() => {
        if (draft.kind !== 'footwear') {
          const before = entries.get(id)
          const changed = entries.change(id, draft, clock.now())
          if (changed !== undefined) wearings.change(before, changed, clock.now())
          return changed
        }
        shoesWorn.keepOwnEnd(id, draft.takenOffAt)
        // Undone before the change and redone after it: the previous shoe is then taken off at the new time.
        shoesWorn.putBackOn(id)
        const stored = entries.change(id, draft, clock.now())
        shoesWorn.takeOffAgain(id)
        return stored
      })
    },

    /** Moves an entry to the trash. */
    delete: (id: number): void =>
      store.atomically(() => {
        const deleted = found(trash.put(id, clock.now()), 'This entry')
        wearings.remove(deleted, clock.now())
        warnings.reviewWithout(deleted, getMoment())
      }),

    /** Restores an entry from the trash. */
    restore: (id: number): Entry =>
      storeAndReview(() => {
        const restored = restoreUnlessConflicting(store, id)
        if (restored !== undefined) wearings.write(restored, clock.now())
        return restored
      }),

    /** Moves all of them to the trash, or none. @param deletedAt UTC milliseconds */
    deleteAll: (ids: readonly number[], deletedAt = clock.now()): void =>
      store.atomically(() => {
        const now = getMoment()
        const withShoe = wearings.listWithShoe(ids)
        toAll(ids, () => trash.putAll(ids, deletedAt))
        for (const entry of withShoe) wearings.remove(entry, deletedAt)
        // A single review: there may be thousands of entries.
        warnings.reviewRecent(now)
      }),

    /** Restores all of them from the trash, or none. */
    restoreAll: (ids: readonly number[]): void =>
      store.atomically(() => {
        // Reverse order of deletion: each finds the state it was deleted from.
        toAll(ids, () =>
          trash.takeOutAll(ids.toReversed(), id => restoreUnlessConflicting(store, id) !== undefined),
        )
        for (const entry of wearings.listWithShoe(ids)) wearings.write(entry, clock.now())
        warnings.reviewRecent(getMoment())
      }),

    /** Deletes all of them permanently, or none; also from the WAL. */
    eraseAll: (ids: readonly number[]): void => {
      toAll(ids, () => {
        sources.rememberErased(ids)
        const isErased = trash.eraseAll(ids)
        ownFactors.eraseUnused()
        ownThings.eraseDeleted()
        sources.eraseRemoved()
        sources.eraseRuns()
        return isErased
      })
      store.emptyLog()
    },

    setCheckIn: (checkIn: CheckIn, complete: boolean): void => setCheckIns([checkIn], complete),
    setCheckIns,
  }
}

/** Entries written, changed, deleted and restored: judged beside the rest of the journal, stored, and reviewed for warnings. */
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
import { type Conflict, findConflict, restoreUnlessConflicting } from './conflicts.ts'

const conflictProblems: Record<Conflict, FieldProblem> = {
  'running-clock': {
    field: 'ongoing',
    message: 'The clock of another cramp is running. End that one first.',
  },
  'same-day': { field: 'at', message: 'There is already an entry for this day. Change that one.' },
  'same-night': { field: 'at', message: 'There is already an entry for this night. Change that one.' },
}

/** Every function is one transaction, and throws CallFailure with nothing stored. */
export function createEntryService(store: JournalStore, clock: Clock, warnings: WarningService) {
  const { entries, trash, shoes, shoesWorn, checkIns } = store
  const getMoment = () => momentOfInstant(clock.now(), clock.timeZone())

  /** Stores an entry and reviews it in the same transaction, so that no card is ever lost. */
  function storeAndReview(write: () => Entry | undefined): Entry {
    return store.atomically(() => {
      const stored = found(write(), 'This entry')
      warnings.review(stored, getMoment())
      return stored
    })
  }

  /** Whether a drink may name that cramp. A cramp in the trash is still the one that the drink was against. */
  function canRelieve(crampId: number, drinkId: number | undefined): boolean {
    const drink = drinkId === undefined ? undefined : entries.get(drinkId)
    return entries.get(crampId)?.kind === 'cramp' || (drink?.kind === 'fluid' && drink.reliefOf === crampId)
  }

  /**
   * @param id the draft's own id, if it is stored already
   * @throws CallFailure naming the field, when the rest of the journal excludes the draft
   */
  function refuseImpossible(draft: EntryDraft, id?: number): void {
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
      return stored
    })
  }

  /** @param act returns false when one of the entries is not there */
  function toAll(ids: readonly number[], act: () => boolean): void {
    store.atomically(() => {
      found(act() || undefined, ids.length === 1 ? 'This entry' : 'One of these entries')
    })
  }

  return {
    add,

    /** Each draft is judged beside those before it, which are stored by then. */
    addAll: (drafts: readonly EntryDraft[]): Entry[] => store.atomically(() => drafts.map(add)),

    change: (id: number, draft: EntryDraft): Entry => {
      refuseImpossible(draft, id)
      return storeAndReview(() => {
        if (draft.kind !== 'footwear') return entries.change(id, draft, clock.now())
        shoesWorn.keepOwnEnd(id, draft.takenOffAt)
        // The shoes that it took off get the new time at which it was put on.
        shoesWorn.putBackOn(id)
        const stored = entries.change(id, draft, clock.now())
        shoesWorn.takeOffAgain(id)
        return stored
      })
    },

    /** Puts an entry into the trash. */
    delete: (id: number): void =>
      store.atomically(() => {
        const deleted = found(trash.put(id, clock.now()), 'This entry')
        warnings.reviewWithout(deleted, getMoment())
      }),

    /** Takes an entry out of the trash. */
    restore: (id: number): Entry => storeAndReview(() => restoreUnlessConflicting(store, id)),

    /** Puts all of them into the trash, or none. */
    deleteAll: (ids: readonly number[]): void =>
      store.atomically(() => {
        const now = getMoment()
        toAll(ids, () => trash.putAll(ids, now.at))
        // Not entry by entry, of which there may be thousands.
        warnings.reviewRecent(now)
      }),

    /** Takes all of them out of the trash, or none. */
    restoreAll: (ids: readonly number[]): void =>
      store.atomically(() => {
        // In reverse order of deletion, so that each finds the journal as it left it.
        toAll(ids, () =>
          trash.takeOutAll(ids.toReversed(), id => restoreUnlessConflicting(store, id) !== undefined),
        )
        warnings.reviewRecent(getMoment())
      }),

    /** Removes all of them from the trash for good, or none; also from SQLite's log. */
    eraseAll: (ids: readonly number[]): void => {
      toAll(ids, () => trash.eraseAll(ids))
      store.emptyLog()
    },

    /** Gives a check-in, or takes it back. */
    setCheckIn: (checkIn: CheckIn, complete: boolean): void => {
      const now = getMoment()
      store.atomically(() => {
        if (complete) {
          refuseIf(findCheckInProblems(checkIn, now))
          checkIns.give(checkIn, now.at)
        } else checkIns.takeBack(checkIn)
        // The cramps of other days are counted against the days without one.
        if (checkIn.kind === 'cramp') warnings.reviewRecent(now)
      })
    },
  }
}

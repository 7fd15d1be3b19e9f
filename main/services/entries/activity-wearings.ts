/**
 * Wearing of the shoe that is picked for an activity: written, moved, deleted and brought back with it.
 *
 *     activity     at |------ durationMinutes ------|
 *     wearing      at |-----------------------------| takenOffAt
 *
 * The wearing is found again by shoe, start and end. One that the person has changed since is found no more: it is theirs,
 * and stays as it is.
 */
import type { Entry, EntryOf } from '../../../shared/kinds/entry.ts'
import type { FootwearDraft } from '../../../shared/kinds/footwear.ts'
import { MS_PER_MINUTE } from '../../../shared/time/moment.ts'
import type { JournalStore } from '../../store/journal-store.ts'

type Activity = Pick<EntryOf<'activity'>, 'at' | 'offsetMinutes' | 'durationMinutes' | 'shoeId'>

/** Wearing of an activity's shoe; null without a shoe. */
export function getWearing({ at, offsetMinutes, durationMinutes, shoeId }: Activity) {
  if (shoeId === null) return null
  const takenOffAt = at + durationMinutes * MS_PER_MINUTE
  return { kind: 'footwear', at, offsetMinutes, note: '', shoeId, takenOffAt } satisfies FootwearDraft
}

export function createActivityWearings(store: JournalStore) {
  const { entries, trash, shoesWorn, activityWearings } = store

  /** Writes the wearing, or brings the deleted one back. A shoe that is on is taken off then. */
  function write(entry: Entry, now: number): void {
    const draft = entry.kind === 'activity' ? getWearing(entry) : null
    if (draft === null || activityWearings.find(draft) !== undefined) return
    const deleted = activityWearings.findDeleted(draft)
    if (deleted === undefined) shoesWorn.takeOffBefore(entries.add(draft, now))
    else trash.takeOut(deleted)
  }

  function remove(entry: Entry | undefined, now: number): void {
    const draft = entry?.kind === 'activity' ? getWearing(entry) : null
    const id = draft === null ? undefined : activityWearings.find(draft)
    if (id !== undefined) trash.put(id, now)
  }

  /** Moves the wearing with a changed activity, or writes or removes it with its shoe. */
  function change(before: Entry | undefined, after: Entry, now: number): void {
    if (before?.kind !== 'activity' || after.kind !== 'activity') return
    const [old, draft] = [getWearing(before), getWearing(after)]
    if (JSON.stringify(old) === JSON.stringify(draft)) return
    const id = old === null ? undefined : activityWearings.find(old)
    if (draft === null) remove(before, now)
    else if (id === undefined) {
      // The wearing was deleted or changed by hand: only another shoe is a reason to write one.
      if (before.shoeId !== after.shoeId) write(after, now)
    } else {
      shoesWorn.putBackOn(id)
      const stored = entries.change(id, draft, now)
      if (stored !== undefined) shoesWorn.takeOffBefore(stored)
    }
  }

  return {
    write,
    remove,
    change,
    /** The same for many entries, of which those that are activities with a shoe matter. */
    listWithShoe: (ids: readonly number[]): Entry[] =>
      activityWearings.listWithShoe(ids).flatMap(id => entries.get(id) ?? []),
  }
}

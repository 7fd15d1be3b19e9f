/** Deleting and merging shoes, with the way back. Each function is one transaction. */
import type { Shoe } from '../../../shared/kinds/footwear.ts'
import { found, refuseIf } from '../../files/failures.ts'
import type { JournalStore } from '../../store/journal-store.ts'

const WHAT = 'This shoe'

export function createClosetService(store: JournalStore) {
  const { shoes } = store
  return {
    /** @throws CallFailure while wearings name the shoe, also those in the trash: they could come back */
    delete: (id: number): void =>
      store.atomically(() => {
        const { wearings, inTrash } = shoes.countWearings(id)
        if (wearings > 0) refuseIf([{ field: 'id', message: writeRefusal(wearings, inTrash) }])
        const activities = shoes.countActivities(id)
        if (activities > 0) {
          const names = activities === 1 ? '1 activity names it' : `${activities} activities name it`
          refuseIf([{ field: 'id', message: `${names}. Put it away instead.` }])
        }
        found(shoes.delete(id) || undefined, WHAT)
      }),

    /** Moves the entries that name a shoe to another one and deletes it. @returns the ids of the moved entries */
    merge: (id: number, into: number): number[] =>
      store.atomically(() => {
        if (id === into) refuseIf([{ field: 'into', message: 'Choose another shoe.' }])
        if (!shoes.has(into)) refuseIf([{ field: 'into', message: 'That shoe is no longer in the closet.' }])
        const moved = shoes.moveEntries(id, into)
        found(shoes.delete(id) || undefined, WHAT)
        return moved
      }),

    /** Undoes `delete`, and `merge` with the entries that it moved. */
    restore: (shoe: Shoe, entryIds: readonly number[]): Shoe =>
      store.atomically(() => {
        if (shoes.has(shoe.id))
          refuseIf([{ field: 'shoe.id', message: 'This shoe is in the closet already.' }])
        if (!shoes.wasGiven(shoe.id))
          refuseIf([{ field: 'shoe.id', message: 'This shoe never was in the closet.' }])
        shoes.addArchived(shoe, true)
        shoes.giveEntries(entryIds, shoe.id)
        return shoe
      }),
  }
}

/** @example '3 wearings name it, 1 of them in the trash. Put it away instead.' */
function writeRefusal(wearings: number, inTrash: number): string {
  const names = wearings === 1 ? '1 wearing names it' : `${wearings} wearings name it`
  if (inTrash === 0) return `${names}. Put it away instead.`
  if (inTrash === wearings) return `${names}, in the trash. Erase that first, or put the shoe away.`
  return `${names}, ${inTrash} of them in the trash. Put it away instead.`
}

import { draftOf, type EntryOf } from '../../shared/journal/entry.ts'
import type { EntryReading } from '../../shared/quick-add/reading.ts'
import { useOfferUndo } from '../components/Undo.tsx'
import { useAddEntry, useChangeEntry, useDeleteEntry } from '../queries.ts'

export interface Store {
  /**
   * Stores what was read, with the way back.
   *
   * @param name what the message calls the entry
   * @param before the entry that is changed; null for a new one
   * @throws JournalError when it was not stored
   */
  readonly store: (reading: EntryReading, name: string, before: EntryOf<'footwear'> | null) => Promise<void>
  readonly isStoring: boolean
}

export function useStore(): Store {
  const addEntry = useAddEntry()
  const changeEntry = useChangeEntry()
  const deleteEntry = useDeleteEntry()
  const offerUndo = useOfferUndo()
  return {
    store: async ({ draft, changes }, name, before) => {
      if (changes !== null && before !== null) {
        await changeEntry.mutateAsync({ id: changes, draft })
        offerUndo({
          message: `Took off ${name}.`,
          undo: () => changeEntry.mutateAsync({ id: changes, draft: draftOf(before) }),
          undone: 'It is back to how it was.',
        })
        return
      }
      const { id } = await addEntry.mutateAsync(draft)
      offerUndo({
        message: `Logged ${name}.`,
        undo: () => deleteEntry.mutateAsync(id),
        undone: `Took back ${name}.`,
      })
    },
    isStoring: addEntry.isPending || changeEntry.isPending,
  }
}

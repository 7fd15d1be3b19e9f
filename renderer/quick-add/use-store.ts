import type { CheckedDay } from '../../shared/kinds/check-in.ts'
import { draftOf, type EntryOf } from '../../shared/kinds/entry.ts'
import type { CheckedFactor, EntryReading } from '../../shared/quick-add/reading.ts'
import {
  useAddEntries,
  useAddEntry,
  useChangeEntry,
  useDayStart,
  useDeleteEntry,
  useSetCheckIn,
  useSetFactorCheckIn,
} from '../data/queries.ts'
import { useDeleteEntries } from '../data/search-queries.ts'
import { useOfferUndo } from '../ui/components/Undo.tsx'

export interface Store {
  /**
   * Stores what was read, with the way back.
   *
   * @param name what the message calls the entry
   * @param before the entry that is changed; null for a new one
   * @throws JournalError when it was not stored
   */
  readonly store: (reading: EntryReading, name: string, before: EntryOf<'footwear'> | null) => Promise<void>
  /** Stores several new entries, all or none, with one way back. */
  readonly storeAll: (readings: readonly EntryReading[], names: readonly string[]) => Promise<void>
  /** @param name what the message calls it: "No cramp, Thu noon to Fri noon" */
  readonly storeCheckIn: (checkIn: CheckedDay | CheckedFactor, name: string) => Promise<void>
  readonly isStoring: boolean
}

export function useStore(): Store {
  const addEntry = useAddEntry()
  const changeEntry = useChangeEntry()
  const deleteEntry = useDeleteEntry()
  const addEntries = useAddEntries()
  const deleteEntries = useDeleteEntries()
  const setCheckIn = useSetCheckIn()
  const setFactorCheckIn = useSetFactorCheckIn()
  const dayStartMinutes = useDayStart()
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
    storeAll: async (readings, names) => {
      const stored = await addEntries.mutateAsync(readings.map(({ draft }) => draft))
      offerUndo({
        message: `Logged ${names.join(' and ')}.`,
        undo: () => deleteEntries.mutateAsync(stored.map(({ id }) => id)),
        undone: `Took back ${names.join(' and ')}.`,
      })
    },
    storeCheckIn: async (checked, name) => {
      const set = (complete: boolean) =>
        'kind' in checked
          ? setCheckIn.mutateAsync({ ...checked, dayStartMinutes, complete })
          : setFactorCheckIn.mutateAsync({ ...checked, dayStartMinutes, complete })
      await set(true)
      offerUndo({
        message: `${name}.`,
        undo: () => set(false),
        undone: 'It is unanswered again.',
      })
    },
    isStoring: [setCheckIn, setFactorCheckIn, addEntries, addEntry, changeEntry].some(
      ({ isPending }) => isPending,
    ),
  }
}

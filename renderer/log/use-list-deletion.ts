/** Deleting several entries together, with the way back. */
import { useDeleteEntries, useRestoreEntries } from '../data/search-queries.ts'
import { showError } from '../ui/components/messages.ts'
import { useOfferUndo } from '../ui/components/Undo.tsx'

/** @returns deletes entries all together; resolves to whether they are in the trash now */
export function useListDeletion(): (ids: readonly number[], name: string) => Promise<boolean> {
  const deleteEntries = useDeleteEntries()
  const restoreEntries = useRestoreEntries()
  const offerUndo = useOfferUndo()
  return async (ids, name) => {
    try {
      await deleteEntries.mutateAsync(ids)
    } catch (error) {
      showError(error)
      return false
    }
    offerUndo({
      message: `Deleted ${name}.`,
      undo: () => restoreEntries.mutateAsync(ids),
      undone: `Brought back ${name}.`,
    })
    return true
  }
}

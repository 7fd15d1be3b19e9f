/** Changes of the person's own drinks, activities, reliefs and symptoms, each with the way back. */
import { draftOfThing, type OwnThing } from '../../shared/kinds/own-thing.ts'
import { useChangeOwnThing, useDeleteOwnThing, useRestoreOwnThing } from '../data/queries.ts'
import { showError } from '../ui/components/messages.ts'
import { useOfferUndo } from '../ui/components/Undo.tsx'

/** Deletes a thing that no entry names, and offers to bring it back. */
export function useDeleteFromList(): (thing: OwnThing) => Promise<void> {
  const remove = useDeleteOwnThing()
  const restore = useRestoreOwnThing()
  const offerUndo = useOfferUndo()
  return async ({ id, name }) => {
    try {
      await remove.mutateAsync(id)
      offerUndo({
        message: `Deleted ${name}.`,
        undo: () => restore.mutateAsync(id),
        undone: `Brought back ${name}.`,
      })
    } catch (error) {
      showError(error)
    }
  }
}

/** Archives a thing, or offers it again: its entries stay as they are. */
export function useArchiveFromList(): (thing: OwnThing) => Promise<void> {
  const change = useChangeOwnThing()
  const offerUndo = useOfferUndo()
  return async thing => {
    const { id, name, archived } = thing
    const draft = draftOfThing(thing)
    try {
      await change.mutateAsync({ id, draft: { ...draft, archived: !archived } })
      offerUndo({
        message: archived ? `${name} is offered again.` : `Archived ${name}. Its entries stay.`,
        undo: () => change.mutateAsync({ id, draft }),
        undone: 'It is back to how it was.',
      })
    } catch (error) {
      showError(error)
    }
  }
}

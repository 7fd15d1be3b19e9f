/** Changes of the person's own factors, each with the way back. */
import type { OwnFactor } from '../../shared/kinds/own-factor.ts'
import { useChangeOwnFactor, useDeleteOwnFactor, useRestoreOwnFactor } from '../data/queries.ts'
import { showError } from '../ui/components/messages.ts'
import { useOfferUndo } from '../ui/components/Undo.tsx'

/** Deletes an own factor with its answers, and offers to bring them back. */
export function useDeleteOwnThing(): (factor: OwnFactor) => Promise<void> {
  const deleteFactor = useDeleteOwnFactor()
  const restoreFactor = useRestoreOwnFactor()
  const offerUndo = useOfferUndo()
  return async ({ id, name }) => {
    try {
      await deleteFactor.mutateAsync(id)
      offerUndo({
        message: `Deleted ${name} and its answers.`,
        undo: () => restoreFactor.mutateAsync(id),
        undone: `Brought back ${name}.`,
      })
    } catch (error) {
      showError(error)
    }
  }
}

/** Archives an own factor, or brings it back: it is asked about no more, and its answers stay. */
export function useArchiveOwnThing(): (factor: OwnFactor) => Promise<void> {
  const change = useChangeOwnFactor()
  const offerUndo = useOfferUndo()
  return async factor => {
    const { name, archived } = factor
    try {
      await change.mutateAsync({ ...factor, archived: !archived })
      offerUndo({
        message: archived ? `You follow ${name} again.` : `Archived ${name}. Its answers stay.`,
        undo: () => change.mutateAsync(factor),
        undone: 'It is back to how it was.',
      })
    } catch (error) {
      showError(error)
    }
  }
}

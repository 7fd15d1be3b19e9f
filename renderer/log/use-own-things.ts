/** Changes of the person's own factors, each with the way back. */
import type { FactorCheckIn, OwnFactor } from '../../shared/kinds/own-factor.ts'
import { isolate } from '../../shared/locale/bidi.ts'
import {
  useChangeOwnFactor,
  useDeleteOwnFactor,
  useRestoreOwnFactor,
  useSetFactorCheckIn,
} from '../data/queries.ts'
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

/** Says that there was none of an own factor on a day, or takes that back. */
export function useFactorCheckIn(): {
  readonly set: (factor: OwnFactor, checkIn: FactorCheckIn, complete: boolean) => Promise<void>
  readonly isPending: boolean
} {
  const setCheckIn = useSetFactorCheckIn()
  const offerUndo = useOfferUndo()
  return {
    set: async ({ name }, checkIn, complete) => {
      try {
        await setCheckIn.mutateAsync({ ...checkIn, complete })
        offerUndo({
          message: complete ? `${isolate(name)}: none.` : `${isolate(name)} is unanswered again.`,
          undo: () => setCheckIn.mutateAsync({ ...checkIn, complete: !complete }),
          undone: 'It is back to how it was.',
        })
      } catch (error) {
        showError(error)
      }
    },
    isPending: setCheckIn.isPending,
  }
}

/** The person's word that a kind is complete for a day, given and taken back, each time with the way back. */
import type { CheckIn } from '../../shared/kinds/check-in.ts'
import { useSetCheckIn } from '../data/queries.ts'
import { showError } from '../ui/components/messages.ts'
import { useOfferUndo } from '../ui/components/Undo.tsx'

export interface CheckInAnswers {
  /** @param message what to say once it is stored */
  readonly give: (checkIn: CheckIn, message: string) => Promise<void>
  readonly takeBack: (checkIn: CheckIn, message: string) => Promise<void>
  readonly isPending: boolean
}

export function useCheckIn(): CheckInAnswers {
  const setCheckIn = useSetCheckIn()
  const offerUndo = useOfferUndo()

  async function answer(checkIn: CheckIn, complete: boolean, message: string) {
    try {
      await setCheckIn.mutateAsync({ ...checkIn, complete })
      offerUndo({
        message,
        undo: () => setCheckIn.mutateAsync({ ...checkIn, complete: !complete }),
        undone: complete ? 'It is unanswered again.' : 'It is back to how it was.',
      })
    } catch (error) {
      showError(error)
    }
  }

  return {
    give: (checkIn, message) => answer(checkIn, true, message),
    takeBack: (checkIn, message) => answer(checkIn, false, message),
    isPending: setCheckIn.isPending,
  }
}

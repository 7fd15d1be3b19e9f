import { isCurrent, type Naming } from '../../shared/analysis/suspects.ts'
import { useNameSuspect, useNamings, useWithdrawSuspect } from '../data/suspect-queries.ts'
import { showError } from '../ui/components/messages.ts'
import { useOfferUndo } from '../ui/components/Undo.tsx'
import { getSuspectName } from './suspect-words.ts'

export interface Suspects {
  /** Oldest naming first. */
  readonly current: readonly Naming[]
  /** Withdrawn suspects that are judged as before. */
  readonly keepingShare: readonly Naming[]
  readonly isPending: boolean
  /** @returns sentence of a refusal; null once it is stored */
  readonly name: (exposure: string) => Promise<string | null>
  readonly withdraw: (exposure: string) => Promise<void>
}

/** The suspects, with naming and withdrawing that can be undone; null until they have loaded. */
export function useSuspects(): Suspects | null {
  const { data: namings } = useNamings()
  const naming = useNameSuspect()
  const withdrawal = useWithdrawSuspect()
  const offerUndo = useOfferUndo()
  if (namings === undefined) return null
  return {
    current: namings.filter(isCurrent),
    keepingShare: namings.filter(one => !isCurrent(one) && one.keepsShare),
    isPending: naming.isPending || withdrawal.isPending,
    async name(exposure) {
      try {
        await naming.mutateAsync(exposure)
      } catch (error) {
        return error instanceof Error ? error.message : String(error)
      }
      offerUndo({
        message: `Named: ${getSuspectName(exposure)}.`,
        undo: () => withdrawal.mutateAsync(exposure),
        undone: 'It is no longer among your suspects.',
      })
      return null
    },
    async withdraw(exposure) {
      try {
        await withdrawal.mutateAsync(exposure)
        offerUndo({
          message: `Removed: ${getSuspectName(exposure)}.`,
          undo: () => naming.mutateAsync(exposure),
          undone: 'It is back among your suspects.',
        })
      } catch (error) {
        showError(error)
      }
    },
  }
}

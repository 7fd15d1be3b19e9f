import { isCurrent, type Naming } from '../../shared/analysis/suspects.ts'
import { useOwnFactors } from '../data/queries.ts'
import { useNameSuspect, useNamings, useWithdrawSuspect } from '../data/suspect-queries.ts'
import { showError } from '../ui/components/messages.ts'
import { useOfferUndo } from '../ui/components/Undo.tsx'
import { listSuspectChoices } from './suspect-words.ts'

export interface Suspects {
  /** Oldest naming first. */
  readonly current: readonly Naming[]
  /** Withdrawn suspects that are judged as before. */
  readonly keepingShare: readonly Naming[]
  /** Everything that can be named. */
  readonly choices: ReturnType<typeof listSuspectChoices>
  /** Name of a suspect by its exposure's key; the key itself for one that this version does not know. */
  readonly getName: (exposure: string) => string
  readonly isPending: boolean
  /** @returns sentence of a refusal; null once it is stored */
  readonly name: (exposure: string) => Promise<string | null>
  readonly withdraw: (exposure: string) => Promise<void>
}

/** The suspects, with naming and withdrawing that can be undone; null until they have loaded. */
export function useSuspects(): Suspects | null {
  const { data: namings } = useNamings()
  const { data: factors } = useOwnFactors()
  const naming = useNameSuspect()
  const withdrawal = useWithdrawSuspect()
  const offerUndo = useOfferUndo()
  if (namings === undefined || factors === undefined) return null
  const choices = listSuspectChoices(factors)
  const getName = (exposure: string) => choices.find(({ value }) => value === exposure)?.label ?? exposure
  return {
    current: namings.filter(isCurrent),
    keepingShare: namings.filter(one => !isCurrent(one) && one.keepsShare),
    choices,
    getName,
    isPending: naming.isPending || withdrawal.isPending,
    async name(exposure) {
      try {
        await naming.mutateAsync(exposure)
      } catch (error) {
        return error instanceof Error ? error.message : String(error)
      }
      offerUndo({
        message: `Named: ${getName(exposure)}.`,
        undo: () => withdrawal.mutateAsync(exposure),
        undone: 'It is no longer among your suspects.',
      })
      return null
    },
    async withdraw(exposure) {
      try {
        await withdrawal.mutateAsync(exposure)
        offerUndo({
          message: `Removed: ${getName(exposure)}.`,
          undo: () => naming.mutateAsync(exposure),
          undone: 'It is back among your suspects.',
        })
      } catch (error) {
        showError(error)
      }
    },
  }
}

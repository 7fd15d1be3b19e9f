/**
 * The cramp of "cramp now" while the journal cannot store it, kept on this computer through closing and restarts: when
 * it began cannot be told again.
 */
import { z } from 'zod'
import { crampDraft } from '../../shared/kinds/cramp.ts'
import { idField } from '../../shared/kinds/schemas.ts'
import { useStatus } from '../data/queries.ts'

const unstoredCramp = z.strictObject({
  /** Null until the journal has stored it for the first time. */
  id: idField.nullable(),
  draft: crampDraft,
  /** Why it could not be stored; null while that has not been tried. */
  failure: z.string().nullable(),
})
export type UnstoredCramp = z.infer<typeof unstoredCramp>

export interface KeptCramp {
  readonly read: () => UnstoredCramp | null
  readonly keep: (cramp: UnstoredCramp) => void
  readonly forget: () => void
}

function createKeptCramp(key: string): KeptCramp {
  return {
    read: () => {
      try {
        return unstoredCramp.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data ?? null
      } catch {
        return null
      }
    },
    keep: cramp => {
      try {
        localStorage.setItem(key, JSON.stringify(cramp))
      } catch {
        // No room here either. The page still holds it for as long as it is open, and says that it is not stored.
      }
    },
    forget: () => localStorage.removeItem(key),
  }
}

const cramps = { own: createKeptCramp('unknot-cramp own'), demo: createKeptCramp('unknot-cramp demo') }

/** The kept cramp of this journal; the demo has one of its own. */
export function useKeptCramp(): KeptCramp {
  return useStatus().data?.demo === true ? cramps.demo : cramps.own
}

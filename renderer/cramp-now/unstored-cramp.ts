/**
 * Local storage of the running cramp while the journal cannot be written to, so that it survives closing and restarts: its
 * onset cannot be recovered later.
 */
import { z } from 'zod'
import { crampDraft } from '../../shared/kinds/cramp.ts'
import { idField } from '../../shared/kinds/schemas.ts'
import { useStatus } from '../data/queries.ts'

const unstoredCramp = z.strictObject({
  /** Null until the journal has stored it for the first time. */
  id: idField.nullable(),
  draft: crampDraft,
  /** Failure of the last write; null before the first attempt. */
  failure: z.string().nullable(),
})
export type UnstoredCramp = z.infer<typeof unstoredCramp>

export interface UnstoredCrampStorage {
  readonly read: () => UnstoredCramp | null
  readonly keep: (cramp: UnstoredCramp) => void
  readonly forget: () => void
}

function createUnstoredCrampStorage(key: string): UnstoredCrampStorage {
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
        // Storage is full as well. The page holds the cramp while it is open, and says that it is not stored.
      }
    },
    forget: () => localStorage.removeItem(key),
  }
}

const cramps = {
  own: createUnstoredCrampStorage('unknot-cramp own'),
  demo: createUnstoredCrampStorage('unknot-cramp demo'),
}

/** Storage for the open journal; the demo has its own. */
export function useUnstoredCrampStorage(): UnstoredCrampStorage {
  return useStatus().data?.demo === true ? cramps.demo : cramps.own
}

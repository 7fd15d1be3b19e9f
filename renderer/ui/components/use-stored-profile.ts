import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { type Profile, profile as profileSchema } from '../../../shared/kinds/profile.ts'
import { useChangeProfile, useProfile } from '../../data/queries.ts'
import { showError } from './messages.ts'

export interface StoredProfile {
  readonly profile: Profile
  /** Stores the changed fields and reports failure in a message. Resolves to true once they are stored. */
  readonly change: (changes: Partial<Profile>) => Promise<boolean>
  /** Error message of a field that would be refused; undefined if it is valid. */
  readonly findProblem: <Field extends keyof Profile>(
    field: Field,
    value: Profile[Field],
  ) => string | undefined
}

/**
 * Stored profile, saved field by field instead of by a button that could be forgotten. Null until it is read.
 *
 * @param isQuiet true where no message says that a change was stored
 */
export function useStoredProfile(isQuiet = false): StoredProfile | null {
  const { data: profile } = useProfile()
  const store = useChangeProfile()
  /** Optimistic profile while storing. Further changes build on it, so that the second of two does not undo the first. */
  const [chosen, setChosen] = useState<Profile | null>(null)
  if (profile === undefined) return null
  const shown = chosen ?? profile
  return {
    profile: shown,
    change: async changes => {
      const changed = { ...shown, ...changes }
      setChosen(changed)
      try {
        await store.mutateAsync(changed)
        if (!isQuiet) sayStored()
        return true
      } catch (error) {
        showError(error)
        return false
      } finally {
        setChosen(newest => (newest === changed ? null : newest))
      }
    },
    findProblem: (field, value) => profileSchema.shape[field].safeParse(value).error?.issues[0]?.message,
  }
}

const STORED_ID = 'settings-stored'

/** Replaces the previous notification, so that a row of changes shows only one. */
function sayStored() {
  notifications.hide(STORED_ID)
  notifications.show({ id: STORED_ID, message: 'Stored.', autoClose: 1500 })
}

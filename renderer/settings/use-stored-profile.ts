import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { type Profile, profile as profileSchema } from '../../shared/kinds/profile.ts'
import { useChangeProfile, useProfile } from '../data/queries.ts'
import { showError } from '../ui/components/messages.ts'

export interface StoredProfile {
  readonly profile: Profile
  /** Stores what changed; the rest stays. Says so when it cannot. Resolves to whether it is stored. */
  readonly change: (changes: Partial<Profile>) => Promise<boolean>
  /** The sentence for a field that would be refused; undefined when it is right. */
  readonly findProblem: <Field extends keyof Profile>(
    field: Field,
    value: Profile[Field],
  ) => string | undefined
}

/** The profile as it is stored, changed field by field: there is no button to forget. Null until it is read. */
export function useStoredProfile(): StoredProfile | null {
  const { data: profile } = useProfile()
  const store = useChangeProfile()
  /** What is being stored. The next change builds on it, so that of two in a row the second does not undo the first. */
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
        sayStored()
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

/** One quiet word however many fields are changed in a row. */
function sayStored() {
  notifications.hide(STORED_ID)
  notifications.show({ id: STORED_ID, message: 'Stored.', autoClose: 1500 })
}

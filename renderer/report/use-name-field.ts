import { useRef, useState } from 'react'
import { profile as profileSchema } from '../../shared/kinds/profile.ts'
import { useChangeProfile, useProfile } from '../data/queries.ts'

/** State of the name field. Stored when the field is left; refused input stays in the field. */
export function useNameField() {
  const stored = useProfile().data
  const change = useChangeProfile()
  const [typed, setTyped] = useState<string | null>(null)
  const storing = useRef<{ name: string; done: Promise<boolean> } | null>(null)
  const text = typed ?? stored?.name ?? ''
  const parsed = profileSchema.safeParse({ ...stored, name: text })

  /** Resolves to true once the profile has the name; false when it is refused. */
  function store(): Promise<boolean> {
    if (!parsed.success) return Promise.resolve(false)
    if (stored === undefined || parsed.data.name === stored.name) return Promise.resolve(true)
    // Blur and the button's click both call this; the second call awaits the first one's promise.
    if (storing.current?.name !== parsed.data.name) {
      const done = change.mutateAsync(parsed.data).then(
        () => true,
        () => false,
      )
      storing.current = { name: parsed.data.name, done }
      void done.then(() => {
        storing.current = null
      })
    }
    return storing.current.done
  }

  return {
    text,
    type: setTyped,
    store,
    problem: parsed.success ? change.error?.message : parsed.error.issues[0]?.message,
  }
}

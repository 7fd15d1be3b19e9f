/** The line that was typed and not yet stored, kept on this computer through closing, errors and restarts. */
import { useState } from 'react'
import { useStatus } from '../data/queries.ts'

export interface KeptLine {
  readonly line: string
  readonly keep: (line: string) => void
}

/** The kept line of this journal; the demo has one of its own. */
export function useKeptLine(): KeptLine {
  const key = `unknot-quick-add ${useStatus().data?.demo === true ? 'demo' : 'own'}`
  const [line, setLine] = useState(() => localStorage.getItem(key) ?? '')
  return {
    line,
    keep: typed => {
      setLine(typed)
      try {
        if (typed === '') localStorage.removeItem(key)
        else localStorage.setItem(key, typed)
      } catch {
        // No room. The line itself still holds it for as long as it is open.
      }
    },
  }
}

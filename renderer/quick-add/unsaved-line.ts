/** Unsaved quick-add line in local storage, so that it survives closing, errors and restarts. */
import { useState } from 'react'
import { useStatus } from '../data/queries.ts'

export interface UnsavedLine {
  readonly line: string
  readonly keep: (line: string) => void
}

/** Unsaved line of the open journal; the demo has its own. */
export function useUnsavedLine(): UnsavedLine {
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
        // Storage is full. The input still holds the line while it is open.
      }
    },
  }
}

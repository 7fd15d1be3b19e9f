import { useState } from 'react'

export interface OwnText {
  readonly text: string
  /** @param stored value that the text means */
  readonly type: (text: string, stored: unknown) => void
  /** Shows the value again as it is written, rather than as it was typed. */
  readonly rewrite: () => void
}

/** The text of a field: as it was typed for as long as it still means the value, else as the value is written. */
export function useOwnText(stored: unknown, write: () => string): OwnText {
  const [own, setOwn] = useState<{ text: string; stored: unknown } | null>(null)
  return {
    text: own !== null && own.stored === stored ? own.text : write(),
    type: (text, meant) => setOwn({ text, stored: meant }),
    rewrite: () => setOwn(null),
  }
}

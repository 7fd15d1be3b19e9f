import type { KeyboardEvent } from 'react'

/** The Enter that led to a button may still be held down, and must not press it. */
export function ignoreHeldKey(event: KeyboardEvent) {
  if (event.repeat) event.preventDefault()
}

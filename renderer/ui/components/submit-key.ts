import type { KeyboardEvent } from 'react'

/** Ctrl+Enter, or Cmd+Enter: the key that sends what is being written, wherever the focus is. */
function isSubmitKey(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing
}

/**
 * Sends a form by that key out of any of its fields; for the form's `onKeyDownCapture`, since a closed list of choices
 * would open at it. Dialogs that were opened out of the form are drawn elsewhere, but their keys arrive here as well; and
 * in an open list, Enter only picks.
 */
export function submitByKey(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget } = event
  if (!isSubmitKey(event) || !(target instanceof Element) || !currentTarget.contains(target)) return
  if (target.getAttribute('aria-expanded') === 'true') return
  event.preventDefault()
  event.stopPropagation()
  // A key that is held down sends once.
  if (!event.repeat) currentTarget.requestSubmit()
}

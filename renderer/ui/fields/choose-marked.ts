import type { KeyboardEvent } from 'react'

/**
 * Enter in a field with a list chooses the marked line, for `onKeyDownCapture` around the field. Mantine goes by an index of
 * its own, which it can lose while the list is drawn again: the line is still marked then, and Enter does nothing.
 */
export function chooseMarked(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return
  const list = document.getElementById(event.target.getAttribute('aria-controls') ?? '')
  const marked = list?.querySelector<HTMLElement>('[data-combobox-selected]')
  if (marked == null) return
  event.preventDefault()
  event.stopPropagation()
  marked.click()
}

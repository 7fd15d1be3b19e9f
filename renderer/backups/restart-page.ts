/**
 * Reload after another journal has replaced the open one: every cached query belongs to the old journal. The address
 * changes without an event, because a router that heard it would draw Today once more and store its defaults.
 */
export function restartPage(): void {
  window.history.replaceState(null, '', '#/today')
  window.location.reload()
}

/**
 * Deletes everything the page stores itself: unsaved forms, timers, dismissed questions, display choices. Once more when
 * the page is left, because what is still drawn until then may store its state again.
 */
export function clearPageStorage(): void {
  const clear = () => {
    localStorage.clear()
    sessionStorage.clear()
  }
  clear()
  window.addEventListener('pagehide', clear, { once: true })
}

/** Reload after another journal has replaced the open one: every cached query belongs to the old journal. */
export function restartPage(): void {
  window.location.hash = '#/today'
  window.location.reload()
}

/** Deletes everything the page stores itself: unsaved forms, timers, dismissed questions, display choices. */
export function clearPageStorage(): void {
  localStorage.clear()
  sessionStorage.clear()
}

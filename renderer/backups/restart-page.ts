/** After another journal has taken the place of this one, nothing that the page remembers is about it any more. */

/** Begins the page anew, as at a start. */
export function startAnew(): void {
  window.location.hash = '#/today'
  window.location.reload()
}

/** What was typed and not saved, timers, dismissed questions, choices of display: all that the page keeps by itself. */
export function forgetEverythingKept(): void {
  localStorage.clear()
  sessionStorage.clear()
}

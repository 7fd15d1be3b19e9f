const SCHEME = 'data-mantine-color-scheme'

/**
 * Prints the light scheme, whichever is shown, because paper is white. Sets the attribute directly: the page is laid out
 * for paper before React would render again.
 */
export function printInLight(): void {
  const root = document.documentElement
  let shown: string | null = null
  const begin = () => {
    if (root.getAttribute(SCHEME) !== 'dark') return
    shown = root.getAttribute(SCHEME)
    root.setAttribute(SCHEME, 'light')
  }
  const end = () => {
    if (shown !== null) root.setAttribute(SCHEME, shown)
    shown = null
  }
  window.addEventListener('beforeprint', begin)
  window.addEventListener('afterprint', end)
  // A preview of the printed page asks for the medium alone.
  window.matchMedia('print').addEventListener('change', ({ matches }) => (matches ? begin() : end()))
}

/** What jsdom lacks and Mantine asks for. The page is empty again after each test. */
import '../../renderer/app/zod-jitless.ts'
import { notifications } from '@mantine/notifications'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

// Whole pages are drawn here, on machines that may be busy with other tests: waiting longer costs nothing where all is well.
configure({ asyncUtilTimeout: 20_000 })
vi.setConfig({ testTimeout: 90_000 })

window.matchMedia = query => ({
  // Without motion, what opens is open at once.
  matches: query.includes('prefers-reduced-motion'),
  media: query,
  onchange: null,
  addListener: () => {},
  removeListener: () => {},
  addEventListener: () => {},
  removeEventListener: () => {},
  dispatchEvent: () => false,
})

window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
}

// Text areas that grow with their text listen for late fonts, and the report waits for its own.
Object.defineProperty(document, 'fonts', {
  value: Object.assign(new EventTarget(), { ready: Promise.resolve() }),
  configurable: true,
})

// Everything has a place in a window: what hangs on a field is hidden when its field seems to be out of sight.
Object.defineProperties(document.documentElement, {
  clientWidth: { value: 1280 },
  clientHeight: { value: 800 },
})
window.HTMLElement.prototype.getBoundingClientRect = () => new DOMRect(100, 100, 100, 20)

window.HTMLElement.prototype.scrollIntoView = () => {}
window.scrollTo = () => {}

afterEach(() => {
  cleanup()
  notifications.clean()
  notifications.cleanQueue()
  window.localStorage.clear()
  window.sessionStorage.clear()
})

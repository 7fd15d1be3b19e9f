/** Browser APIs that Mantine needs and jsdom lacks, and a clean-up of the page after each test. */
import '../../renderer/app/zod-jitless.ts'
import './owner-stacks.ts'
import { notifications } from '@mantine/notifications'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, vi } from 'vitest'
import { startConventions } from '../../renderer/data/conventions.ts'
import { plainRegion } from '../../shared/locale/system-region.ts'

// Long timeouts, since whole pages are rendered on machines busy with other tests. Passing tests do not wait for them.
configure({ asyncUtilTimeout: 20_000 })
vi.setConfig({ testTimeout: 90_000 })

// Module state that an earlier test file of the same worker may have changed.
startConventions(plainRegion)

window.matchMedia = query => ({
  // Reduced motion, so that dialogs open without an animation.
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

// Autosizing text areas listen for late fonts, and the report waits for its own.
Object.defineProperty(document, 'fonts', {
  value: Object.assign(new EventTarget(), { ready: Promise.resolve() }),
  configurable: true,
})

// A window size: Floating UI hides the dropdown of a field that appears to be outside the viewport.
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

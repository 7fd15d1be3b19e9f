/** `screen`: one display, with the size of headless Chromium's. */
import type { Display, Screen } from 'electron'
import { present, StrictEmitter } from './absence.ts'
import { headlessDisplay } from './browser.ts'

const bounds = { x: 0, y: 0, ...headlessDisplay }

const display = present<Display>('Display', {
  id: 1,
  bounds,
  workArea: bounds,
  size: headlessDisplay,
  workAreaSize: headlessDisplay,
  scaleFactor: 1,
  rotation: 0,
})

class StandInScreen extends StrictEmitter {
  constructor() {
    // The one display never changes.
    super('screen', ['display-added', 'display-removed', 'display-metrics-changed'])
  }

  getPrimaryDisplay(): Display {
    return display
  }

  getAllDisplays(): Display[] {
    return [display]
  }

  getDisplayMatching(): Display {
    return display
  }

  getDisplayNearestPoint(): Display {
    return display
  }
}

export const screen = present<Screen>('screen', new StandInScreen())

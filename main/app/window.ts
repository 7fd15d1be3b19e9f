/** Windows of the program. Their pages are sandboxed and can do nothing but call main. */
import { join } from 'node:path'
import { app, BrowserWindow, type Rectangle, screen } from 'electron'
import { formatSurroundings, type Surroundings } from '../../shared/surroundings.ts'
import { developmentServer, pageAddress } from './page-origin.ts'
import { readWindowBounds, rememberWindowBounds } from './window-bounds.ts'

const webPreferences = (surroundings: Surroundings): Electron.WebPreferences => ({
  preload: join(import.meta.dirname, '../preload/index.cjs'),
  additionalArguments: [formatSurroundings(surroundings)],
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  // macOS has a spell checker of its own; elsewhere Chromium's would fetch its dictionaries from the network.
  spellcheck: process.platform === 'darwin',
  devTools: developmentServer(app.isPackaged) !== undefined,
})

/**
 * Opens the main window, shown once its first page is painted.
 *
 * @param place address of the first screen
 */
export function openMainWindow(surroundings: Surroundings, place = '#/today'): BrowserWindow {
  const boundsFile = join(app.getPath('userData'), 'window.json')
  const { isMaximized, ...bounds } = readWindowBounds(boundsFile, listWorkAreas())
  const window = new BrowserWindow({
    ...bounds,
    show: false,
    title: 'Unknot',
    webPreferences: webPreferences(surroundings),
  })
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize()
    window.show()
  })
  rememberWindowBounds(window, boundsFile)
  window.loadURL(pageAddress(app.isPackaged, place)).catch(error => {
    if (!window.isDestroyed()) console.error('the page could not be loaded:', error)
  })
  return window
}

/** Work areas of the displays, the primary display's first. */
function listWorkAreas(): [Rectangle, ...Rectangle[]] {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  return [primary.workArea, ...others.map(({ workArea }) => workArea)]
}

/** Opens a hidden window for printing. The caller destroys it. */
export function openHiddenWindow(place: string, surroundings: Surroundings): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 900,
    height: 1200,
    webPreferences: webPreferences(surroundings),
  })
  // Load failures reach the printer through the window's events; a window destroyed while loading has none.
  window.loadURL(pageAddress(app.isPackaged, place)).catch(() => {})
  return window
}

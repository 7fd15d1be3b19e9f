/** `app`: start, quit and single instance of the application, and its folders. */
import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { App } from 'electron'
import { emitCancellable, present, StrictEmitter } from './absence.ts'
import { type Browser, getBrowser, startBrowser } from './browser.ts'
import { type BrowserWindow, windowEvents } from './browser-window.ts'
import { appPath, commandLine, electronVersion, executable, isPackaged, manifest } from './command-line.ts'
import { life } from './life.ts'
import { placePageStorage } from './page-storage.ts'
import { record } from './records.ts'
import { openWindows } from './registry.ts'
import { refusePermissions, watchDownloads } from './session.ts'
import { holdsLock, releaseLock, takeLock, waitUntilDelivered } from './single-instance.ts'

const events = [
  'will-finish-launching',
  'ready',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'second-instance',
  'browser-window-created',
  'browser-window-focus',
  'browser-window-blur',
  'web-contents-created',
  'render-process-gone',
  // macOS emits these two, for a click on the dock's icon and a double click on a file; here only a test does.
  'activate',
  'open-file',
]

const { switches } = commandLine

const electronCommandLine = present<Electron.CommandLine>('app.commandLine', {
  appendSwitch: (name: string, value = '') => void switches.set(name, value),
  hasSwitch: (name: string) => switches.has(name),
  getSwitchValue: (name: string) => switches.get(name) ?? '',
  removeSwitch: (name: string) => void switches.delete(name),
})

class StandInApp extends StrictEmitter {
  readonly isPackaged = isPackaged
  readonly commandLine = electronCommandLine
  name = manifest.productName ?? manifest.name ?? 'Electron'
  private readonly paths = new Map<string, string>()
  private readonly readiness = Promise.withResolvers<void>()

  constructor() {
    super('app', events)
  }

  getName(): string {
    return this.name
  }

  setName(name: string): void {
    this.name = name
  }

  getVersion(): string {
    return manifest.version ?? electronVersion
  }

  getAppPath(): string {
    return appPath
  }

  getPath(name: string): string {
    return this.paths.get(name) ?? this.getDefaultPath(name)
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path)
  }

  private getDefaultPath(name: string): string {
    switch (name) {
      case 'home':
        return homedir()
      case 'appData':
        return process.platform === 'darwin'
          ? join(homedir(), 'Library/Application Support')
          : (process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'))
      case 'userData': {
        const given = switches.get('user-data-dir')
        return given ? resolve(given) : join(this.getPath('appData'), this.name)
      }
      case 'sessionData':
        return this.getPath('userData')
      case 'logs':
        return join(this.getPath('userData'), 'logs')
      case 'temp':
        return tmpdir()
      case 'exe':
        return executable
      case 'desktop':
      case 'documents':
      case 'downloads':
      case 'music':
      case 'pictures':
      case 'videos':
        return join(homedir(), name.charAt(0).toUpperCase() + name.slice(1))
      default:
        throw new Error(`Failed to get '${name}' path`)
    }
  }

  getLocale(): string {
    // biome-ignore lint/plugin: this is the system's locale, which the app asks for here.
    return Intl.DateTimeFormat().resolvedOptions().locale
  }

  getSystemLocale(): string {
    return this.getLocale()
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()]
  }

  isReady(): boolean {
    return life.ready
  }

  whenReady(): Promise<void> {
    return this.readiness.promise
  }

  /** Pages are always sandboxed here. From now on the preference of a window has no say in it, as in Electron. */
  enableSandbox(): void {
    if (life.ready) throw new Error('app.enableSandbox() can only be called before app is ready')
    life.allSandboxed = true
  }

  /** Only means something on Windows, where the stand-in does not run. */
  setAppUserModelId(): void {}

  /** The dock's menu and the tasks of the jump list are recorded, as tests of macOS and Windows see them. */
  readonly dock = present<Electron.Dock>('app.dock', {
    setMenu: (menu: Electron.Menu) => record('dock', 'setMenu', menu),
  })

  setUserTasks(tasks: Electron.Task[]): boolean {
    record('app', 'setUserTasks', tasks)
    return true
  }

  /** Brings the app's window to the front. */
  focus(): void {
    openWindows.values().next().value?.focus()
  }

  requestSingleInstanceLock(data?: unknown): boolean {
    return takeLock(this.getPath('userData'), data, start => {
      this.emit('second-instance', {}, start.argv, start.cwd, start.data)
    })
  }

  hasSingleInstanceLock(): boolean {
    return holdsLock()
  }

  releaseSingleInstanceLock(): void {
    releaseLock()
  }

  quit(): void {
    void this.askToQuit()
  }

  /** Quit sequence: before-quit, close of each window, will-quit. Any prevented event keeps the app running. */
  private async askToQuit(): Promise<void> {
    if (life.quitting) return
    life.quitting = true
    const mayQuit = emitCancellable(this, 'before-quit', {}) && (await closeWindows())
    if (mayQuit && emitCancellable(this, 'will-quit', {})) await this.leave(0)
    else life.quitting = false
  }

  exit(code = 0): void {
    void this.leave(code)
  }

  private async leave(code: number): Promise<void> {
    if (life.leaving) return
    life.leaving = true
    this.emit('quit', {}, code)
    await waitUntilDelivered()
    if (life.ready) await getBrowser().close()
    releaseLock()
    process.exit(code)
  }

  /** Starts Chromium and tells the app that it is ready. */
  async launch(): Promise<void> {
    if (life.quitting || life.leaving) return
    mkdirSync(this.getPath('userData'), { recursive: true })
    const sessionData = resolve(this.getPath('sessionData'))
    const profile = join(sessionData, 'Chromium')
    placePageStorage(sessionData, profile)
    const browser = await startBrowser(profile)
    browser.on('gone', () => this.onGone())
    await Promise.all([refusePermissions(browser), watchDownloads(browser)])
    showVersion(browser)
    life.ready = true
    this.emit('will-finish-launching')
    // `app.emit` is looked up here and not earlier: Playwright replaces it, to hold `ready` back until it has connected.
    app.emit('ready', {}, {})
    this.readiness.resolve()
  }

  /** Exit of Chromium that the app did not ask for: closes every window, then quits. */
  private onGone(): void {
    if (life.leaving) return
    for (const window of openWindows.values()) window.onGone()
    this.quit()
  }
}

async function closeWindows(): Promise<boolean> {
  for (const window of openWindows.values()) {
    if (!(await window.askToClose())) return false
  }
  return true
}

function showVersion({ version }: Browser): void {
  Object.defineProperty(process.versions, 'chrome', { value: version, enumerable: true, configurable: true })
}

const standInApp = new StandInApp()
export const app = present<App>('app', standInApp)
export const launch = () => standInApp.launch()

windowEvents.on('created', (window: BrowserWindow) => {
  app.emit('web-contents-created', {}, window.webContents)
  app.emit('browser-window-created', {}, window.shown)
  window.contents.on('render-process-gone', (_event, details) => {
    app.emit('render-process-gone', {}, window.webContents, details)
  })
})
windowEvents.on('focus', (window: BrowserWindow) => app.emit('browser-window-focus', {}, window.shown))
windowEvents.on('blur', (window: BrowserWindow) => app.emit('browser-window-blur', {}, window.shown))
windowEvents.on('gone', () => {
  if (openWindows.size > 0 || life.quitting || life.leaving) return
  if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
  else app.quit()
})

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())

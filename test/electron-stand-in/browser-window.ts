/** `BrowserWindow`: one window with one page in it. */
import type { BrowserWindowConstructorOptions, WebContents as ElectronContents, Rectangle } from 'electron'
import { emitCancellable, present, refuseUnknown, StrictEmitter } from './absence.ts'
import { getBrowser, type OpenPage } from './browser.ts'
import { life } from './life.ts'
import type { Bounds } from './page/messages.ts'
import { findContents, openContents, openWindows } from './registry.ts'
import { WebContents } from './web-contents.ts'
import { windowEventNames, windowOptions } from './window-options.ts'

type State = 'normal' | 'minimized' | 'maximized' | 'fullscreen'

/** Time a page gets to close before its window is destroyed, in ms. */
const closingMilliseconds = 1500

let count = 0
let focused: BrowserWindow | undefined

/** Events of all windows, which `app` forwards under Electron's names. */
export const windowEvents = new StrictEmitter('windows', ['created', 'focus', 'blur', 'gone'])

export class BrowserWindow extends StrictEmitter {
  readonly id = ++count
  /** This window as the app sees it. */
  readonly shown: Electron.BrowserWindow = present<Electron.BrowserWindow>('BrowserWindow', this)
  readonly webContents: ElectronContents
  readonly contents: WebContents
  private readonly options: BrowserWindowConstructorOptions
  private bounds: Rectangle
  private title: string
  private visible: boolean
  private state: State = 'normal'
  private destroyed = false
  private closing = false
  private painted = false
  /** The page has no window on the display yet: it was created minimized. */
  private unseen = false
  private windowId: number | undefined

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', windowEventNames)
    if (!life.ready) throw new Error('Cannot create BrowserWindow before app is ready')
    refuseUnknown('BrowserWindow', options, windowOptions)
    this.options = options
    const {
      x = 100,
      y = 60,
      width = 800,
      height = 600,
      title = '',
      show = true,
      webPreferences = {},
    } = options
    this.bounds = { x, y, width, height }
    this.title = title
    this.visible = show
    this.contents = new WebContents(this, webPreferences)
    this.webContents = this.contents.shown
    openWindows.set(this.id, this)
    watchTargets()
    if (show) this.takeFocus()
    windowEvents.emit('created', this)
  }

  static getAllWindows(): Electron.BrowserWindow[] {
    return [...openWindows.values()].map(window => window.shown)
  }

  static getFocusedWindow(): Electron.BrowserWindow | null {
    return focused?.shown ?? null
  }

  static fromWebContents(contents: ElectronContents | undefined): Electron.BrowserWindow | null {
    return (contents && openContents.get(contents.id)?.window.shown) ?? null
  }

  static fromId(id: number): Electron.BrowserWindow | null {
    return openWindows.get(id)?.shown ?? null
  }

  // ------------------------------------------------------------------ page
  loadURL(url: string): Promise<void> {
    return this.contents.loadURL(url)
  }

  loadFile(...given: Parameters<WebContents['loadFile']>): Promise<void> {
    return this.contents.loadFile(...given)
  }

  reload(): void {
    this.contents.reload()
  }

  capturePage(): Promise<Electron.NativeImage> {
    return this.contents.capturePage()
  }

  /** A window created hidden gets a place on the display only if the app waits for ready-to-show to show it. */
  getOpening(): OpenPage {
    this.unseen = !this.visible && this.listenerCount('ready-to-show') === 0
    return { hidden: this.unseen, ...this.size }
  }

  /** Gives the page, once it is open, the window's size and place. */
  async place(): Promise<void> {
    await this.fitPage()
    const { connection, headless } = getBrowser()
    if (headless || this.unseen) return
    const { windowId, bounds } = await connection.send('Browser.getWindowForTarget', {
      targetId: this.contents.targetId,
    })
    this.windowId = windowId
    const { x, y } = this.options
    const corner = x === undefined || y === undefined ? {} : { left: x, top: y }
    await connection.send('Browser.setWindowBounds', { windowId, bounds: { ...this.size, ...corner } })
    if (x === undefined) this.bounds = { ...this.bounds, x: bounds.left ?? 0, y: bounds.top ?? 0 }
    if (this.state !== 'normal') this.setState(this.state)
  }

  /** Headless Chromium keeps room for tabs and an address bar that it never draws: the page gets the window's size. */
  private async fitPage(): Promise<void> {
    if (!getBrowser().headless && !this.unseen) return
    await this.contents.page?.send('Emulation.setDeviceMetricsOverride', {
      ...this.size,
      deviceScaleFactor: 0,
      mobile: false,
    })
  }

  private get size(): { width: number; height: number } {
    return { width: this.bounds.width, height: this.bounds.height }
  }

  // ------------------------------------------------------------------ events from Chromium and the page
  onPainted(): void {
    if (this.painted) return
    this.painted = true
    this.emit('ready-to-show', {})
  }

  onTitleChanged(title: string): void {
    this.contents.title = title
    this.contents.emit('page-title-updated', {}, title, true)
    if (emitCancellable(this, 'page-title-updated', {}, title, true)) this.title = title
  }

  onBoundsReported(cause: 'resize' | 'focus' | 'blur' | 'pointer', bounds: Bounds): void {
    if (getBrowser().headless) return
    this.takeBounds(bounds)
    if (cause === 'focus') this.takeFocus()
    else if (cause === 'blur' && focused === this) this.loseFocus()
  }

  private takeBounds(bounds: Rectangle): void {
    const { x, y, width, height } = this.bounds
    this.bounds = bounds
    if (bounds.width !== width || bounds.height !== height) {
      this.emit('resize', {})
      this.emit('resized', {})
    }
    if (bounds.x !== x || bounds.y !== y) {
      this.emit('move', {})
      this.emit('moved', {})
    }
  }

  private takeFocus(): void {
    if (focused === this) return
    focused?.loseFocus()
    focused = this
    this.emit('focus', {})
    windowEvents.emit('focus', this)
  }

  private loseFocus(): void {
    focused = undefined
    this.emit('blur', {})
    windowEvents.emit('blur', this)
  }

  /** Window closed by the window manager. Chromium reports that too late for the app to prevent it. */
  onClosedByDesktop(): void {
    if (!this.closing && !getBrowser().headless) emitCancellable(this, 'close', {})
    this.onGone()
  }

  /** End of the page, however it came about: removes the window and emits its last events. */
  onGone(): void {
    if (this.destroyed) return
    this.destroyed = true
    openWindows.delete(this.id)
    openContents.delete(this.contents.id)
    if (focused === this) focused = undefined
    this.contents.emit('destroyed')
    this.emit('closed')
    windowEvents.emit('gone', this)
  }

  // ------------------------------------------------------------------ closing
  close(): void {
    void this.askToClose()
  }

  /** @returns whether the app and the page let it close */
  async askToClose(): Promise<boolean> {
    if (this.destroyed) return true
    if (!emitCancellable(this, 'close', {})) return false
    await this.closePage(true)
    return true
  }

  async closePage(waitForBeforeUnload: boolean): Promise<void> {
    this.closing = true
    const { page, targetId } = this.contents
    const browser = getBrowser()
    if (page && !browser.gone && !this.destroyed) {
      const gone = new Promise(resolve => this.once('closed', resolve))
      const patience = new Promise(resolve => setTimeout(resolve, closingMilliseconds).unref())
      const closing =
        waitForBeforeUnload && !this.unseen ? page.send('Page.close') : browser.closePage(targetId)
      // Page.close may fail because the page has closed in the meantime: that is success.
      await Promise.race([Promise.all([closing.catch(() => {}), gone]), patience])
    }
    this.onGone()
  }

  destroy(): void {
    const { targetId } = this.contents
    // The target may be closed already.
    if (targetId)
      getBrowser()
        .closePage(targetId)
        .catch(() => {})
    this.onGone()
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  // ------------------------------------------------------------------ showing
  show(): void {
    this.showInactive()
    this.focus()
  }

  showInactive(): void {
    if (this.visible) return
    this.visible = true
    if (this.state === 'minimized') this.setState('normal')
    this.emit('show', {})
    if (!this.unseen || getBrowser().headless) return
    // Chromium cannot move a page into a visible window, so the page is loaded again in a new one.
    this.contents.reopen().catch(error => console.error(error))
  }

  hide(): void {
    if (!this.visible) return
    this.visible = false
    if (focused === this) this.loseFocus()
    this.setState('minimized')
    this.emit('hide', {})
  }

  isVisible(): boolean {
    return this.visible
  }

  focus(): void {
    if (!this.visible) return
    this.takeFocus()
    // A window that is still opening comes to the front by itself.
    this.contents.page?.send('Page.bringToFront').catch(() => {})
  }

  isFocused(): boolean {
    return focused === this
  }

  private setState(state: State): void {
    this.state = state
    if (this.windowId === undefined) return
    void getBrowser().connection.send('Browser.setWindowBounds', {
      windowId: this.windowId,
      bounds: { windowState: state },
    })
  }

  private changeState(state: State, event: string): void {
    if (this.state === state) return
    this.setState(state)
    this.emit(event, {})
  }

  minimize(): void {
    this.changeState('minimized', 'minimize')
  }

  restore(): void {
    this.changeState('normal', 'restore')
  }

  maximize(): void {
    this.changeState('maximized', 'maximize')
  }

  unmaximize(): void {
    this.changeState('normal', 'unmaximize')
  }

  setFullScreen(full: boolean): void {
    this.changeState(full ? 'fullscreen' : 'normal', full ? 'enter-full-screen' : 'leave-full-screen')
  }

  isMinimized(): boolean {
    return this.state === 'minimized'
  }

  isMaximized(): boolean {
    return this.state === 'maximized'
  }

  isFullScreen(): boolean {
    return this.state === 'fullscreen'
  }

  isNormal(): boolean {
    return this.state === 'normal'
  }

  // ------------------------------------------------------------------ title and bounds
  getTitle(): string {
    return this.title
  }

  setTitle(title: string): void {
    this.title = title
  }

  getBounds(): Rectangle {
    return { ...this.bounds }
  }

  /** The bounds last had neither minimized nor maximized: the stand-in keeps no others. */
  getNormalBounds(): Rectangle {
    return this.getBounds()
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.takeBounds({ ...this.bounds, ...bounds })
    void this.fitPage()
    if (this.windowId === undefined) return
    const { x: left, y: top, width, height } = this.bounds
    void getBrowser().connection.send('Browser.setWindowBounds', {
      windowId: this.windowId,
      bounds: { left, top, width, height },
    })
  }

  getSize(): [width: number, height: number] {
    return [this.bounds.width, this.bounds.height]
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  getPosition(): [x: number, y: number] {
    return [this.bounds.x, this.bounds.y]
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y })
  }
}

/** `BrowserWindow` as exported to the app: the class and its instances throw, with the name, on members they lack. */
export const ShownBrowserWindow = new Proxy(
  present<typeof Electron.BrowserWindow>('BrowserWindow', BrowserWindow),
  {
    construct: (_, [options]: [BrowserWindowConstructorOptions?]) => new BrowserWindow(options).shown,
  },
)

let isWatching = false
function watchTargets(): void {
  if (isWatching) return
  isWatching = true
  getBrowser().connection.on('Target.targetDestroyed', ({ targetId }) =>
    findContents(targetId)?.window.onClosedByDesktop(),
  )
}

/** `webContents`: one page of the app, a CDP target in Chromium. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type {
  WebContents as ElectronContents,
  LoadFileOptions,
  PrintToPDFOptions,
  WebContentsPrintOptions,
  WebPreferences,
} from 'electron'
import { present, refuse, StrictEmitter } from './absence.ts'
import { toInner, toOuter } from './addresses.ts'
import { getBrowser } from './browser.ts'
import type { BrowserWindow } from './browser-window.ts'
import type { Events, Session } from './cdp.ts'
import { makeCodec } from './codec.ts'
import { appPath, commandLine } from './command-line.ts'
import { fillPaths } from './file-paths.ts'
import { Channels } from './ipc.ts'
import { getErrorNumber, waitForLoad } from './load-outcome.ts'
import { makeImage } from './native-image.ts'
import { getEmulatedMedia } from './native-theme.ts'
import {
  binding,
  type FromPage,
  isolatedWorld,
  pathPlaceholder,
  receiver,
  type ToPage,
} from './page/messages.ts'
import { preparePage } from './page-preparation.ts'
import { toChromiumPrinting } from './printing.ts'
import { record } from './records.ts'
import { openContents } from './registry.ts'
import { answerRequest } from './requests.ts'
import { defaultSession } from './session.ts'
import { makeMainFrame } from './web-frame.ts'
import { checkPreferences } from './web-preferences.ts'

type OpenHandler = Parameters<ElectronContents['setWindowOpenHandler']>[0]

const events = [
  'did-start-loading',
  'did-stop-loading',
  'did-finish-load',
  'did-fail-load',
  'did-start-navigation',
  'did-navigate',
  'did-navigate-in-page',
  'dom-ready',
  'page-title-updated',
  'will-navigate',
  'will-frame-navigate',
  'did-create-window',
  'console-message',
  'context-menu',
  'ipc-message',
  'preload-error',
  'render-process-gone',
  'destroyed',
  'will-redirect',
  // Never emitted: Chromium has no <webview>.
  'will-attach-webview',
  // Never emitted: pages have no Bluetooth here.
  'select-bluetooth-device',
]

const codec = makeCodec()
let count = 0

type DispatchMessage = (contents: WebContents, message: FromPage, post: (answer: ToPage) => void) => void
let dispatchMessage: DispatchMessage = () => {}

/** Sets the dispatcher for messages from pages. Injected, so that this module does not import `app` and its handlers. */
export function setMessageDispatcher(dispatch: DispatchMessage): void {
  dispatchMessage = dispatch
}

export class WebContents extends StrictEmitter {
  readonly id = ++count
  readonly ipc = new Channels()
  readonly session = defaultSession
  readonly window: BrowserWindow
  /** Guarded proxy of this page, the object that the app holds. */
  readonly shown: ElectronContents = present<ElectronContents>('webContents', this)
  readonly mainFrame = makeMainFrame(this)
  targetId = ''
  page: Session | undefined
  openHandler: OpenHandler | undefined
  title = ''
  private readonly preferences: WebPreferences
  private opened: Promise<void> | undefined
  private ownContext: number | undefined
  private preloadContext: number | undefined
  private url = ''
  private loading = false
  /** The load was begun by the page or by Playwright, not by `loadURL`. */
  private loadingByItself = false
  private failed = false
  private crashed = false
  private zoom = 1
  private readonly requestedNavigations = new Set<string>()

  constructor(window: BrowserWindow, preferences: WebPreferences) {
    super('webContents', events)
    checkPreferences(preferences)
    this.window = window
    this.preferences = preferences
    openContents.set(this.id, this)
  }

  // ------------------------------------------------------------------ loading
  async loadURL(url: string): Promise<void> {
    this.beginLoading()
    this.opened ??= this.open()
    await this.opened
    const loaded = waitForLoad(this, url)
    const { errorText } = await this.sendCommand('Page.navigate', { url: toInner(url) })
    if (errorText) this.fail(errorText.replace(/^net::/, ''), url)
    return loaded
  }

  loadFile(file: string, { query, search, hash }: LoadFileOptions = {}): Promise<void> {
    const url = pathToFileURL(resolve(appPath, file))
    if (query) url.search = new URLSearchParams(query).toString()
    if (search) url.search = search
    if (hash) url.hash = hash
    return this.loadURL(url.href)
  }

  private beginLoading(): void {
    this.loading = true
    this.emit('did-start-loading', {})
  }

  private endLoading(): void {
    this.loadingByItself = false
    if (!this.loading) return
    this.loading = false
    this.emit('did-stop-loading', {})
  }

  private onLoaded(): void {
    if (this.failed || !this.url) return
    if (this.zoom !== 1) this.setZoomFactor(this.zoom)
    this.loading = false
    this.emit('did-finish-load', {})
    this.loadingByItself = false
    this.emit('did-stop-loading', {})
    this.window.onPainted()
  }

  private fail(code: string, url: string): void {
    this.emit('did-fail-load', {}, getErrorNumber(code), code, url, true, 1, 1)
    this.endLoading()
  }

  /** Opens the page and prepares it, before it loads anything. */
  private async open(): Promise<void> {
    const browser = getBrowser()
    // Microtask break: the app may register its ready-to-show listener right after `loadURL`, and `getOpening` asks for it.
    await Promise.resolve()
    this.targetId = await browser.openPage(this.window.getOpening())
    if (this.isDestroyed()) return void (await browser.closePage(this.targetId))
    const page = await browser.connection.attach(this.targetId)
    this.page = page
    this.listen(page)
    await Promise.all([preparePage(page, this.preferences), this.emulateTheme(), this.window.place()])
  }

  /** Loads the same page again in a visible window. */
  async reopen(): Promise<void> {
    const unseen = this.targetId
    this.opened = undefined
    await this.loadURL(this.url)
    await getBrowser().closePage(unseen)
  }

  async emulateTheme(): Promise<void> {
    await this.page?.send('Emulation.setEmulatedMedia', { features: getEmulatedMedia() })
  }

  /** Consumes the record of a navigation to `url` requested by the page. @returns whether there was one */
  takeRequestedNavigation(url: string): boolean {
    return this.requestedNavigations.delete(url)
  }

  private listen(page: Session): void {
    page.on('Fetch.requestPaused', paused => void answerRequest(this, page, paused))
    page.on('Page.frameRequestedNavigation', ({ frameId, url }) => {
      if (frameId === this.targetId) this.requestedNavigations.add(url.replace(/#.*$/s, ''))
    })
    page.on('Runtime.executionContextCreated', ({ context: { id, name, auxData } }) => {
      if (auxData?.frameId !== this.targetId) return
      if (name === isolatedWorld) this.preloadContext = id
      else if (auxData.isDefault) this.ownContext = id
    })
    page.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.preloadContext) this.preloadContext = undefined
    })
    page.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name !== binding || executionContextId !== this.preloadContext) return
      const dispatch = (text: string) =>
        dispatchMessage(this, JSON.parse(text), answer => this.post(answer, executionContextId))
      if (payload.includes(pathPlaceholder)) void fillPaths(page, executionContextId, payload).then(dispatch)
      else dispatch(payload)
    })
    page.on('Runtime.consoleAPICalled', call => this.onConsole(call))
    page.on('Runtime.exceptionThrown', ({ exceptionDetails: { executionContextId, exception, text } }) => {
      if (executionContextId === undefined || executionContextId !== this.preloadContext) return
      const error = new Error(exception?.description ?? text)
      console.error('Unable to load preload script:', this.preferences.preload, error)
      this.emit('preload-error', {}, this.preferences.preload, error)
    })
    page.on('Page.frameNavigated', ({ frame }) => this.onNavigated(frame))
    page.on('Page.frameStartedNavigating', ({ frameId, url, navigationType }) => {
      // Same-document navigations are reported after they have happened, by navigatedWithinDocument.
      if (!/sameDocument$/i.test(navigationType))
        this.emitStart({ url, isSameDocument: false, isMainFrame: frameId === this.targetId })
    })
    page.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId !== this.targetId) return
      this.url = toOuter(url)
      this.emitStart({ url, isSameDocument: true, isMainFrame: true })
      this.emit('did-navigate-in-page', {}, this.url, true, 1, 1)
    })
    page.on('Page.frameStartedLoading', ({ frameId }) => {
      if (frameId !== this.targetId || this.loading) return
      this.loadingByItself = true
      this.beginLoading()
    })
    page.on('Page.frameStoppedLoading', ({ frameId }) => {
      // The only event that ends a prevented navigation.
      if (frameId === this.targetId && this.loadingByItself) this.endLoading()
    })
    page.on('Page.domContentEventFired', () => {
      if (!this.failed && this.url) this.emit('dom-ready', {})
    })
    page.on('Page.loadEventFired', () => this.onLoaded())
    page.on('Inspector.targetCrashed', () => {
      this.crashed = true
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    })
  }

  private emitStart({ url, ...how }: { url: string; isSameDocument: boolean; isMainFrame: boolean }): void {
    this.emit('did-start-navigation', { url: toOuter(url), ...how })
  }

  private onNavigated({
    url,
    urlFragment,
    parentId,
    unreachableUrl,
  }: Events['Page.frameNavigated']['frame']): void {
    if (parentId || url === ':' || url.startsWith('x-nothing:')) return
    this.requestedNavigations.clear()
    this.crashed = false
    this.url = toOuter(unreachableUrl ?? url + (urlFragment ?? ''))
    this.failed = unreachableUrl !== undefined
    if (!this.failed) this.emit('did-navigate', {}, this.url, 200, 'OK')
    else if (this.loadingByItself) this.fail('ERR_FAILED', this.url)
  }

  private onConsole({ type, args, stackTrace }: Events['Runtime.consoleAPICalled']): void {
    const levels: Record<string, string> = {
      error: 'error',
      assert: 'error',
      warning: 'warning',
      debug: 'debug',
    }
    const { lineNumber = 0, url = '' } = stackTrace?.callFrames[0] ?? {}
    const message = args.map(({ value, description }) => String(value ?? description ?? '')).join(' ')
    this.emit('console-message', {
      level: levels[type] ?? 'info',
      message,
      lineNumber,
      sourceId: toOuter(url),
    })
  }

  // ------------------------------------------------------------------ messages and commands to the page
  send(channel: string, ...values: unknown[]): void {
    if (this.preloadContext === undefined) return
    this.post({ type: 'event', channel, values: codec.encode(values) }, this.preloadContext)
  }

  /** Errors are ignored: the page may have closed in the meantime. */
  private post(message: ToPage, contextId: number): void {
    const expression = `${receiver}(${JSON.stringify(JSON.stringify(message))})`
    this.page?.send('Runtime.evaluate', { contextId, expression }).catch(() => {})
  }

  /** @returns the result as JSON carries it */
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    if (this.loading) await new Promise(resolve => this.once('did-stop-loading', resolve))
    const { result, exceptionDetails } = await this.sendCommand('Runtime.evaluate', {
      ...(this.ownContext === undefined ? {} : { contextId: this.ownContext }),
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  /** @throws when the page is not open */
  private get sendCommand(): Session['send'] {
    if (!this.page || this.isDestroyed()) throw new Error('The page is not open')
    return this.page.send
  }

  async printToPDF(options: PrintToPDFOptions = {}): Promise<Buffer> {
    const { data } = await this.sendCommand('Page.printToPDF', toChromiumPrinting(options))
    return Buffer.from(data, 'base64')
  }

  /** There is no printer: the call is recorded, and ends as if the person had printed. */
  print(options: WebContentsPrintOptions, callback?: (isPrinted: boolean, reason: string) => void): void {
    record('webContents', 'print', options)
    callback?.(true, '')
  }

  async capturePage(): Promise<Electron.NativeImage> {
    const { data } = await this.sendCommand('Page.captureScreenshot', { format: 'png' })
    return makeImage(Buffer.from(data, 'base64'))
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  /** Check only: Chromium reads the policy from its command line, where the app must have put the same one. */
  setWebRTCIPHandlingPolicy(policy: string): void {
    if (policy !== commandLine.switches.get('force-webrtc-ip-handling-policy'))
      refuse('webContents.setWebRTCIPHandlingPolicy without the switch force-webrtc-ip-handling-policy')
  }

  // ------------------------------------------------------------------ getters and small methods
  getURL(): string {
    return this.url
  }

  getTitle(): string {
    return this.title
  }

  getType(): 'window' {
    return 'window'
  }

  isLoading(): boolean {
    return this.loading
  }

  isLoadingMainFrame(): boolean {
    return this.loading
  }

  isDestroyed(): boolean {
    return this.window.isDestroyed()
  }

  isFocused(): boolean {
    return this.window.isFocused()
  }

  isCrashed(): boolean {
    return this.crashed
  }

  /** Always false: the stand-in cannot open developer tools. */
  isDevToolsOpened(): boolean {
    return false
  }

  getOSProcessId(): number {
    return getBrowser().process.pid ?? 0
  }

  focus(): void {
    this.window.focus()
  }

  reload(): void {
    void this.sendCommand('Page.reload')
  }

  reloadIgnoringCache(): void {
    void this.sendCommand('Page.reload', { ignoreCache: true })
  }

  forcefullyCrashRenderer(): void {
    // The crashing page never answers the command.
    this.sendCommand('Page.crash').catch(() => {})
  }

  /** Closes like `window.close()` in the page: no `close` event of the window. */
  close({ waitForBeforeUnload = false } = {}): void {
    void this.window.closePage(waitForBeforeUnload)
  }

  /** Runs an editing command as the browser itself, which alone may paste; it comes with a key press without a key. */
  edit(command: string): void {
    void this.sendCommand('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [command] })
  }

  /** CSS zoom: enlarges the page, but its media queries still see the unzoomed window size. */
  setZoomFactor(factor: number): void {
    this.zoom = factor
    void this.executeJavaScript(`document.documentElement.style.zoom = ${factor === 1 ? '""' : factor}`)
  }

  getZoomFactor(): number {
    return this.zoom
  }

  setZoomLevel(level: number): void {
    this.setZoomFactor(1.2 ** level)
  }

  getZoomLevel(): number {
    return Math.log(this.zoom) / Math.log(1.2)
  }
}

/** Chromium process that draws the app's windows; it starts and ends with the app. */
import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import type { Readable, Writable } from 'node:stream'
import { Connection } from './cdp.ts'
import { commandLine } from './command-line.ts'

/** Path of the Chromium executable, set by the launcher. */
const executable = process.env.ELECTRON_STAND_IN_BROWSER

/** Switches that the stand-in needs, or that keep Chromium quiet: it must not reach for the network by itself. */
const ownSwitches: Record<string, string> = {
  'no-startup-window': '',
  'no-first-run': '',
  'no-default-browser-check': '',
  'no-service-autorun': '',
  'no-pings': '',
  'disable-background-networking': '',
  'disable-breakpad': '',
  'disable-client-side-phishing-detection': '',
  'disable-component-extensions-with-background-pages': '',
  'disable-component-update': '',
  'disable-default-apps': '',
  'disable-domain-reliability': '',
  'disable-extensions': '',
  'disable-field-trial-config': '',
  'disable-quic': '',
  'disable-search-engine-choice-screen': '',
  'disable-sync': '',
  'metrics-recording-only': '',
  'disable-features': [
    'AimEnabled',
    'DestroyProfileOnBrowserClose',
    'HttpsFirstBalancedModeAutoEnable',
    'HttpsUpgrades',
    // LocalNetworkAccessChecks would refuse requests before the app's own guards see them.
    'LocalNetworkAccessChecks',
    'MediaRouter',
    'NetworkTimeServiceQuerying',
    'OptimizationHints',
    'PaintHolding',
    'PreconnectToSearch',
    'Translate',
  ].join(','),
  'enable-features': 'CDPScreenshotNewSurface,SkipListAccountsWithoutGaiaCookies',
  'allow-pre-commit-input': '',
  'disable-background-timer-throttling': '',
  'disable-backgrounding-occluded-windows': '',
  'disable-dev-shm-usage': '',
  'disable-gpu': '',
  'disable-hang-monitor': '',
  'disable-infobars': '',
  'disable-ipc-flooding-protection': '',
  'disable-popup-blocking': '',
  'disable-prompt-on-repost': '',
  'disable-renderer-backgrounding': '',
  // Keeps all frames of a page in one process, so that one CDP session sees the requests of all of them.
  'disable-site-isolation-trials': '',
  // window.open is the app's to answer (setWindowOpenHandler): Chromium itself opens nothing.
  'block-new-web-contents': '',
  'password-store': 'basic',
  'use-mock-keychain': '',
}

/** Default network switches; the app may override them. */
const usualNetwork: Record<string, string> = {
  'no-proxy-server': '',
  // Host resolver that knows localhost alone (needed by `npm run dev`): a failing guard still sends nothing out.
  'host-resolver-rules': 'MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
}

/** Switches of the app that are dropped: they would undo `ownSwitches`, or exist in Electron's Chromium alone. */
const ignoredSwitches = new Set([
  'disable-back-forward-cache',
  'user-data-dir',
  'remote-debugging-port',
  'force-color-profile',
])

/** Size of the single display of a headless start, in pixels. */
export const headlessDisplay = { width: 1920, height: 1080 }

export interface OpenPage {
  /** Opened minimized, for a page that is only printed or measured. */
  hidden: boolean
  width: number
  height: number
}

/** Emits `gone` once Chromium has ended. */
export class Browser extends EventEmitter {
  readonly process: ChildProcess
  readonly connection: Connection
  /** Windows are invisible: there is no display, or this Chromium build cannot use one. */
  headless: boolean
  /** Chromium's version; empty until started. */
  version = ''
  gone = false
  /** Executable is `chrome-headless-shell`, not the full browser in headless mode. */
  private isShell = false
  private readonly executable: string
  private readonly arguments: string[]
  private silentServer: Server | undefined
  private pages = 0

  constructor(profile: string) {
    super()
    this.setMaxListeners(0)
    if (!executable) throw new Error('The stand-in needs ELECTRON_STAND_IN_BROWSER: the path of a Chromium.')
    this.executable = executable
    this.headless = commandLine.switches.has('headless') || !hasDisplay()
    this.arguments = getArguments(profile, this.headless)
    mkdirSync(profile, { recursive: true })
    const port = commandLine.switches.get('remote-debugging-port')
    this.process = spawn(
      executable,
      [
        ...this.arguments,
        '--no-startup-window',
        '--remote-debugging-pipe',
        ...(port === undefined ? [] : [`--remote-debugging-port=${port}`]),
      ],
      { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
    )
    const [, , log, input, output] = this.process.stdio
    this.connection = new Connection(input as Writable, output as Readable)
    forwardLog(log as Readable)
    const end = () => {
      if (this.gone) return
      this.gone = true
      this.connection.end()
      this.emit('gone')
    }
    this.process.on('exit', end)
    this.process.on('error', end)
  }

  async start(): Promise<void> {
    const [product, version = ''] = (await this.connection.send('Browser.getVersion')).product.split('/')
    this.version = version
    this.isShell = product === 'HeadlessChrome'
    if (this.isShell) this.headless = true
    // Server that never answers: a page opened on its address stays on the initial empty document, as Electron's pages
    // do before they load. Playwright ignores such a page, so it can be prepared before Playwright attaches.
    this.silentServer = createServer(() => {})
      .listen(0, '127.0.0.1')
      .unref()
    await once(this.silentServer, 'listening')
    await this.connection.send('Target.setDiscoverTargets', { discover: true })
  }

  /**
   * Opens a page that has loaded nothing, in a window of its own, without tabs or an address bar where it can be seen.
   * @returns the target's id, which is also the id of its main frame
   */
  async openPage({ hidden, width, height }: OpenPage): Promise<string> {
    const url = this.getEmptyAddress()
    if (this.headless || hidden) {
      // (Target.createTarget's own `hidden: true` makes a page that cannot be printed.)
      const unseen = this.headless ? {} : { windowState: 'minimized' as const, background: true }
      const { targetId } = await this.connection.send('Target.createTarget', {
        url,
        newWindow: true,
        width,
        height,
        ...unseen,
      })
      return targetId
    }
    const opened = new Promise<string>(resolve => {
      const look = ({ targetInfo }: { targetInfo: { targetId: string; type: string; url: string } }) => {
        if (targetInfo.type !== 'page' || targetInfo.url !== url) return
        this.connection.off('Target.targetCreated', look)
        resolve(targetInfo.targetId)
      }
      this.connection.on('Target.targetCreated', look)
    })
    // A window without tabs can only be asked for on a command line: a second start hands it to the running Chromium.
    spawn(this.executable, [...this.arguments, `--app=${url}`], { stdio: 'ignore' }).unref()
    return opened
  }

  async closePage(targetId: string): Promise<void> {
    await this.connection.send('Target.closeTarget', { targetId })
  }

  /** Closes Chromium; SIGKILL after 3 s. */
  async close(): Promise<void> {
    if (this.gone) return
    const gone = once(this, 'gone')
    // Chromium may be gone before it answers.
    this.connection.send('Browser.close').catch(() => {})
    const timer = setTimeout(() => this.process.kill('SIGKILL'), 3000)
    await gone
    clearTimeout(timer)
  }

  /** Address of an empty page. The headless shell would block on the silent server, so it gets an unknown scheme. */
  private getEmptyAddress(): string {
    this.pages++
    if (this.isShell) return 'x-nothing:'
    const address = this.silentServer?.address()
    const port = typeof address === 'object' ? address?.port : undefined
    return `http://127.0.0.1:${port}/${this.pages}`
  }
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

function getArguments(profile: string, headless: boolean): string[] {
  const { width, height } = headlessDisplay
  const switches = new Map([...commandLine.switches].filter(([name]) => !ignoredSwitches.has(name)))
  for (const [name, value] of Object.entries(ownSwitches)) switches.set(name, value)
  for (const [name, value] of Object.entries(usualNetwork))
    if (!switches.has(name) && !(name === 'no-proxy-server' && switches.has('proxy-server')))
      switches.set(name, value)
  switches.delete('no-startup-window')
  switches.set('user-data-dir', profile)
  if (headless) switches.set('headless', '').set('screen-info', `{${width}x${height}}`)
  // Chromium refuses to run as root with its sandbox; --test-type hides the warning about that.
  if (process.getuid?.() === 0) switches.set('no-sandbox', '').set('test-type', '')
  return [...switches].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`))
}

/** Debuggers and Playwright wait for one line; the rest of Chromium's log is noise. */
function forwardLog(log: Readable): void {
  let rest = ''
  log.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line.startsWith('DevTools listening on ') || process.env.ELECTRON_STAND_IN_LOG)
        process.stderr.write(`${line}\n`)
    }
  })
}

let running: Browser | undefined

/** @throws before the app is ready */
export function getBrowser(): Browser {
  if (!running) throw new Error('Chromium has not been started yet: wait for app.whenReady().')
  return running
}

export async function startBrowser(profile: string): Promise<Browser> {
  running = new Browser(profile)
  await Promise.race([
    running.start(),
    once(running, 'gone').then(() => {
      throw new Error(`Chromium ended while starting: ${executable} (ELECTRON_STAND_IN_LOG=1 shows its log).`)
    }),
  ])
  return running
}

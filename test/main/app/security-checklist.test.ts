/**
 * Electron's security checklist, point by point: each test bears the heading of its point. What holds against a script in
 * the page is tried out in `test/e2e/closed.spec.ts` and `nothing-leaves.spec.ts`.
 */
import { EventEmitter } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App, IpcMain, IpcMainInvokeEvent, Session } from 'electron'
import { beforeAll, expect, test, vi } from 'vitest'
import { guardNavigation, guardSession, isTrustedCaller } from '../../../main/app/guards.ts'
import {
  answerPageRequest,
  isOwnPage,
  pageAddress,
  registerPageScheme,
} from '../../../main/app/page-origin.ts'
import { openHiddenWindow, openMainWindow } from '../../../main/app/window.ts'
import { registerCalls } from '../../../main/ipc/calls.ts'
import { registerDrops } from '../../../main/ipc/dropped-files.ts'
import { createPages } from '../../../main/ipc/pages.ts'
import { fuses } from '../../../main/packaging/fuses.ts'
import { callNames, EVENT_CHANNEL } from '../../../shared/call-names.ts'
import { plainSurroundings } from '../../../shared/surroundings.ts'
import { scanProduct } from '../../tools/scan/rules.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'

/** Calls to Electron, as recorded. */
const asked = vi.hoisted(() => ({
  preferences: [] as Electron.WebPreferences[],
  addresses: [] as string[],
  exposed: new Map<string, Record<string, (...given: unknown[]) => unknown>>(),
  invoked: [] as unknown[][],
  listeners: [] as ((event: unknown, message: unknown) => void)[],
}))

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  class BrowserWindow extends Emitter {
    constructor({ webPreferences = {} }: Electron.BrowserWindowConstructorOptions) {
      super()
      asked.preferences.push(webPreferences)
    }
    async loadURL(address: string) {
      asked.addresses.push(address)
    }
  }
  const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } }
  return {
    BrowserWindow,
    app: { isPackaged: true, getPath: () => '/nowhere' },
    screen: { getPrimaryDisplay: () => display, getAllDisplays: () => [display] },
    contextBridge: {
      exposeInMainWorld: (name: string, api: Record<string, () => unknown>) => asked.exposed.set(name, api),
    },
    ipcRenderer: {
      invoke: async (...given: unknown[]) => void asked.invoked.push(given),
      on: (_channel: string, listener: (event: unknown, message: unknown) => void) =>
        asked.listeners.push(listener),
      off: () => {},
    },
    webUtils: { getPathForFile: () => '' },
  }
})

const root = join(import.meta.dirname, '../../..')
const newFolder = temporaryFolders()
const findings = scanProduct(root)
const countFindings = (rule: string) => findings.filter(finding => finding.rule === rule).length

beforeAll(() => {
  openMainWindow(plainSurroundings)
  openHiddenWindow('#/print', plainSurroundings)
})

/** Preferences of the program's two kinds of window. */
function forEachWindow(check: (preferences: Electron.WebPreferences) => void): void {
  expect(asked.preferences).toHaveLength(2)
  for (const preferences of asked.preferences) check(preferences)
}

const makeEvent = (url = '') => ({
  url,
  defaultPrevented: false,
  preventDefault() {
    this.defaultPrevented = true
  },
})

/** Contents of a window, as the program's guards see them. */
function guardContents() {
  const app = Object.assign(new EventEmitter(), { isPackaged: true })
  guardNavigation(app as unknown as App)
  const contents = Object.assign(new EventEmitter(), {
    answerOpen: (_details: unknown): unknown => undefined,
    setWebRTCIPHandlingPolicy() {},
    setWindowOpenHandler(handler: (details: unknown) => unknown) {
      contents.answerOpen = handler
    },
  })
  app.emit('web-contents-created', {}, contents)
  return contents
}

type Answer = (...given: unknown[]) => unknown

/** Handlers that the program sets on a session, by the name of the method that sets them. */
function guardFakeSession(): Record<string, Answer> {
  const handlers: Record<string, Answer> = {}
  const take = (name: string) => (handler: Answer) => {
    handlers[name] = handler
  }
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: take('request'),
    setPermissionCheckHandler: take('check'),
    setDevicePermissionHandler: take('device'),
    setDisplayMediaRequestHandler: take('display'),
    webRequest: { onBeforeRequest: take('before') },
  })
  guardSession(session as unknown as Session, true)
  return handlers
}

/** Addresses that are none of the program's. */
const strangers = [
  ...['https://example.org/', 'http://127.0.0.1/', 'http://localhost:5173/', 'ws://127.0.0.1/'],
  ...[
    'file:///etc/passwd',
    'app://elsewhere/',
    'app://unknot.evil/',
    'javascript:alert(1)',
    'not an address',
  ],
]

test('1. Only load secure content', () => {
  expect(new Set(asked.addresses)).toEqual(
    new Set(['app://unknot/index.html#/today', 'app://unknot/index.html#/print']),
  )
  const { before } = guardFakeSession()
  for (const url of strangers) {
    const decided: unknown[] = []
    before?.({ url }, (decision: unknown) => decided.push(decision))
    expect(decided, url).toEqual([{ cancel: true }])
  }
})

test('2. Do not enable Node.js integration for remote content', () => {
  forEachWindow(preferences => {
    expect(preferences.nodeIntegration).toBe(false)
    expect(preferences).not.toHaveProperty('nodeIntegrationInWorker')
    expect(preferences).not.toHaveProperty('nodeIntegrationInSubFrames')
  })
  expect(countFindings('node in a page')).toBe(0)
})

test('3. Enable context isolation', () => {
  forEachWindow(({ contextIsolation }) => expect(contextIsolation).toBe(true))
  expect(countFindings('shared context')).toBe(0)
})

test('4. Enable process sandboxing', () => {
  forEachWindow(({ sandbox }) => expect(sandbox).toBe(true))
  // For every window, whatever its preferences; before the app is ready.
  expect(readFileSync(join(root, 'main/app/index.ts'), 'utf8')).toMatch(/^app\.enableSandbox\(\)$/m)
  expect(countFindings('no sandbox')).toBe(0)
})

test('5. Handle session permission requests from remote content', () => {
  const { request, check, device, display } = guardFakeSession()
  for (const permission of [
    ...['clipboard-read', 'clipboard-sanitized-write', 'media', 'geolocation', 'notifications', 'midi'],
    ...['openExternal', 'fullscreen', 'fileSystem', 'hid', 'serial', 'usb', 'not-invented-yet'],
  ]) {
    const decided: unknown[] = []
    request?.({}, permission, (isGranted: unknown) => decided.push(isGranted))
    expect(decided, permission).toEqual([false])
    expect(check?.(null, permission), permission).toBe(false)
  }
  expect(device?.({ deviceType: 'usb' })).toBe(false)
  const streams: unknown[] = []
  display?.({}, (stream: unknown) => streams.push(stream))
  expect(streams).toEqual([null])
})

test('6. Do not disable webSecurity', () => {
  forEachWindow(preferences => expect(preferences).not.toHaveProperty('webSecurity'))
  expect(countFindings('no web security')).toBe(0)
})

test('7. Define a Content Security Policy', async () => {
  const folder = join(root, 'renderer')
  const { headers } = await answerPageRequest(folder, 'app://unknot/index.html')
  const policy = new Map(
    headers
      .get('content-security-policy')
      ?.split('; ')
      .map(directive => [directive.split(' ')[0], directive]),
  )
  expect(policy.get('default-src')).toBe("default-src 'none'")
  expect(policy.get('script-src')).toBe("script-src 'self'")
  expect(policy.get('connect-src')).toBe("connect-src 'self'")
  for (const name of ['base-uri', 'form-action', 'frame-ancestors'])
    expect(policy.get(name)).toBe(`${name} 'none'`)
  expect([...policy.values()].join()).not.toMatch(/unsafe-eval|https?:|\*/)
  expect(countFindings('markup from text') + countFindings('code from text')).toBe(0)
})

test('8. Do not enable allowRunningInsecureContent', () => {
  forEachWindow(preferences => expect(preferences).not.toHaveProperty('allowRunningInsecureContent'))
  expect(countFindings('insecure content')).toBe(0)
})

test('9. Do not enable experimental features', () => {
  forEachWindow(preferences => expect(preferences).not.toHaveProperty('experimentalFeatures'))
  expect(countFindings('experimental features')).toBe(0)
})

test('10. Do not use enableBlinkFeatures', () => {
  forEachWindow(preferences => expect(preferences).not.toHaveProperty('enableBlinkFeatures'))
  expect(countFindings('Blink features')).toBe(0)
})

test('11. Do not use allowpopups for WebViews', () => {
  forEachWindow(({ webviewTag }) => expect(webviewTag).toBe(false))
  expect(countFindings('popups of a webview') + countFindings('webview')).toBe(0)
})

test('12. Verify WebView options before creation', () => {
  const event = makeEvent()
  guardContents().emit('will-attach-webview', event, { nodeIntegration: true }, { src: 'app://unknot/' })
  expect(event.defaultPrevented).toBe(true)
})

test('13. Disable or limit navigation', () => {
  const contents = guardContents()
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    const isPrevented = (url: string) => {
      const event = makeEvent(url)
      contents.emit(name, event)
      return event.defaultPrevented
    }
    for (const url of [...strangers, 'data:text/html,x'])
      expect(isPrevented(url), `${name} ${url}`).toBe(true)
    expect(isPrevented('app://unknot/index.html#/today')).toBe(false)
  }
})

test('14. Disable or limit creation of new windows', () => {
  const { answerOpen } = guardContents()
  for (const url of [...strangers, 'app://unknot/index.html', 'about:blank'])
    expect(answerOpen({ url }), url).toEqual({ action: 'deny' })
})

test('15. Do not use shell.openExternal with untrusted content', () => {
  expect(countFindings('address in a browser')).toBe(0)
})

test('16. Use a current version of Electron', () => {
  const readVersion = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'))
  const pinned: string = readVersion('package.json').devDependencies.electron
  expect(pinned).toMatch(/^\d+\.\d+\.\d+$/)
  expect(readVersion('node_modules/electron/package.json').version).toBe(pinned)
  // A release names the version that it is made with, and its steps begin with raising it.
  expect(readFileSync(join(root, 'main/packaging/README.md'), 'utf8')).toContain('npm outdated electron')
})

test('17. Validate the sender of all IPC messages', () => {
  const mainFrame = { url: pageAddress(true, '#/today') }
  const isTrusted = (senderFrame: object | null, sender: object = { mainFrame }) =>
    isTrustedCaller({ senderFrame, sender } as unknown as IpcMainInvokeEvent, true)
  expect(isTrusted(mainFrame)).toBe(true)
  expect(isTrusted(null)).toBe(false)
  expect(isTrusted({ url: mainFrame.url })).toBe(false)
  for (const url of strangers) {
    const frame = { url }
    expect(isTrusted(frame, { mainFrame: frame }), url).toBe(false)
  }
  const answers = new Map<string, (event: IpcMainInvokeEvent, input: unknown) => unknown>()
  registerCalls(
    { handle: (call, answer) => void answers.set(call, answer) } satisfies Pick<IpcMain, 'handle'>,
    { getHandlers: () => ({}), pages: createPages(), isTrusted: () => false },
  )
  expect([...answers.keys()]).toEqual([...callNames])
  for (const [call, answer] of answers)
    expect(() => answer({} as IpcMainInvokeEvent, {}), call).toThrow('refused')
  registerDrops(
    { handle: (_channel, answer) => expect(() => answer({} as IpcMainInvokeEvent, [])).toThrow('refused') },
    { intents: { add: () => expect.fail('a drop of a stranger was taken') }, isTrusted: () => false },
  )
  expect(countFindings('channel of main')).toBe(2)
})

test('18. Avoid usage of the file:// protocol and prefer usage of custom protocols', async () => {
  const schemes: Electron.CustomScheme[] = []
  registerPageScheme({ registerSchemesAsPrivileged: given => void schemes.push(...given) })
  // No bypass of the policy, no service worker, no requests from other origins.
  expect(schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true } }])
  expect(isOwnPage(true, 'file:///opt/Unknot/resources/app.asar/out/renderer/index.html')).toBe(false)
  expect(countFindings('file address')).toBe(0)
  const folder = newFolder()
  for (const way of ['../', '..%2f', '%2e%2e%2f', 'assets/..%2f..%2f', '..%5c'])
    expect((await answerPageRequest(folder, `app://unknot/${way}package.json`)).status, way).toBe(404)
})

/** Read back from three packed programs by `npm run package:check`. */
test('19. Check which fuses you can change', () => {
  expect(fuses).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: false,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
    WasmTrapHandlers: true,
  })
  expect(readFileSync(join(root, 'main/packaging/hooks.ts'), 'utf8')).toContain(
    'strictlyRequireAllFuses: true',
  )
})

test('20. Do not expose Electron APIs to untrusted web content', async () => {
  // Where the preload listens for drops.
  vi.stubGlobal('window', new EventTarget())
  await import('../../../preload/index.ts')
  expect([...asked.exposed.keys()]).toEqual(['unknot', 'unknotEvents', 'unknotSurroundings'])
  const { unknot = {}, unknotEvents = {}, unknotSurroundings = {} } = Object.fromEntries(asked.exposed)
  expect(Object.keys(unknot)).toEqual([...callNames])
  // Each function has a channel of its own, which the page cannot choose.
  for (const [call, invoke] of Object.entries(unknot)) {
    asked.invoked.length = 0
    await invoke('input', 'job', 'surplus')
    expect(asked.invoked).toEqual([[call, 'input', 'job']])
  }
  expect(Object.keys(unknotEvents)).toEqual(['subscribe'])
  const heard: unknown[] = []
  unknotEvents.subscribe?.((...given: unknown[]) => heard.push(given))
  // Without the event, whose `sender` is ipcRenderer.
  for (const hear of asked.listeners) hear({ sender: 'ipcRenderer' }, `on ${EVENT_CHANNEL}`)
  expect(heard).toEqual([[`on ${EVENT_CHANNEL}`]])
  // Data alone: a function would not survive this.
  expect(structuredClone(unknotSurroundings)).toEqual(unknotSurroundings)
  for (const file of globSync('{renderer,shared}/**/*.{ts,tsx}', { cwd: root }))
    expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(/from 'electron'|require\('electron'\)/)
})

/** Egress: every network API of a page is tried, with a listener at its target. Nothing may leave the computer. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchApp } from '../host/launch.ts'
import { shareFolder, startApp } from './app.ts'
import { attemptEgress, type EgressTargets, makeEgressScript, SECRET } from './egress.ts'
import { type Listener, listen } from './listeners.ts'
import { answerSaveDialogs, openScreen, passWelcome, screens } from './person.ts'

const ways = ['http', 'preconnect', 'webrtc', 'webtransport'] as const
let listeners: Record<(typeof ways)[number], Listener>

test.beforeEach(async () => {
  const opened = await Promise.all(ways.map(async way => [way, await listen()] as const))
  listeners = Object.fromEntries(opened) as typeof listeners
})
test.afterEach(() => Promise.all(Object.values(listeners).map(listener => listener.close())))

const getFolder = shareFolder()
const getHosts = (): EgressTargets => ({
  http: listeners.http.hosts,
  preconnect: listeners.preconnect.hosts,
  webrtc: listeners.webrtc.hosts,
  webtransport: listeners.webtransport.hosts,
})
const getHeard = () => Object.values(listeners).flatMap(({ heard }) => heard)

test('a walk over all screens opens no connection and looks up no name', async () => {
  const log = join(getFolder(), 'network.json')
  const { page, electronApp, close } = await startApp({ args: ['--demo', `--log-net-log=${log}`] })
  for (const name of screens) await openScreen(page, name)
  await answerSaveDialogs(electronApp, join(getFolder(), 'report.pdf'))
  await openScreen(page, 'Report')
  await page.getByRole('button', { name: 'Save PDF' }).click()
  await page.getByRole('status').filter({ hasText: 'report.pdf' }).waitFor({ timeout: 60_000 })
  for (const title of ['Relief guide', 'Check my symptoms', 'About cramps']) {
    await openScreen(page, 'Plan')
    await page.getByRole('link', { name: new RegExp(`^${title}`) }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
  }
  await page.getByRole('button', { name: /^Cramp now/ }).click()
  await page.getByRole('button', { name: 'Not a cramp', exact: true }).click()
  await close()
  const events = readNetworkEvents(log)
  expect(events.length).toBeGreaterThan(0)
  expect(events.filter(name => LEAVES.test(name))).toEqual([])
})

test('a script in the page reaches nobody by any way', async () => {
  const log = join(getFolder(), 'network.json')
  const { page, close } = await startApp({ args: [`--log-net-log=${log}`] })
  await passWelcome(page)
  await attemptEgress(page, getHosts())
  await close()
  expect(getHeard()).toEqual([])
  expect(readNetworkEvents(log).filter(name => LEAVES.test(name))).toEqual([])
})

test('a script in a page without the program’s policy reaches nobody either', async () => {
  const { electronApp, close } = await startApp()
  await electronApp.evaluate(async ({ BrowserWindow }, script) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    await window.loadURL('data:text/html,<body>A page without a policy')
    await window.webContents.executeJavaScript(script)
    window.destroy()
  }, makeEgressScript(getHosts()))
  await close()
  expect(getHeard()).toEqual([])
})

test('the program’s own address leads to no other by a redirection', async () => {
  const { electronApp, page, close } = await startApp()
  const isPrevented = await electronApp.evaluate(async ({ BrowserWindow, protocol, session }, url) => {
    protocol.unhandle('app')
    protocol.handle('app', () => new Response(null, { status: 302, headers: { location: url } }))
    // Request guard off: it would stop the redirection as well, and the guard of redirections is tested here.
    session.defaultSession.webRequest.onBeforeRequest(null)
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) throw new Error('there is no window')
    return new Promise<boolean>(resolve => {
      window.webContents.once('will-redirect', event => resolve(event.defaultPrevented))
      window.webContents.reload()
    })
  }, `http://${listeners.http.hosts[0]}/redirected`)
  expect(isPrevented).toBe(true)
  expect(page.url()).not.toContain('redirected')
  await close()
  expect(getHeard()).toEqual([])
})

/** Control: without it the specs above would pass for want of a listener. */
test('from a program without guards, the listeners hear each way', async () => {
  const server: Server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><body>Unguarded')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const log = join(getFolder(), 'network.json')
  const { page, host, close } = await launchApp({
    app: join(import.meta.dirname, 'unguarded-app'),
    args: [`--page=${address}`, `--log-net-log=${log}`],
  })
  const finished = attemptEgress(page, getHosts()).catch(() => {})
  const getPaths = () =>
    listeners.http.heard.flatMap(line => /^TCP [A-Z]+ \/([a-z-]+)\?/.exec(line)?.[1] ?? [])
  await expect.poll(() => [...new Set(getPaths())].sort()).toEqual(HTTP_WAYS)
  // The stand-in runs on Chromium's headless shell, which does not preconnect.
  if (host.kind === 'electron')
    await expect.poll(() => listeners.preconnect.heard).toContain('TCP connection')
  await expect.poll(() => listeners.webtransport.heard).toContainEqual(expect.stringMatching(/^UDP /))
  // TURN user name in clear text.
  await expect.poll(() => listeners.webrtc.heard).toContainEqual(expect.stringMatching(`^UDP .*${SECRET}`))
  await expect.poll(() => listeners.webrtc.heard).toContainEqual(expect.stringMatching(/^TCP [^c]/))
  await close()
  await finished
  server.close()
  expect(readNetworkEvents(log).filter(name => LEAVES.test(name))).toContain('TCP_CONNECT')
})

/**
 * Events of Chromium's network log that mean egress: TCP connect, bytes sent, host name resolved. A UDP socket that is
 * bound or connected and closed again is none: by that Chromium learns its own address.
 */
const LEAVES =
  /^(TCP_CONNECT(_ATTEMPT)?$|(SOCKET|UDP)_BYTES_SENT|HOST_RESOLVER_(DNS|SYSTEM|MANAGER_(JOB|ATTEMPT))|DNS_TRANSACTION)/

/** Event names in a network log of Chromium (`--log-net-log`). */
function readNetworkEvents(path: string): string[] {
  const log: { constants: { logEventTypes: Record<string, number> }; events: { type: number }[] } =
    JSON.parse(readFileSync(path, 'utf8'))
  const names = new Map(Object.entries(log.constants.logEventTypes).map(([name, type]) => [type, name]))
  return log.events.map(({ type }) => names.get(type) ?? String(type))
}

/** APIs that Chromium itself allows; cross-origin workers, and icons without a window, are not among them. */
const HTTP_WAYS = [
  'audio',
  'background',
  'beacon',
  'cursor',
  'embed',
  'events',
  'fetch',
  'font',
  'font-face',
  'form',
  'frame',
  'image',
  'import',
  'in-worker',
  'keepalive',
  'list-style',
  'mask',
  'module',
  'modulepreload',
  'object',
  'ping',
  'prefetch',
  'preload',
  'script',
  'socket',
  'speculation',
  'srcdoc',
  'srcset',
  'style-import',
  'stylesheet',
  'video',
  'window',
  'xhr',
]

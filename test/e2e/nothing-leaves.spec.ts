/** Nothing leaves the computer: every way out that a page has, tried, with a listener at the other end of it. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchApp } from '../host/launch.ts'
import { startApp } from './app.ts'
import { type Listener, listen } from './listeners.ts'
import { passWelcome } from './person.ts'
import { makeWaysOutScript, SECRET, tryWaysOut, type WaysOut } from './ways-out.ts'

const ways = ['http', 'preconnect', 'webrtc', 'webtransport'] as const
let listeners: Record<(typeof ways)[number], Listener>

test.beforeEach(async () => {
  const opened = await Promise.all(ways.map(async way => [way, await listen()] as const))
  listeners = Object.fromEntries(opened) as typeof listeners
})
test.afterEach(() => Promise.all(Object.values(listeners).map(listener => listener.close())))

const getHosts = (): WaysOut => ({
  http: listeners.http.hosts,
  preconnect: listeners.preconnect.hosts,
  webrtc: listeners.webrtc.hosts,
  webtransport: listeners.webtransport.hosts,
})
const getHeard = () => Object.values(listeners).flatMap(({ heard }) => heard)

test('a script in the page reaches nobody by any way', async () => {
  const { page, close } = await startApp()
  await passWelcome(page)
  await tryWaysOut(page, getHosts())
  await close()
  expect(getHeard()).toEqual([])
})

test('a script in a page without the program’s policy reaches nobody either', async () => {
  const { electronApp, close } = await startApp()
  await electronApp.evaluate(async ({ BrowserWindow }, script) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    await window.loadURL('data:text/html,<body>A page without a policy')
    await window.webContents.executeJavaScript(script)
    window.destroy()
  }, makeWaysOutScript(getHosts()))
  await close()
  expect(getHeard()).toEqual([])
})

/** Else the specs above would pass for want of a listener. */
test('from a program without guards, the listeners hear each way', async () => {
  const server: Server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><body>Unguarded')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const { page, host, close } = await launchApp({
    app: join(import.meta.dirname, 'unguarded-app'),
    args: [`--page=${address}`],
  })
  const finished = tryWaysOut(page, getHosts()).catch(() => {})
  const getPaths = () =>
    listeners.http.heard.flatMap(line => /^TCP [A-Z]+ \/([a-z-]+)\?/.exec(line)?.[1] ?? [])
  await expect.poll(() => [...new Set(getPaths())].sort()).toEqual(HTTP_WAYS)
  // Chromium's headless shell, on which the stand-in runs, does not preconnect.
  if (host.kind === 'electron')
    await expect.poll(() => listeners.preconnect.heard).toContain('TCP connection')
  await expect.poll(() => listeners.webtransport.heard).toContainEqual(expect.stringMatching(/^UDP /))
  // The user name, in clear text.
  await expect.poll(() => listeners.webrtc.heard).toContainEqual(expect.stringMatching(`^UDP .*${SECRET}`))
  await expect.poll(() => listeners.webrtc.heard).toContainEqual(expect.stringMatching(/^TCP [^c]/))
  await close()
  await finished
  server.close()
})

/** As far as Chromium itself lets pages use them: workers of another origin, and icons without a window, it does not. */
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

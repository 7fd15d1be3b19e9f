import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { readSeen, runFixtureApp } from './fixture-app.ts'

const app = runFixtureApp()

/** HTTP server on the loopback address: only a guard can keep the page from reaching it. */
let server: Server
let reached: string[]
let address: string
test.beforeEach(async () => {
  reached = []
  server = createServer((request, response) => {
    reached.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*').end('reached')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
test.afterEach(() => new Promise(resolve => server.close(resolve)))

test('window.open is the app’s to answer, and opens nothing', async () => {
  const { electronApp, page } = app()
  const opened = await page.evaluate(() => window.open('https://example.org/x'))
  expect(opened).toBeNull()
  await expect.poll(async () => (await readSeen(app())).opened).toEqual(['https://example.org/x'])
  expect(electronApp.windows()).toHaveLength(1)
  const records = await electronApp.evaluate(() => globalThis.electronStandIn?.records)
  expect(records).toEqual([{ module: 'shell', method: 'openExternal', given: 'https://example.org/x' }])
})

for (const [how, modifiers] of [
  ['New window', []],
  ['Out', ['ControlOrMeta']],
] as const) {
  test(`a link to a new window (“${how}”) is the app’s to answer, and opens nothing`, async () => {
    const { electronApp, page } = app()
    await page.getByRole('link', { name: how }).click({ modifiers: [...modifiers] })
    await expect.poll(async () => (await readSeen(app())).opened).toHaveLength(1)
    expect(electronApp.windows()).toHaveLength(1)
    await expect(page.getByRole('heading', { name: 'Fixture' })).toBeVisible()
  })
}

test('navigations that the app prevents leave the page where it is', async () => {
  const { page } = app()
  await page.evaluate(url => {
    document.body.dataset.mark = 'the same document'
    location.href = url
  }, `${address}/script`)
  await expect.poll(async () => (await readSeen(app())).navigations).toEqual([`${address}/script`])
  await page.evaluate(url => {
    const form = document.body.appendChild(document.createElement('form'))
    Object.assign(form, { method: 'post', action: url }).submit()
  }, `${address}/form`)
  await expect.poll(async () => (await readSeen(app())).navigations).toHaveLength(2)
  await page.getByRole('link', { name: 'Out' }).click()
  await expect.poll(async () => (await readSeen(app())).navigations).toHaveLength(3)
  expect(await page.evaluate(() => document.body.dataset.mark)).toBe('the same document')
  expect(await page.evaluate(() => window.fixture.sender())).toBe('app://fixture/index.html')
  expect(reached).toEqual([])
})

test('a page cannot go to a file', async () => {
  const { page } = app()
  // Chromium ends the attempt with this line on the console; no guard of the app hears of it.
  const refused = page.waitForEvent('console', message =>
    message.text().includes('Not allowed to load local resource'),
  )
  await page.evaluate(() => {
    document.body.dataset.mark = 'the same document'
    location.href = 'file:///etc/passwd'
  })
  await refused
  expect(await page.evaluate(() => document.body.dataset.mark)).toBe('the same document')
})

test('a navigation that the app allows goes on', async () => {
  const { page } = app()
  await page.getByRole('link', { name: 'Second page' }).click()
  await expect(page.getByRole('heading', { name: 'Second page' })).toBeVisible()
  expect((await readSeen(app())).navigations).toEqual(['app://fixture/second.html'])
  expect(await page.evaluate(() => window.fixture.sender())).toBe('app://fixture/second.html')
})

test('what the app loads itself is not put before its guard', async () => {
  const { electronApp, page } = app()
  await electronApp.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.loadURL('app://fixture/second.html#place'),
  )
  await expect(page.getByRole('heading', { name: 'Second page' })).toBeVisible()
  expect((await readSeen(app())).navigations).toEqual([])
  expect(
    await electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL()),
  ).toBe('app://fixture/second.html#place')
})

test('a frame inside the page is the app’s to prevent', async () => {
  const { page } = app()
  await page.evaluate(url => {
    document.body.appendChild(document.createElement('iframe')).src = url
  }, `${address}/frame`)
  await expect.poll(async () => (await readSeen(app())).frames).toEqual([`${address}/frame`])
  expect(reached).toEqual([])
})

test('a redirection is the app’s to prevent', async () => {
  const { electronApp, page } = app()
  const requested: string[] = []
  server.removeAllListeners('request').on('request', (request, response) => {
    requested.push(request.url ?? '')
    response.writeHead(302, { location: `${address}/elsewhere` }).end()
  })
  await electronApp.evaluate(({ BrowserWindow, session }) => {
    session.defaultSession.webRequest.onBeforeRequest(null)
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-redirect', event => {
      globalThis.seen.navigations.push(event.url)
      event.preventDefault()
    })
  })
  await page.evaluate(url => {
    location.href = `${url}/redirect#allowed`
  }, address)
  await expect
    .poll(async () => (await readSeen(app())).navigations)
    .toEqual([`${address}/redirect#allowed`, `${address}/elsewhere`])
  await expect(page.getByRole('heading', { name: 'Fixture' })).toBeVisible()
  expect(requested).toEqual(['/redirect'])
})

test('the picture of the display is the app’s to give', async () => {
  const { electronApp, page } = app()
  await electronApp.evaluate(({ session }) => {
    session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) => {
      globalThis.seen.permissions.push(permission)
      answer(true)
    })
    session.defaultSession.setDisplayMediaRequestHandler((request, give) => {
      globalThis.seen.permissions.push(`${request.securityOrigin} asks for the display`)
      give(null)
    })
  })
  const name = await page.evaluate(() =>
    navigator.mediaDevices.getDisplayMedia().catch((error: Error) => error.name),
  )
  expect(name).toMatch(/^Not(Allowed|Supported)Error$/)
  expect((await readSeen(app())).permissions).toEqual([
    'display-capture',
    'app://fixture asks for the display',
  ])
})

test('a link out of the browser is put before guard and permission handler, and goes nowhere', async () => {
  const { electronApp, page } = app()
  await electronApp.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.removeAllListeners('will-navigate'),
  )
  await page.getByRole('link', { name: 'Mail' }).click()
  await expect.poll(async () => (await readSeen(app())).permissions).toEqual(['openExternal'])
  expect(await electronApp.evaluate(() => globalThis.electronStandIn?.records)).toEqual([])
})

test('requests that the app cancels reach nobody', async () => {
  const { electronApp, page } = app()
  const fetchIt = (url: string) =>
    page.evaluate(
      target =>
        fetch(target).then(
          response => response.text(),
          () => 'refused',
        ),
      url,
    )
  expect(await fetchIt(`${address}/fetch`)).toBe('refused')
  expect((await readSeen(app())).requests).toEqual([`${address}/fetch`])
  expect(reached).toEqual([])
  // Control: the same request succeeds without the guard.
  await electronApp.evaluate(({ session }) => session.defaultSession.webRequest.onBeforeRequest(null))
  expect(await fetchIt(`${address}/fetch`)).toBe('reached')
})

test('permissions are refused by the app’s handler', async () => {
  const { page } = app()
  const answers = await page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    position: await new Promise(resolve =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        error => resolve(error.code === error.PERMISSION_DENIED ? 'denied' : error.message),
      ),
    ),
    clipboard: await navigator.clipboard.readText().catch((error: Error) => error.name),
    write: await navigator.clipboard.writeText('a').catch((error: Error) => error.name),
    fullscreen: await document.body.requestFullscreen().catch((error: Error) => error.name),
    asked: (await navigator.permissions.query({ name: 'geolocation' })).state,
  }))
  expect(answers).toEqual({
    notifications: 'denied',
    position: 'denied',
    clipboard: 'NotAllowedError',
    write: 'NotAllowedError',
    fullscreen: 'TypeError',
    asked: 'denied',
  })
  const { permissions, checks } = await readSeen(app())
  expect(permissions).toEqual([
    'notifications',
    'geolocation',
    'clipboard-read',
    'clipboard-sanitized-write',
    'fullscreen',
  ])
  expect(checks).toEqual(['geolocation'])
})

test('a camera is asked for as media', async () => {
  const { page } = app()
  const name = await page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ video: true }).catch((error: Error) => error.name),
  )
  expect(name).toMatch(/NotAllowedError|NotFoundError/)
  expect((await readSeen(app())).permissions).toEqual(['media'])
})

test('without handlers permissions are given, as in Electron', async () => {
  const { electronApp, page } = app()
  await electronApp.evaluate(({ session }) => {
    session.defaultSession.setPermissionRequestHandler(null)
    session.defaultSession.setPermissionCheckHandler(null)
  })
  const answers = await page.evaluate(async () => [
    await Notification.requestPermission(),
    (await navigator.permissions.query({ name: 'geolocation' })).state,
  ])
  expect(answers).toEqual(['granted', 'granted'])
})

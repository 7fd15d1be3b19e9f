/** Closed by default: refusals that hold even for a foreign script running in the program's page. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { callNames } from '../../shared/call-names.ts'
import { emptyProfile } from '../../shared/kinds/profile.ts'
import { root } from '../host/host.ts'
import { shareApp } from './app.ts'
import { passWelcome } from './person.ts'

const app = shareApp()
let page: Page

/** HTTP server on the loopback address: only the program's guards keep a page from reaching it. */
let server: Server
let reached: string[]
let address: string

test.beforeAll(async () => {
  page = app().page
  await passWelcome(page)
  reached = []
  server = createServer((request, response) => {
    reached.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*').end('reached')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
test.afterAll(() => new Promise(resolve => server.close(resolve)))

/** Invariant after each attempt: same document, only one window, no request at the server. */
test.afterEach(async () => {
  await expect(page.getByRole('heading', { level: 1, name: 'Today', exact: true })).toBeVisible()
  // Playwright hears of a destroyed window after destroy() has returned.
  await expect.poll(() => app().electronApp.windows()).toHaveLength(1)
  expect(reached).toEqual([])
})

// Playwright's scripts are exempt from the policy, so the document itself makes the attempt.
test('an inline script does not run', async () => {
  const tried = await page.evaluate(async () => {
    const violation = nextViolation()
    const script = document.createElement('script')
    script.textContent = 'window.hasRun = true'
    document.head.append(script)
    return { directive: await violation, hasRun: 'hasRun' in window }

    function nextViolation() {
      return new Promise<string>(resolve => {
        document.addEventListener('securitypolicyviolation', event => resolve(event.effectiveDirective), {
          once: true,
        })
      })
    }
  })
  expect(tried).toEqual({ directive: 'script-src-elem', hasRun: false })
})

test('a script in an attribute does not run, nor one made of a text', async () => {
  const tried = await page.evaluate(async () => {
    const directives: string[] = []
    document.addEventListener('securitypolicyviolation', event => directives.push(event.effectiveDirective))
    const nextEvent = (target: EventTarget, name: string) =>
      new Promise(resolve => target.addEventListener(name, resolve, { once: true }))
    const image = document.createElement('img')
    const attributeRefused = nextEvent(document, 'securitypolicyviolation')
    image.setAttribute('onerror', 'window.hasRun = true')
    // Registered after the attribute, so it is called after a handler that the attribute had made.
    const failed = nextEvent(image, 'error')
    image.src = 'data:,'
    document.body.append(image)
    await Promise.all([attributeRefused, failed])
    // Playwright's exemption from the policy covers the first task alone; this is a later one.
    const textRefused = nextEvent(document, 'securitypolicyviolation')
    const text: unknown = 'window.hasRun = true'
    setTimeout(text as TimerHandler, 0)
    // Timers of equal delay run in order: this one ends after the text would have run.
    const timersRun = new Promise(resolve => setTimeout(resolve, 0))
    await Promise.all([textRefused, timersRun])
    image.remove()
    return { directives: directives.toSorted(), hasRun: 'hasRun' in window }
  })
  expect(tried).toEqual({ directives: ['script-src', 'script-src-attr'], hasRun: false })
})

test('a script from elsewhere is not loaded', async () => {
  const outcome = await page.evaluate(
    url =>
      new Promise<string>(resolve => {
        const script = document.createElement('script')
        script.src = url
        script.onload = () => resolve('loaded')
        script.onerror = () => resolve('refused')
        document.head.append(script)
      }),
    `${address}/script.js`,
  )
  expect(outcome).toBe('refused')
})

test('nothing can be fetched from or sent to anywhere', async () => {
  const tries = await page.evaluate(async url => {
    const nameOf = (error: unknown) => (error instanceof Error ? error.name : String(error))
    const fetchIt = (target: string) => fetch(target, { mode: 'no-cors' }).then(() => 'reached', nameOf)
    const loadImage = () =>
      new Promise<string>(resolve => {
        const image = new Image()
        image.onload = () => resolve('reached')
        image.onerror = () => resolve('refused')
        image.src = `${url}/image.png`
      })
    const openSocket = () =>
      new Promise<string>(resolve => {
        try {
          const socket = new WebSocket(url.replace('http', 'ws'))
          socket.onopen = () => resolve('reached')
          socket.onerror = () => resolve('refused')
        } catch {
          resolve('refused')
        }
      })
    const beacon = () => navigator.sendBeacon(`${url}/beacon`, 'x') && 'accepted'
    void beacon()
    return {
      https: await fetchIt('https://example.org/'),
      near: await fetchIt(`${url}/fetch`),
      file: await fetchIt('file:///etc/passwd'),
      image: await loadImage(),
      socket: await openSocket(),
    }
  }, address)
  expect(tries).toEqual({
    https: 'TypeError',
    near: 'TypeError',
    file: 'TypeError',
    image: 'refused',
    socket: 'refused',
  })
})

test('even a page without the program’s policy reaches nobody', async () => {
  const outcome = await app().electronApp.evaluate(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    try {
      const navigated = await window.loadURL(`${url}/page`).then(
        () => 'reached',
        () => 'refused',
      )
      // Resolves on the load event, which waits until the image has come or failed.
      await window.loadURL(`data:text/html,<img src="${url}/image.png">`)
      return navigated
    } finally {
      window.destroy()
    }
  }, address)
  expect(outcome).toBe('refused')
})

test('no window can be opened', async () => {
  expect(await page.evaluate(url => window.open(`${url}/window`) === null, address)).toBe(true)
  expect(await page.evaluate(() => window.open('about:blank') === null)).toBe(true)
  await addLink(page, `${address}/link`, '_blank')
  await page.getByRole('link', { name: 'Away' }).click()
  await page.getByRole('link', { name: 'Away' }).click({ modifiers: ['ControlOrMeta'] })
  // Round trip: this call of the page reaches main behind its requests for windows. (The program's window-open handler
  // cannot be observed without replacing it.)
  await page.evaluate(() => window.unknot.getProfile({}))
  expect(await app().electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(
    1,
  )
  await removeLink(page)
})

test('no page can be left for another', async () => {
  const mark = () => page.evaluate(() => document.body.dataset.mark)
  await page.evaluate(() => {
    document.body.dataset.mark = 'the same document'
  })
  const { electronApp } = app()
  // Registered after the program's own listener, so it reads the program's decision. Once this event is prevented,
  // Electron sends no will-navigate.
  await electronApp.evaluate(({ BrowserWindow }) => {
    const refused: string[] = []
    Object.assign(globalThis, { refusedNavigations: refused })
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', event => {
      if (event.defaultPrevented) refused.push(event.url)
    })
  })
  const waitUntilRefused = (url: string) =>
    expect
      .poll(() => electronApp.evaluate(() => Reflect.get(globalThis, 'refusedNavigations')))
      .toContain(url)
  for (const target of [`${address}/script`, 'https://example.org/', 'file:///etc/passwd']) {
    // Chromium itself refuses a file, before main is asked, with a line on the console.
    const refused = target.startsWith('file:')
      ? page.waitForEvent('console', message => message.text().includes('Not allowed to load local resource'))
      : undefined
    await page.evaluate(url => {
      location.href = url
    }, target)
    await (refused ?? waitUntilRefused(target))
    expect(await mark(), target).toBe('the same document')
  }
  await addLink(page, `${address}/link`, '_self')
  await page.getByRole('link', { name: 'Away' }).click()
  await waitUntilRefused(`${address}/link`)
  await removeLink(page)
  expect(await mark()).toBe('the same document')
})

test('no form can be sent', async () => {
  const directive = await page.evaluate(
    url =>
      new Promise<string>(resolve => {
        document.addEventListener('securitypolicyviolation', event => resolve(event.effectiveDirective), {
          once: true,
        })
        const form = document.body.appendChild(document.createElement('form'))
        Object.assign(form, { method: 'post', action: `${url}/form` }).submit()
      }),
    address,
  )
  expect(directive).toBe('form-action')
  // Without the reload Playwright would wait for ever for the form's navigation.
  await page.reload()
})

test('no other page can be embedded', async () => {
  const directive = await page.evaluate(
    url =>
      new Promise<string>(resolve => {
        document.addEventListener('securitypolicyviolation', event => resolve(event.effectiveDirective), {
          once: true,
        })
        const frame = document.body.appendChild(document.createElement('iframe'))
        frame.src = `${url}/frame`
      }),
    address,
  )
  expect(directive).toBe('frame-src')
  await page.evaluate(() => document.querySelector('iframe')?.remove())
})

test('nothing can be downloaded', async () => {
  const { electronApp } = app()
  // Registered after the program's own listener, so it reads the program's decision.
  await electronApp.evaluate(({ session }) => {
    session.defaultSession.once('will-download', event => {
      Object.assign(globalThis, { isDownloadRefused: event.defaultPrevented })
    })
  })
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['everything']))
    link.download = 'everything.txt'
    link.click()
  })
  await expect.poll(() => electronApp.evaluate(() => Reflect.get(globalThis, 'isDownloadRefused'))).toBe(true)
})

test('every permission is refused', async () => {
  const answers = await page.evaluate(async () => {
    const nameOf = (error: Error) => error.name
    return {
      notifications: await Notification.requestPermission(),
      position: await new Promise(resolve =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          error => resolve(error.code === error.PERMISSION_DENIED ? 'denied' : error.message),
        ),
      ),
      asked: (await navigator.permissions.query({ name: 'geolocation' })).state,
      clipboard: await navigator.clipboard.readText().catch(nameOf),
      microphone: await navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'given', nameOf),
      display: await navigator.mediaDevices.getDisplayMedia().then(() => 'given', nameOf),
    }
  })
  expect(answers).toEqual({
    notifications: 'denied',
    position: 'denied',
    asked: 'denied',
    clipboard: 'NotAllowedError',
    microphone: expect.stringMatching(/^(NotAllowedError|NotFoundError)$/),
    display: expect.stringMatching(/^Not(Allowed|Supported)Error$/),
  })
})

test('no device is given to a page', async () => {
  const given = await page.evaluate(async () => {
    /** Device request: number of devices granted, or the error's name; 'not there' when this Chromium lacks the API. */
    const ask = async (way: string, method: string, options?: object) => {
      const owner: unknown = Reflect.get(navigator, way)
      if (typeof owner !== 'object' || owner === null) return 'not there'
      const request: (options?: object) => Promise<unknown> = Reflect.get(owner, method)
      return Reflect.apply(request, owner, [options]).then(
        found => (Array.isArray(found) ? found.length : 'given'),
        (error: Error) => error.name,
      )
    }
    return [
      await ask('usb', 'requestDevice', { filters: [] }),
      await ask('hid', 'requestDevice', { filters: [] }),
      await ask('serial', 'requestPort'),
      await ask('bluetooth', 'requestDevice', { acceptAllDevices: true }),
    ]
  })
  for (const one of given)
    expect([0, 'not there', 'NotFoundError', 'NotAllowedError', 'SecurityError']).toContain(one)
})

test('a <webview> attaches no page', async () => {
  const count = () => app().electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  const before = await count()
  await page.evaluate(url => {
    const view = document.createElement('webview')
    view.setAttribute('src', `${url}/webview`)
    view.setAttribute('nodeintegration', '')
    document.body.append(view)
  }, address)
  expect(
    await page.evaluate(() => typeof Reflect.get(document.querySelector('webview') ?? {}, 'loadURL')),
  ).toBe('undefined')
  await page.evaluate(() => document.querySelector('webview')?.remove())
  expect(await count()).toBe(before)
})

test('a window that asks for no sandbox has one', async () => {
  const preload = join(await mkdtemp(join(tmpdir(), 'unknot-preload-')), 'probe.cjs')
  await writeFile(
    preload,
    "require('electron').contextBridge.exposeInMainWorld('probe', { isSandboxed: process.sandboxed })",
  )
  const isSandboxed = await app().electronApp.evaluate(async ({ BrowserWindow }, file) => {
    const window = new BrowserWindow({ show: false, webPreferences: { preload: file, sandbox: false } })
    try {
      await window.loadURL('data:text/html,<h1>A page</h1>')
      return await window.webContents.executeJavaScript('probe.isSandboxed')
    } finally {
      window.destroy()
    }
  }, preload)
  await rm(dirname(preload), { recursive: true })
  expect(isSandboxed).toBe(true)
})

test('of the program the page sees its calls, and of Node and Electron nothing', async () => {
  const seen = await page.evaluate(() => ({
    calls: Object.keys(window.unknot).sort(),
    kinds: [...new Set(Object.values(window.unknot).map(call => typeof call))],
    leaks: [
      'require',
      'process',
      'module',
      'Buffer',
      'global',
      'electron',
      'ipcRenderer',
      '__dirname',
    ].filter(name => name in window),
    isIsolated: !('ipcRenderer' in window.unknot),
  }))
  expect(seen).toEqual({ calls: [...callNames].sort(), kinds: ['function'], leaks: [], isIsolated: true })
})

test('what the page sees cannot be replaced', async () => {
  const reply = await page.evaluate(async () => {
    try {
      Object.assign(window.unknot, { getProfile: () => Promise.resolve('replaced') })
    } catch {
      // A thrown refusal is accepted too.
    }
    return window.unknot.getProfile({})
  })
  expect(reply).toEqual({ ok: true, value: emptyProfile })
})

test('a page that is not the program’s gets no answer, though it has the same calls', async () => {
  const answer = await app().electronApp.evaluate(
    async ({ BrowserWindow }, preload) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      })
      try {
        await window.loadURL('data:text/html,<h1>Not ours</h1>')
        return await window.webContents.executeJavaScript(
          "typeof unknot === 'object' && unknot.getProfile({}).then(() => 'answered', error => String(error))",
        )
      } finally {
        window.destroy()
      }
    },
    join(root, 'out/preload/index.cjs'),
  )
  expect(answer).toMatch(/refused/)
})

test('the developer tools stay shut, and no menu offers them', async () => {
  for (const keys of ['F12', 'ControlOrMeta+Shift+I', 'ControlOrMeta+R']) await page.keyboard.press(keys)
  const seen = await app().electronApp.evaluate(({ BrowserWindow, Menu }) => {
    const listRoles = (menu: Electron.Menu | null | undefined): string[] =>
      menu?.items.flatMap(item => [String(item.role ?? ''), ...listRoles(item.submenu)]) ?? []
    return {
      opened: BrowserWindow.getAllWindows().map(({ webContents }) => webContents.isDevToolsOpened()),
      offered: listRoles(Menu.getApplicationMenu()).filter(role => /devtools|reload/i.test(role)),
    }
  })
  expect(seen).toEqual({ opened: [false], offered: [] })
})

test('a second start brings the first window forward, and ends', async () => {
  const { electronApp, host, userData } = app()
  await electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  const isMinimized = () =>
    electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())
  expect(await isMinimized()).toBe(true)
  const code = await new Promise(resolve => {
    const words = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, `--user-data-dir=${userData}`]
    execFile(host.executable, words, error => resolve(error?.code ?? 0))
  })
  expect(code).toBe(0)
  await expect.poll(isMinimized).toBe(false)
  await expect
    .poll(() => electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused()))
    .toBe(true)
})

async function addLink(on: Page, href: string, target: string): Promise<void> {
  await on.evaluate(
    given => {
      const link = document.body.appendChild(document.createElement('a'))
      Object.assign(link, { ...given, id: 'away', textContent: 'Away' })
      link.style.cssText = 'position: fixed; top: 0; left: 50%; z-index: 1000'
    },
    { href, target },
  )
}

const removeLink = (on: Page) => on.evaluate(() => document.getElementById('away')?.remove())

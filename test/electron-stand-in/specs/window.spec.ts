import { expect, test } from '@playwright/test'
import { readSeen, runFixtureApp } from './fixture-app.ts'

const app = runFixtureApp()

test('the first window shows its page, with its title and size', async () => {
  const { electronApp, page } = app()
  await expect(page.getByRole('heading', { name: 'Fixture' })).toBeVisible()
  expect(await page.title()).toBe('Fixture')
  expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([900, 700])
  const window = await electronApp.browserWindow(page)
  await expect.poll(() => window.evaluate(it => it.getTitle())).toBe('Fixture')
  await expect.poll(() => window.evaluate(it => it.isVisible())).toBe(true)
  expect(await window.evaluate(it => it.getSize())).toEqual([900, 700])
  expect(
    await window.evaluate(
      (it, BrowserWindow) => BrowserWindow.getAllWindows()[0] === it,
      await electronApp.evaluateHandle(electron => electron.BrowserWindow),
    ),
  ).toBe(true)
})

test('a second window opens, takes the focus, and closes', async () => {
  const { electronApp } = app()
  const opened = electronApp.waitForEvent('window')
  await electronApp.evaluate(() => void globalThis.openWindow('second.html'))
  const second = await opened
  await expect(second.getByRole('heading', { name: 'Second page' })).toBeVisible()
  const window = await electronApp.browserWindow(second)
  await expect.poll(() => window.evaluate(it => it.isFocused())).toBe(true)
  await window.evaluate(it => it.close())
  await expect.poll(() => electronApp.windows().length).toBe(1)
  await expect
    .poll(() => electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
    .toBe(1)
})

test('a window can be given another size, and tells of it', async () => {
  const { electronApp, page } = app()
  const window = await electronApp.browserWindow(page)
  const told = await window.evaluate(it => {
    let count = 0
    it.on('resize', () => count++)
    it.setSize(640, 480)
    return count
  })
  expect(told).toBe(1)
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([640, 480])
})

test('a page is loaded again with its bridge, by Playwright and by the app', async () => {
  const { electronApp, page } = app()
  await page.reload()
  expect(await page.evaluate(() => window.fixture.echo('again'))).toBe('again')
  await page.evaluate(() => document.querySelector('h1')?.remove())
  await electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.reload())
  await expect(page.getByRole('heading', { name: 'Fixture' })).toBeVisible()
  expect(await page.evaluate(() => window.fixture.echo('once more'))).toBe('once more')
})

test('navigations are told as they start: within the document, of a frame, and a reload', async () => {
  const { electronApp, page } = app()
  await electronApp.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.on(
      'did-start-navigation',
      ({ url, isMainFrame, isSameDocument }) =>
        globalThis.seen.navigations.push(`${url} ${isMainFrame} ${isSameDocument}`),
    )
  })
  await page.evaluate(() => {
    location.hash = '#allowed'
  })
  await page.reload()
  expect((await readSeen(app())).navigations.filter(told => told.includes(' '))).toEqual([
    'app://fixture/index.html#allowed true true',
    'app://fixture/index.html#allowed true false',
  ])
})

test('messages reach the page that is open, also after a reload, and no page that is gone', async () => {
  const { electronApp, page } = app()
  const hear = () =>
    page.evaluate(
      () =>
        new Promise(resolve => {
          const stop = window.fixture.onHeard(value => {
            stop()
            resolve(value)
          })
          window.fixture.say('ready')
        }),
    )
  expect(await hear()).toBe('ready')
  await page.reload()
  expect(await hear()).toBe('ready')
  await electronApp.evaluate(({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false })
    const { webContents } = window
    window.destroy()
    webContents.send('heard', 'too late')
  })
})

test('a window that prevents its closing stays', async () => {
  const { electronApp, page } = app()
  await electronApp.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const prevented = new Promise<void>(resolve =>
      window?.once('close', event => {
        event.preventDefault()
        resolve()
      }),
    )
    window?.close()
    await prevented
    // Round trip behind the attempt: a page that was being closed would not answer.
    await window?.webContents.executeJavaScript('document.title')
  })
  expect(await page.title()).toBe('Fixture')
  const left = await electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  expect(left).toBe(1)
})

test('the theme is that of the app, and the page sees it', async () => {
  const { electronApp, page } = app()
  const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  expect(await isDark()).toBe(false)
  const told = await electronApp.evaluate(({ nativeTheme }) => {
    let count = 0
    nativeTheme.on('updated', () => count++)
    nativeTheme.themeSource = 'dark'
    return [count, nativeTheme.shouldUseDarkColors]
  })
  expect(told).toEqual([1, true])
  await expect.poll(isDark).toBe(true)
  await page.reload()
  expect(await isDark()).toBe(true)
  const back = await electronApp.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'system'
    return nativeTheme.shouldUseDarkColors
  })
  expect(back).toBe(false)
  await expect.poll(isDark).toBe(false)
})

test('a page is captured as a picture of its size', async () => {
  const { electronApp } = app()
  const picture = await electronApp.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
    return { ...image?.getSize(), start: image?.toPNG().subarray(1, 4).toString() }
  })
  expect(picture).toEqual({ width: 900, height: 700, start: 'PNG' })
})

test('a page that breaks down is reported', async () => {
  const { electronApp } = app()
  const reason = await electronApp.evaluate(
    ({ BrowserWindow }) =>
      new Promise(resolve => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.once('render-process-gone', (_event, details) => resolve(details.reason))
        contents?.forcefullyCrashRenderer()
      }),
  )
  expect(reason).toBe('crashed')
})

test('an address that cannot be loaded is told by its error', async () => {
  const { electronApp } = app()
  const error = await electronApp.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false })
    try {
      await window.loadURL('https://example.org/')
      return undefined
    } catch (error) {
      return { ...(error as object) }
    } finally {
      window.destroy()
    }
  })
  expect(error).toMatchObject({ code: 'ERR_BLOCKED_BY_CLIENT', errno: -20, url: 'https://example.org/' })
})

test('loading is told from its beginning to its end, also of a navigation that was prevented', async () => {
  const { electronApp, page } = app()
  // Playwright may see the end of the first load before the main process does.
  const isLoading = () =>
    electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isLoading())
  await expect.poll(isLoading).toBe(false)
  await electronApp.evaluate(({ BrowserWindow }) => {
    const told: string[] = []
    Object.assign(globalThis, { told })
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.on('did-start-loading', () => told.push('start'))
    contents?.on('did-finish-load', () => told.push('finish'))
    contents?.on('did-stop-loading', () => told.push('stop'))
  })
  const getTold = () => electronApp.evaluate(() => Reflect.get(globalThis, 'told'))
  await page.getByRole('link', { name: 'Out' }).click()
  await expect.poll(getTold).toEqual(['start', 'stop'])
  await page.getByRole('link', { name: 'Second page' }).click()
  await expect.poll(getTold).toEqual(['start', 'stop', 'start', 'finish', 'stop'])
})

test('code of the app runs in the page, and its errors come back', async () => {
  const { electronApp } = app()
  const outcome = await electronApp.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const title = await contents?.executeJavaScript('Promise.resolve(document.title)')
    const error = await contents?.executeJavaScript('nothing.there').catch(String)
    return { title, error }
  })
  expect(outcome.title).toBe('Fixture')
  expect(outcome.error).toContain('nothing is not defined')
})

import { type ChildProcess, execFile, execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { readSeen, runFixtureApp, startFixtureApp } from './fixture-app.ts'

const app = runFixtureApp()

const waitForExit = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise<number | null>(resolve => child.once('exit', resolve))

/** Ids of the Chromium processes that use a data folder. */
function findChromium(userData: string): string[] {
  return listProcesses()
    .filter(({ command }) => command.includes(`--user-data-dir=${userData}`))
    .map(({ id }) => id)
}

function listProcesses(): { id: string; command: string }[] {
  if (process.platform === 'linux') {
    // /proc instead of ps, which some Linux images lack.
    const ids = readdirSync('/proc').filter(name => /^\d+$/.test(name))
    return ids.map(id => ({ id, command: readCommand(id) }))
  }
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,command='], { encoding: 'utf8' }).split('\n')
  return lines.map(line => {
    const [, id = '', command = ''] = /^\s*(\d+) (.*)$/.exec(line) ?? []
    return { id, command }
  })
}

function readCommand(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    // The process has exited since it was listed.
    return ''
  }
}

test('the app knows its name, version and folders', async () => {
  const { electronApp, userData } = app()
  const facts = await electronApp.evaluate(({ app }) => ({
    name: app.getName(),
    version: app.getVersion(),
    userData: app.getPath('userData'),
    isPackaged: app.isPackaged,
    type: process.type,
  }))
  expect(facts).toEqual({ name: 'Fixture', version: '1.2.3', userData, isPackaged: false, type: 'browser' })
})

test('a second start tells the first, and ends', async () => {
  const { host, userData } = app()
  const folder = join(import.meta.dirname, '../fixture-app')
  const code = await new Promise(resolve => {
    execFile(host.executable, [folder, `--user-data-dir=${userData}`, '--hello'], error =>
      resolve(error?.code ?? 0),
    )
  })
  expect(code).toBe(0)
  await expect.poll(async () => (await readSeen(app())).second).toEqual([expect.arrayContaining(['--hello'])])
})

test('closing the last window ends the app and Chromium', async () => {
  const { electronApp, page, userData } = app()
  const exited = waitForExit(electronApp.process())
  await page.close()
  expect(await exited).toBe(0)
  await expect.poll(() => findChromium(userData)).toEqual([])
})

test('quitting asks in order, and can be prevented', async () => {
  const { electronApp } = app()
  const order = await electronApp.evaluate(async ({ app, BrowserWindow }) => {
    const told: string[] = []
    app.once('before-quit', () => told.push('before-quit'))
    BrowserWindow.getAllWindows()[0]?.once('close', event => {
      told.push('close')
      event.preventDefault()
    })
    app.once('will-quit', () => told.push('will-quit'))
    app.quit()
    await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.title')
    // The app ignores a second quit() while the first is going on: its before-quit shows that the first has ended.
    await new Promise<void>(resolve => {
      app.once('before-quit', event => {
        event.preventDefault()
        resolve()
      })
      app.quit()
    })
    return told
  })
  expect(order).toEqual(['before-quit', 'close'])
  const exited = waitForExit(electronApp.process())
  await electronApp.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('quit')?.click())
  expect(await exited).toBe(0)
})

test('SIGTERM quits as the app itself would', async () => {
  const { electronApp, userData } = app()
  const child = electronApp.process()
  const exited = waitForExit(child)
  child.kill('SIGTERM')
  expect(await exited).toBe(0)
  await expect.poll(() => findChromium(userData)).toEqual([])
})

test('an app that is killed leaves no Chromium behind, and can be started again', async () => {
  const { electronApp, userData } = app()
  await expect.poll(() => findChromium(userData).length).toBeGreaterThan(0)
  const child = electronApp.process()
  const exited = waitForExit(child)
  child.kill('SIGKILL')
  await exited
  await expect.poll(() => findChromium(userData)).toEqual([])
  const again = await startFixtureApp({ userData })
  await expect(again.page.getByRole('heading', { name: 'Fixture' })).toBeVisible()
  await again.close()
})

test('threads of Node work beside it', async () => {
  const sum = await app().electronApp.evaluate(async () => {
    const { Worker } = process.getBuiltinModule('node:worker_threads')
    const worker = new Worker("require('node:worker_threads').parentPort.postMessage(2 + 3)", { eval: true })
    return new Promise(resolve => worker.once('message', resolve))
  })
  expect(sum).toBe(5)
})

test('Playwright hears both consoles', async () => {
  const { electronApp, page } = app()
  const fromMain = electronApp.waitForEvent('console')
  await electronApp.evaluate(() => console.log('from main'))
  expect((await fromMain).text()).toBe('from main')
  const fromPage = page.waitForEvent('console')
  await page.evaluate(() => console.log('from the page'))
  expect((await fromPage).text()).toBe('from the page')
})

test('what pages store lies in Electron’s folders, is cleared for the app, and is gone with the folders', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'stand-in-storage-'))
  const first = await startFixtureApp({ userData })
  await first.page.evaluate(() => localStorage.setItem('kept', 'here'))
  await first.close()
  const second = await startFixtureApp({ userData })
  expect(await second.page.evaluate(() => localStorage.getItem('kept'))).toBe('here')
  await second.electronApp.evaluate(({ session }) => session.defaultSession.clearData())
  expect(await second.page.evaluate(() => localStorage.length)).toBe(0)
  await second.page.evaluate(() => localStorage.setItem('kept', 'again'))
  await expect(
    second.electronApp.evaluate(({ session }) =>
      session.defaultSession.clearData({ dataTypes: ['cookies'] }),
    ),
  ).rejects.toThrow("session.clearData option 'dataTypes' is not in the stand-in for Electron")
  await second.close()
  expect(readdirSync(join(userData, 'Local Storage'))).toEqual(['leveldb'])
  await rm(join(userData, 'Local Storage'), { recursive: true })
  const third = await startFixtureApp({ userData })
  expect(await third.page.evaluate(() => localStorage.getItem('kept'))).toBeNull()
  await third.close()
  await rm(userData, { recursive: true, maxRetries: 5 })
})

/** Conventions of a desktop program: context menu, menus, keys, files from outside, cramp now from anywhere. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { emptyJournalFile } from '../fixtures/journal-file.ts'
import { shareApp, shareFolder, startApp } from './app.ts'
import { discardForm, getCard, getForm, openScreen, pressEscapeIn } from './person.ts'

declare global {
  /** Context menus that were shown, in the place of which a spec puts this list. */
  var shownMenus: Electron.Menu[]
  /** Paths that the desktop was to open. */
  var openedPaths: string[]
  /** Presses the global shortcut that is registered last. */
  var pressShortcut: (() => void) | undefined
}

const folder = shareFolder()
const app = shareApp({ args: ['--demo'] })
let page: Page

test.beforeAll(async () => {
  page = app().page
  await app().electronApp.evaluate(({ globalShortcut, Menu, shell }) => {
    globalShortcut.register = (_keys, press) => {
      globalThis.pressShortcut = press
      return true
    }
    globalShortcut.unregister = () => {}
    globalThis.shownMenus = []
    globalThis.openedPaths = []
    Menu.prototype.popup = function (this: Electron.Menu) {
      globalThis.shownMenus.push(this)
    }
    shell.openPath = async path => {
      globalThis.openedPaths.push(path)
      return ''
    }
  })
})

/** Clicks an item of the application menu. */
const chooseMenuItem = (id: string) =>
  app().electronApp.evaluate(({ Menu }, wanted) => {
    Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click()
  }, id)

/** Context menus that were shown, each as the roles that are enabled in it. */
const readContextMenus = () =>
  app().electronApp.evaluate(() =>
    globalThis.shownMenus.map(({ items }) =>
      // Real Electron writes roles in lower case.
      items.flatMap(({ role, enabled }) => (enabled && role ? [role.toLowerCase()] : [])),
    ),
  )

const clickContextItem = (wanted: string) =>
  app().electronApp.evaluate((_, role) => {
    const menu = globalThis.shownMenus.at(-1)
    menu?.items.find(item => item.role?.toLowerCase() === role)?.click()
  }, wanted)

/** Starts the program once more, as the desktop does: the one that runs gets the arguments and the folder. */
const startAgain = (...words: string[]) =>
  app().electronApp.evaluate(
    ({ app }, [argv, cwd]) => void app.emit('second-instance', {}, ['unknot', ...argv], cwd),
    [words, folder()] as const,
  )

/** The clock of a cramp runs; then it was no cramp. */
async function expectRunningClock(shown: Page): Promise<void> {
  await expect(shown.getByRole('heading', { level: 1, name: 'Cramp now', exact: true })).toBeVisible()
  await shown.getByRole('button', { name: 'Not a cramp' }).click()
  await expect(shown.getByRole('heading', { level: 1, name: 'Cramp now', exact: true })).toBeHidden()
}

const expectScreen = (name: string) =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()

test('by mouse alone a text is copied from the page, pasted into a field, cut and selected', async () => {
  await page.getByRole('heading', { level: 1, name: 'Today' }).selectText()
  await page.getByRole('heading', { level: 1, name: 'Today' }).click({ button: 'right' })
  await expect.poll(readContextMenus).toEqual([['copy']])
  await clickContextItem('copy')
  await openScreen(page, 'Journal')
  const search = page.getByRole('searchbox')
  await search.click()
  await search.click({ button: 'right' })
  await expect.poll(readContextMenus).toHaveLength(2)
  expect((await readContextMenus())?.[1]).toEqual(['paste', 'selectall'])
  await clickContextItem('paste')
  await expect(search).toHaveValue('Today')
  await clickContextItem('selectall')
  await search.click({ button: 'right' })
  await expect.poll(readContextMenus).toHaveLength(3)
  expect((await readContextMenus())?.[2]).toEqual(expect.arrayContaining(['cut', 'copy', 'paste']))
  await clickContextItem('cut')
  await expect(search).toHaveValue('')
  // Nothing can be done with a bare page: no menu.
  await page.getByRole('navigation', { name: 'Screens' }).click({ button: 'right', position: { x: 2, y: 2 } })
  await search.click({ button: 'right' })
  await expect.poll(readContextMenus).toHaveLength(4)
})

test('the menus lead to every screen and task, and hold back while a dialog is open', async () => {
  for (const screen of ['Insights', 'Plan', 'Report', 'Settings', 'Journal', 'Today']) {
    await chooseMenuItem(screen.toLowerCase())
    await expectScreen(screen)
  }
  await chooseMenuItem('addEntry')
  await page.getByRole('menuitem', { name: 'Drink' }).click()
  await expect(getForm(page)).toBeVisible()
  await chooseMenuItem('journal')
  await expect(page.getByText('First close what is open in the window.')).toBeVisible()
  await expect(getForm(page)).toBeVisible()
  await discardForm(page)
  await chooseMenuItem('quickAdd')
  await pressEscapeIn(page.getByRole('dialog', { name: 'Quick add' }))
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await chooseMenuItem('about')
  await expect(page.getByRole('heading', { name: 'About Unknot' })).toBeFocused()
  await chooseMenuItem('licences')
  await expect(page.getByText(/^react-dom \d/)).toBeVisible()
  await chooseMenuItem('saveCopy')
  await expect(page.getByRole('heading', { name: 'Your data' })).toBeFocused()
  await chooseMenuItem('openDataFolder')
  await expect
    .poll(() => app().electronApp.evaluate(() => globalThis.openedPaths))
    .toEqual([`${app().userData}/demo`])
})

test('Ctrl+= and the number pad change the text size, as do the menu’s items', async () => {
  const readSize = () => page.evaluate(() => document.documentElement.style.fontSize)
  const press = (key: string) => page.keyboard.press(`ControlOrMeta+${key}`)
  await press('Equal')
  await expect.poll(readSize).toBe('110%')
  await press('NumpadAdd')
  await expect.poll(readSize).toBe('125%')
  await press('NumpadSubtract')
  await expect.poll(readSize).toBe('110%')
  // With the number lock on, which Playwright's own keyboard has not.
  await page.evaluate(() =>
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: '0', code: 'Numpad0', ctrlKey: true, bubbles: true }),
    ),
  )
  await expect.poll(readSize).toBe('')
  await chooseMenuItem('largerText')
  await expect.poll(readSize).toBe('110%')
  await chooseMenuItem('usualText')
  await expect.poll(readSize).toBe('')
})

test('Ctrl+N adds an entry and Ctrl+P prints the report, from any screen', async () => {
  await openScreen(page, 'Plan')
  await page.keyboard.press('ControlOrMeta+n')
  await expect(page.getByRole('menuitem', { name: 'Footwear' })).toBeVisible()
  await pressEscapeIn(page.getByRole('menu'))
  await expect(getCard(page, 'Cramps')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+p')
  await expectScreen('Report')
  await expect(page.getByText('Sent to the printer.')).toBeVisible({ timeout: 60_000 })
})

test('a file that is dropped on the window, or opened on the desktop, ends in a preview', async () => {
  const path = join(folder(), 'From elsewhere.json')
  writeFileSync(path, JSON.stringify(emptyJournalFile))
  await openScreen(page, 'Today')
  const session = await page.context().newCDPSession(page)
  // A script of the page can make a file, but not one of the disk: nothing comes of it.
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['{}'], 'Made by a script.json'))
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }))
  })
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', {
      type,
      x: 400,
      y: 300,
      data: { items: [], files: [path], dragOperationsMask: 1 },
    })
  await drag('dragEnter')
  await expect(page.getByText('Nothing is imported before you say so.')).toBeVisible()
  await drag('dragOver')
  await drag('drop')
  const preview = page.getByRole('dialog', { name: 'Import From elsewhere.json' })
  await expect(preview).toBeVisible()
  await expect(page.getByText('Nothing is imported before you say so.')).toBeHidden()
  await preview.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  const copy = join(folder(), 'Copy.unknot')
  writeFileSync(copy, 'SQLite format 3\0, and then nothing')
  await startAgain('Copy.unknot', '--original-process-start-time=1')
  await expect(page.getByRole('dialog', { name: 'Restore this backup?' })).toBeVisible()
  await expect(page.getByText('This file cannot be restored')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('--cramp-now starts the clock in the window that is open', async () => {
  await openScreen(page, 'Plan')
  await startAgain('--cramp-now')
  await expectRunningClock(page)
})

test('keys for cramp now work once they were pressed while Settings waits', async () => {
  await openScreen(page, 'Settings')
  await page.getByRole('switch', { name: 'Use keys for “Cramp now”' }).click()
  await expect(page.getByText('Press Ctrl+Shift+F9 now')).toBeVisible()
  await app().electronApp.evaluate(() => globalThis.pressShortcut?.())
  await expect(page.getByText('The keys work')).toBeVisible()
  await app().electronApp.evaluate(() => globalThis.pressShortcut?.())
  await expectRunningClock(page)
})

test('a program that does not run starts with the clock, in the place of its window', async () => {
  const userData = join(folder(), 'other')
  mkdirSync(join(userData, 'demo'), { recursive: true })
  writeFileSync(
    join(userData, 'demo/window.json'),
    JSON.stringify({ x: 1700, y: 40, width: 900, height: 700, isMaximized: true }),
  )
  const started = await startApp({ userData, args: ['--demo', '--cramp-now'] })
  try {
    await expectRunningClock(started.page)
    const window = await started.electronApp.browserWindow(started.page)
    const readPlace = () =>
      window.evaluate(it => ({ ...it.getNormalBounds(), isMaximized: it.isMaximized() }))
    // Moved to the left, so that it lies on the display.
    await expect.poll(readPlace).toEqual({ x: 1020, y: 40, width: 900, height: 700, isMaximized: true })
  } finally {
    await started.close()
  }
})

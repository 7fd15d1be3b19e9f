/** Conventions of a desktop program: context menu, menus, keys, files from outside, cramp now from anywhere. */
import { expect, type Page, test } from '@playwright/test'
import { shareApp } from './app.ts'
import { discardForm, getCard, getForm, openScreen } from './person.ts'

declare global {
  /** Context menus that were shown, in the place of which a spec puts this list. */
  var shownMenus: Electron.Menu[]
  /** Paths that the desktop was to open. */
  var openedPaths: string[]
}

const app = shareApp({ args: ['--demo'] })
let page: Page

test.beforeAll(async () => {
  page = app().page
  await app().electronApp.evaluate(({ Menu, shell }) => {
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
  await expect(page.getByRole('dialog', { name: 'Quick add' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await chooseMenuItem('about')
  await expect(page.getByRole('heading', { name: 'About Unknot' })).toBeFocused()
  await chooseMenuItem('saveCopy')
  await expect(page.getByRole('heading', { name: 'Your data' })).toBeFocused()
  await chooseMenuItem('openDataFolder')
  expect(await app().electronApp.evaluate(() => globalThis.openedPaths)).toEqual([`${app().userData}/demo`])
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
  await press('Numpad0')
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
  await page.keyboard.press('Escape')
  await expect(getCard(page, 'Cramps')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+p')
  await expectScreen('Report')
  await expect(page.getByText('Sent to the printer.')).toBeVisible()
})

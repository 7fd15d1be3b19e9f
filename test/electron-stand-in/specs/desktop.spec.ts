import { expect, test } from '@playwright/test'
import { readSeen, runFixtureApp } from './fixture-app.ts'

const app = runFixtureApp()

test('the menu can be looked at', async () => {
  const items = await app().electronApp.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.map(({ label, submenu }) => [
      label,
      submenu?.items.map(item => [item.id ?? item.role ?? item.type, item.label, item.accelerator ?? '']),
    ]),
  )
  expect(items?.[0]).toEqual([
    'File',
    [
      ['new', 'New', 'CmdOrCtrl+N'],
      ['search', 'Search', 'CmdOrCtrl+Shift+F'],
      ['off', 'Off', 'CmdOrCtrl+D'],
      ['separator', '', ''],
      ['quit', 'Quit', 'CommandOrControl+Q'],
    ],
  ])
  expect(items?.[1]?.[0]).toBe('Edit')
})

test('menu items can be clicked', async () => {
  await app().electronApp.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('new')?.click())
  expect((await readSeen(app())).clicks).toEqual([['new', false]])
})

test('accelerators run their items, unless those are disabled or the page takes the key', async () => {
  const { page } = app()
  await page.getByLabel('Text').focus()
  await page.keyboard.press('ControlOrMeta+d')
  await page.keyboard.press('ControlOrMeta+n')
  await expect.poll(async () => (await readSeen(app())).clicks).toEqual([['new', true]])
  await page.keyboard.press('ControlOrMeta+Shift+f')
  await expect.poll(async () => (await readSeen(app())).clicks).toHaveLength(2)
  await page.evaluate(() => document.addEventListener('keydown', event => event.preventDefault()))
  await page.keyboard.press('ControlOrMeta+n')
  await page.evaluate(() => window.fixture.echo(0))
  expect((await readSeen(app())).clicks).toEqual([['new', true], ['search']])
})

test('text fields keep their own keys', async () => {
  const { page } = app()
  const field = page.getByLabel('Text')
  await field.fill('abc')
  await field.press('ControlOrMeta+a')
  await field.press('Delete')
  await expect(field).toHaveValue('')
  await field.press('ControlOrMeta+z')
  await expect(field).toHaveValue('abc')
})

test('a right-click is told with its place, unless the page takes it, and the menu can be clicked', async () => {
  const { electronApp, page } = app()
  const field = page.getByLabel('Text')
  const clickItem = (role: string) =>
    electronApp.evaluate((_, wanted) => {
      const items = globalThis.electronStandIn?.contextMenus.at(-1)?.items
      items?.find(item => item.role === wanted)?.click()
    }, role)
  await field.fill('left calf')
  await field.selectText()
  await field.click({ button: 'right' })
  await expect
    .poll(async () => (await readSeen(app())).places)
    .toEqual([{ isEditable: true, selectionText: 'left calf', canCut: true }])
  await clickItem('cut')
  await expect(field).toHaveValue('')
  await clickItem('paste')
  await expect(field).toHaveValue('left calf')
  await page.getByRole('heading').selectText()
  await page.getByRole('heading').click({ button: 'right' })
  await expect
    .poll(async () => (await readSeen(app())).places[1])
    .toEqual({ isEditable: false, selectionText: 'Fixture', canCut: false })
  await page.evaluate(() => document.addEventListener('contextmenu', event => event.preventDefault()))
  await field.click({ button: 'right' })
  await page.evaluate(() => window.fixture.echo(0))
  expect((await readSeen(app())).places).toHaveLength(2)
})

test('a global shortcut is kept, and pressed by a test; dock and jump list are recorded', async () => {
  const seen = await app().electronApp.evaluate(({ app, globalShortcut, Menu }) => {
    let pressed = 0
    const isTaken = globalShortcut.register('CommandOrControl+Shift+F9', () => pressed++)
    const isTakenTwice = globalShortcut.register('CommandOrControl+Shift+F9', () => {})
    globalThis.electronStandIn?.globalShortcuts.get('CommandOrControl+Shift+F9')?.()
    globalShortcut.unregister('CommandOrControl+Shift+F9')
    app.dock?.setMenu(Menu.buildFromTemplate([{ label: 'Start' }]))
    const task = { program: 'p', arguments: '--now', title: 'T', description: '', iconPath: '', iconIndex: 0 }
    app.setUserTasks([task])
    return {
      pressed,
      isTaken,
      isTakenTwice,
      isLeft: globalShortcut.isRegistered('CommandOrControl+Shift+F9'),
      recorded: globalThis.electronStandIn?.records.map(({ method }) => method),
    }
  })
  expect(seen).toEqual({
    pressed: 1,
    isTaken: true,
    isTakenTwice: false,
    isLeft: false,
    recorded: ['setMenu', 'setUserTasks'],
  })
})

test('dialogs are dismissed where nobody can answer, and recorded', async () => {
  const outcome = await app().electronApp.evaluate(async ({ dialog }) => ({
    save: await dialog.showSaveDialog({ title: 'Where to?', defaultPath: '/tmp/report.pdf' }),
    open: await dialog.showOpenDialog({ properties: ['openFile'] }),
    message: await dialog.showMessageBox({ message: 'Sure?', buttons: ['Delete', 'Cancel'] }),
    records: globalThis.electronStandIn?.records,
  }))
  expect(outcome.save).toEqual({ canceled: true, filePath: '' })
  expect(outcome.open).toEqual({ canceled: true, filePaths: [] })
  expect(outcome.message).toEqual({ response: 1, checkboxChecked: false })
  expect(outcome.records?.map(({ method }) => method)).toEqual([
    'showSaveDialog',
    'showOpenDialog',
    'showMessageBox',
  ])
  expect(outcome.records?.[0]).toEqual({
    module: 'dialog',
    method: 'showSaveDialog',
    given: { title: 'Where to?', defaultPath: '/tmp/report.pdf' },
    answer: { canceled: true, filePath: '' },
  })
})

test('a dialog refuses what it would have to ignore, by name', async () => {
  const { electronApp } = app()
  const refusalOf = (ask: Parameters<typeof electronApp.evaluate>[0]) =>
    electronApp.evaluate(ask).then(
      () => 'no refusal',
      (error: Error) => error.message,
    )
  expect(await refusalOf(({ dialog }) => dialog.showSaveDialog({ buttonLabel: 'Keep' }))).toContain(
    "dialog.showSaveDialog option 'buttonLabel' is not in the stand-in",
  )
  expect(
    await refusalOf(({ dialog }) => dialog.showOpenDialog({ properties: ['showHiddenFiles'] })),
  ).toContain("dialog.showOpenDialog property 'showHiddenFiles' is not in the stand-in")
  expect(
    await refusalOf(({ dialog }) => dialog.showMessageBox({ message: 'Sure?', noLink: true })),
  ).toContain("dialog.showMessageBox option 'noLink' is not in the stand-in")
})

test('a test can answer dialogs in the person’s stead', async () => {
  const { electronApp } = app()
  await electronApp.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: '/tmp/chosen.pdf' })
  })
  const answer = await electronApp.evaluate(({ dialog }) => dialog.showSaveDialog({}))
  expect(answer).toEqual({ canceled: false, filePath: '/tmp/chosen.pdf' })
})

test('an error box is recorded and does not wait', async () => {
  const records = await app().electronApp.evaluate(({ dialog }) => {
    dialog.showErrorBox('Title', 'Content')
    return globalThis.electronStandIn?.records
  })
  expect(records).toEqual([
    { module: 'dialog', method: 'showErrorBox', given: { title: 'Title', content: 'Content' } },
  ])
})

test('a notification is recorded, can be clicked, and throws for what it lacks', async () => {
  const seen = await app().electronApp.evaluate(({ Notification }) => {
    const events: string[] = []
    const notification = new Notification({ title: 'Title', body: 'Text' })
    notification.on('show', () => events.push('show'))
    notification.on('click', () => events.push('click'))
    notification.show()
    globalThis.electronStandIn?.notifications[0]?.click()
    let message = ''
    try {
      new Notification({ title: 'Title', urgency: 'critical' })
    } catch (error) {
      message = error instanceof Error ? error.message : String(error)
    }
    return {
      events,
      message,
      isSupported: Notification.isSupported(),
      records: globalThis.electronStandIn?.records,
    }
  })
  expect(seen).toEqual({
    events: ['show', 'click'],
    message: "Notification option 'urgency' is not in the stand-in for Electron",
    isSupported: true,
    records: [{ module: 'Notification', method: 'show', given: { title: 'Title', body: 'Text' } }],
  })
})

test('a test tells the app that the computer has woken', async () => {
  const isHeard = await app().electronApp.evaluate(({ powerMonitor }) => {
    let heard = false
    powerMonitor.on('resume', () => {
      heard = true
    })
    powerMonitor.emit('resume')
    return heard
  })
  expect(isHeard).toBe(true)
})

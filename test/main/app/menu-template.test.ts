import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { buildMenuTemplate } from '../../../main/app/menu-template.ts'
import { type MenuCommand, menuCommands } from '../../../shared/intents.ts'

type Items = readonly MenuItemConstructorOptions[]

const build = (platform: NodeJS.Platform, run: (command: MenuCommand) => void = () => {}) =>
  buildMenuTemplate({ platform, isDevelopment: false, run, openDataFolder: () => {} })

const inside = ({ submenu }: MenuItemConstructorOptions): Items => (Array.isArray(submenu) ? submenu : [])
const findItem = (menus: Items, id: string) => menus.flatMap(inside).find(item => item.id === id)

const describeMenus = (menus: Items) =>
  menus.map(menu => [
    menu.label ?? menu.role,
    ...inside(menu).map(({ label, role, type }) => label ?? role ?? type),
  ])

test('the menus of Linux and Windows', () => {
  expect(describeMenus(build('linux'))).toEqual([
    [
      '&File',
      ...['Cramp now', 'New entry', 'Quick add', 'separator'],
      ...['Import…', 'Save a copy…', 'Print report…', 'separator', 'Open data folder', 'separator', 'quit'],
    ],
    ['&Edit', 'Undo', 'redo', 'separator', 'cut', 'copy', 'paste', 'delete', 'separator', 'selectAll'],
    ['&Go', 'Today', 'Journal', 'Insights', 'Plan', 'Report', 'Settings'],
    ['&View', 'Larger text', 'Smaller text', 'Usual text size', 'separator', 'togglefullscreen'],
    ['windowMenu'],
    [
      '&Help',
      ...['Keyboard shortcuts', 'What Unknot is for', 'What is protected, and what is not', 'Licences'],
      ...['separator', 'About Unknot'],
    ],
  ])
})

test('on macOS about, settings and quit are in the menu of the application', () => {
  const [app, file, , , , , help] = build('darwin')
  expect(app?.label).toBe('Unknot')
  expect(inside(app ?? {}).map(({ id }) => id)).toEqual(expect.arrayContaining(['about', 'settings', 'quit']))
  expect([...inside(file ?? {}), ...inside(help ?? {})].map(({ id }) => id)).not.toContain('about')
  expect(inside(file ?? {}).at(-1)).toEqual({ role: 'close' })
})

test.each(['linux', 'win32', 'darwin'] as const)('every command is in the menus of %s, once', platform => {
  const ids = build(platform)
    .flatMap(inside)
    .flatMap(({ id }) => id ?? [])
  expect(ids.toSorted()).toEqual([...menuCommands, 'openDataFolder', 'quit'].toSorted())
})

test('keys are left to the page, except to undo; without a window they open one', () => {
  const ran: MenuCommand[] = []
  const menus = build('darwin', command => ran.push(command))
  const press = (id: MenuCommand, window: object | undefined, triggeredByAccelerator: boolean) => {
    // The item and the window are not looked into.
    const given = [{}, window, { triggeredByAccelerator }] as unknown as Parameters<
      NonNullable<MenuItemConstructorOptions['click']>
    >
    findItem(menus, id)?.click?.(...given)
  }
  press('journal', {}, true)
  expect(ran).toEqual([])
  press('journal', {}, false)
  press('undo', {}, true)
  press('plan', undefined, true)
  expect(ran).toEqual(['journal', 'undo', 'plan'])
})

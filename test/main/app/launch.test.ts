import type { App, Menu, MenuItemConstructorOptions, Task } from 'electron'
import { expect, test } from 'vitest'
import { readLaunch } from '../../../main/app/launch-arguments.ts'
import { setLauncherMenu } from '../../../main/app/launcher-menu.ts'

test.each([
  ['nothing', ['unknot'], { crampNow: false, files: [] }],
  ['cramp now', ['unknot', '--cramp-now'], { crampNow: true, files: [] }],
  [
    'copies, by path and by address',
    ['unknot', 'a.unknot', '/home/x/B.UNKNOT', 'file:///home/x/c%20d.unknot'],
    { crampNow: false, files: ['/media/a.unknot', '/home/x/B.UNKNOT', '/home/x/c d.unknot'] },
  ],
  [
    'switches of Chromium, other files and the application’s folder',
    ['electron', '.', '--user-data-dir=/x.unknot', 'notes.json', 'file://%'],
    { crampNow: false, files: [] },
  ],
])('arguments: %s', (_, words, expected) => {
  expect(readLaunch(words, '/media')).toEqual(expected)
})

function setOn(platform: NodeJS.Platform, isPackaged: boolean) {
  const tasks: Task[] = []
  const items: MenuItemConstructorOptions[] = []
  let started = 0
  setLauncherMenu({
    platform,
    app: {
      isPackaged,
      setUserTasks: given => tasks.push(...given) > 0,
      dock: { setMenu: () => {} } as unknown as NonNullable<App['dock']>,
    },
    buildMenu: template => {
      items.push(...template)
      return {} as unknown as Menu
    },
    argv: ['C:\\Unknot\\Unknot.exe', 'C:\\source'],
    startCramp: () => started++,
  })
  // The item, the window and the event are not looked into.
  items[0]?.click?.(...([] as unknown as Parameters<NonNullable<MenuItemConstructorOptions['click']>>))
  return { tasks, items, started }
}

test('Windows shows cramp now in the jump list, macOS in the dock, and neither anything else', () => {
  const [task, ...others] = setOn('win32', true).tasks
  expect(task).toMatchObject({
    program: 'C:\\Unknot\\Unknot.exe',
    arguments: '--cramp-now',
    title: 'Cramp now',
  })
  expect(others).toEqual([])
  expect(setOn('win32', false).tasks[0]?.arguments).toBe('"C:\\source" --cramp-now')
  const mac = setOn('darwin', true)
  expect(mac.items.map(({ label }) => label)).toEqual(['Cramp now'])
  expect(mac.started).toBe(1)
  expect(setOn('linux', true)).toEqual({ tasks: [], items: [], started: 0 })
})

/** Application menu, as data: File, Edit, Go, View, Window, Help, and on macOS the application's own menu. */
import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../../shared/intents.ts'

export interface MenuActions {
  /** Has the page carry out a command; opens a window for it if there is none. */
  readonly run: (command: MenuCommand) => void
  readonly openDataFolder: () => void
}

export interface MenuDeps extends MenuActions {
  readonly platform: NodeJS.Platform
  /** Adds reloading and the developer tools. */
  readonly isDevelopment: boolean
}

/** Keys of the commands. They are those of the page's shortcuts, which a test compares. */
export const menuKeys: Readonly<Partial<Record<MenuCommand, string>>> = {
  crampNow: 'CommandOrControl+Shift+N',
  addEntry: 'CommandOrControl+N',
  quickAdd: 'CommandOrControl+K',
  printReport: 'CommandOrControl+P',
  undo: 'CommandOrControl+Z',
  today: 'CommandOrControl+1',
  journal: 'CommandOrControl+2',
  insights: 'CommandOrControl+3',
  plan: 'CommandOrControl+4',
  report: 'CommandOrControl+5',
  settings: 'CommandOrControl+,',
  largerText: 'CommandOrControl+Plus',
  smallerText: 'CommandOrControl+-',
  usualText: 'CommandOrControl+0',
}

type Template = MenuItemConstructorOptions[]
const separator = { type: 'separator' } as const

export function buildMenuTemplate({ platform, isDevelopment, run, openDataFolder }: MenuDeps): Template {
  const isMac = platform === 'darwin'
  const item = (label: string, command: MenuCommand): MenuItemConstructorOptions => {
    const accelerator = menuKeys[command]
    return {
      id: command,
      label,
      ...(accelerator !== undefined && { accelerator, registerAccelerator: false }),
      click: (_item, window, { triggeredByAccelerator }) => {
        // The page answers these keys itself and knows where they are free; macOS alone cannot leave them unregistered.
        const isLeftToPage = triggeredByAccelerator === true && window !== undefined && command !== 'undo'
        if (!isLeftToPage) run(command)
      },
    }
  }
  const about = item('About Unknot', 'about')
  const settings = item(isMac ? 'Settings…' : 'Settings', 'settings')
  const appMenu: Template = [
    about,
    separator,
    settings,
    separator,
    { role: 'services' },
    separator,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    separator,
    { id: 'quit', role: 'quit' },
  ]
  return [
    ...(isMac ? [{ label: 'Unknot', submenu: appMenu }] : []),
    {
      label: '&File',
      submenu: [
        item('Cramp now', 'crampNow'),
        item('New entry', 'addEntry'),
        item('Quick add', 'quickAdd'),
        separator,
        item('Import…', 'import'),
        item('Save a copy…', 'saveCopy'),
        item('Print report…', 'printReport'),
        separator,
        { id: 'openDataFolder', label: 'Open data folder', click: openDataFolder },
        separator,
        isMac ? { role: 'close' } : { id: 'quit', role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        // In place of the role, which knows the fields of a form but not the entries of the journal.
        item('Undo', 'undo'),
        { role: 'redo' },
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'delete' },
        separator,
        { role: 'selectAll' },
      ],
    },
    {
      label: '&Go',
      submenu: [
        item('Today', 'today'),
        item('Journal', 'journal'),
        item('Insights', 'insights'),
        item('Plan', 'plan'),
        item('Report', 'report'),
        ...(isMac ? [] : [settings]),
      ],
    },
    {
      label: '&View',
      submenu: [
        ...(isDevelopment
          ? ([{ role: 'reload' }, { role: 'toggleDevTools' }, separator] satisfies Template)
          : []),
        // In place of the zoom roles: the page keeps the text size, and its layouts follow it.
        item('Larger text', 'largerText'),
        item('Smaller text', 'smallerText'),
        item('Usual text size', 'usualText'),
        separator,
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      label: '&Help',
      submenu: [
        item('Keyboard shortcuts', 'list'),
        item('What Unknot is for', 'purpose'),
        item('What is protected, and what is not', 'threats'),
        item('Licences', 'licences'),
        ...(isMac ? [] : [separator, about]),
      ],
    },
  ]
}

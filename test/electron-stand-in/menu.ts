/**
 * `Menu`: the application menu and context menus. Tests can read and click them, and the application menu's accelerators
 * work. Neither is drawn: Chromium's windows have no menu bar, and a context menu is recorded instead of shown.
 */
import type { MenuItemConstructorOptions } from 'electron'
import { present, refuseUnknown } from './absence.ts'
import { matchesKey, readAccelerator } from './accelerator.ts'
import type { BrowserWindow } from './browser-window.ts'
import { findMenuRole, findRole, type Role } from './menu-roles.ts'
import type { KeyPress } from './page/messages.ts'
import { openWindows } from './registry.ts'

const knownOptions = [
  'id',
  'label',
  'sublabel',
  'toolTip',
  'type',
  'role',
  'accelerator',
  'registerAccelerator',
  'enabled',
  'visible',
  'checked',
  'click',
  'submenu',
] satisfies (keyof MenuItemConstructorOptions)[]

type ItemType = NonNullable<MenuItemConstructorOptions['type']>

let count = 0

class MenuItem {
  readonly commandId = ++count
  readonly id: string | undefined
  readonly role: MenuItemConstructorOptions['role'] | undefined
  readonly type: ItemType
  readonly accelerator: string | undefined
  readonly registerAccelerator: boolean
  readonly submenu: Electron.Menu | undefined
  readonly shown: Electron.MenuItem = present<Electron.MenuItem>('MenuItem', this)
  label: string
  sublabel: string
  toolTip: string
  enabled: boolean
  visible: boolean
  checked: boolean
  /** Runs the item, as its keys or a click on it would. Tests call it. */
  readonly click: (event?: object, window?: Electron.BaseWindow) => void
  readonly menu: Menu | undefined

  constructor(options: MenuItemConstructorOptions) {
    refuseUnknown('MenuItem', options, knownOptions)
    const whole = options.role && findMenuRole(options.role)
    const role = options.role && !whole ? findRole(options.role) : undefined
    const submenu = options.submenu ?? whole?.submenu
    this.menu = submenu && toMenu(submenu)
    this.submenu = this.menu?.shown
    this.id = options.id
    this.role = options.role
    this.type = options.type ?? (submenu ? 'submenu' : 'normal')
    this.label = options.label ?? whole?.label ?? role?.label ?? ''
    this.sublabel = options.sublabel ?? ''
    this.toolTip = options.toolTip ?? ''
    this.accelerator = options.accelerator ?? role?.accelerator
    this.registerAccelerator = (options.registerAccelerator ?? true) && !role?.isEditing
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    if (this.accelerator) readAccelerator(this.accelerator)
    this.click = (event = {}, window) => this.run(options.click, role, event, window)
  }

  private run(
    click: MenuItemConstructorOptions['click'],
    role: Role | undefined,
    event: object,
    given: Electron.BaseWindow | undefined,
  ): void {
    if (!this.enabled) return
    const windows = [...openWindows.values()]
    const window =
      windows.find(({ id }) => id === given?.id) ?? windows.find(each => each.isFocused()) ?? windows[0]
    if (this.type === 'checkbox') this.checked = !this.checked
    if (this.type === 'radio') this.checked = true
    if (role) role.run(window)
    else click?.(this.shown, window?.shown, { triggeredByAccelerator: false, ...event })
  }
}

class Menu {
  readonly shown: Electron.Menu = present<Electron.Menu>('Menu', this)
  readonly ownItems: MenuItem[] = []

  get items(): Electron.MenuItem[] {
    return this.ownItems.map(item => item.shown)
  }

  append(item: Electron.MenuItem): void {
    this.insert(this.ownItems.length, item)
  }

  insert(position: number, item: Electron.MenuItem): void {
    const own = ownItems.get(item)
    if (!own) throw new TypeError('Invalid item')
    this.ownItems.splice(position, 0, own)
  }

  /** Shows nothing: the menu is put with those that a test can look at. */
  popup(options: Electron.PopupOptions = {}): void {
    refuseUnknown('Menu.popup', options, ['window', 'frame', 'x', 'y', 'sourceType', 'callback'])
    globalThis.electronStandIn?.contextMenus.push(this.shown)
  }

  getMenuItemById(id: string): Electron.MenuItem | null {
    for (const item of this.ownItems) {
      const found = item.id === id ? item.shown : item.menu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
}

/** Implementation of each menu and item, by the guarded proxy that the app holds. */
const ownMenus = new WeakMap<Electron.Menu, Menu>()
const ownItems = new WeakMap<Electron.MenuItem, MenuItem>()
let applicationMenu: Menu | undefined

function makeItem(options: MenuItemConstructorOptions): Electron.MenuItem {
  const item = new MenuItem(options)
  ownItems.set(item.shown, item)
  return item.shown
}

function makeMenu(): Electron.Menu {
  const menu = new Menu()
  ownMenus.set(menu.shown, menu)
  return menu.shown
}

function toMenu(given: Electron.Menu | MenuItemConstructorOptions[]): Menu {
  const menu = ownMenus.get(Array.isArray(given) ? buildFromTemplate(given) : given)
  if (!menu) throw new TypeError('Invalid submenu')
  return menu
}

function isItem(given: MenuItemConstructorOptions | Electron.MenuItem): given is Electron.MenuItem {
  return ownItems.has(given as Electron.MenuItem)
}

function buildFromTemplate(template: (MenuItemConstructorOptions | Electron.MenuItem)[]): Electron.Menu {
  const menu = makeMenu()
  for (const item of template) menu.append(isItem(item) ? item : makeItem(item))
  return menu
}

const statics = {
  buildFromTemplate,
  setApplicationMenu(menu: Electron.Menu | null): void {
    applicationMenu = menu ? toMenu(menu) : undefined
  },
  getApplicationMenu: (): Electron.Menu | null => applicationMenu?.shown ?? null,
}

export const ShownMenu = new Proxy(present<typeof Electron.Menu>('Menu', Object.assign(Menu, statics)), {
  construct: makeMenu,
})
export const ShownMenuItem = new Proxy(present<typeof Electron.MenuItem>('MenuItem', MenuItem), {
  construct: (_, [options]: [MenuItemConstructorOptions]) => makeItem(options),
})

/** Runs the first menu item whose accelerator matches a key press that the page left unhandled. */
export function pressAccelerator(press: KeyPress, window: BrowserWindow): void {
  const item = applicationMenu && findByKey(applicationMenu, press)
  item?.click({ triggeredByAccelerator: true }, window.shown)
}

function findByKey(menu: Menu, press: KeyPress): MenuItem | undefined {
  for (const item of menu.ownItems) {
    const { accelerator, registerAccelerator, enabled } = item
    if (accelerator && registerAccelerator && enabled && matchesKey(accelerator, press)) return item
    const inner = item.menu && findByKey(item.menu, press)
    if (inner) return inner
  }
  return undefined
}

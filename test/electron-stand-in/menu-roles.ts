/** Menu roles: label, accelerator and action of each, as in Electron. */
import { refuse } from './absence.ts'
import { app } from './app.ts'
import type { BrowserWindow } from './browser-window.ts'
import { manifest } from './command-line.ts'

export interface Role {
  label: string
  accelerator?: string
  /** Text fields handle these keys themselves: the accelerator is displayed but not registered. */
  isEditing?: boolean
  run(window: BrowserWindow | undefined): void
}

function edit(label: string, command: string, accelerator?: string): Role {
  return {
    label,
    ...(accelerator ? { accelerator } : {}),
    isEditing: true,
    run: window => window?.contents.edit(command),
  }
}

function zoom(label: string, accelerator: string, change: (level: number) => number): Role {
  return {
    label,
    accelerator,
    run: window => window?.contents.setZoomLevel(change(window.contents.getZoomLevel())),
  }
}

/** By role, in lower case. */
const roles: Record<string, Role> = {
  quit: { label: 'Quit', accelerator: 'CommandOrControl+Q', run: () => app.quit() },
  close: { label: 'Close', accelerator: 'CommandOrControl+W', run: window => window?.close() },
  minimize: { label: 'Minimize', accelerator: 'CommandOrControl+M', run: window => window?.minimize() },
  zoom: { label: 'Zoom', run: window => window?.maximize() },
  reload: { label: 'Reload', accelerator: 'CommandOrControl+R', run: window => window?.reload() },
  forcereload: {
    label: 'Force Reload',
    accelerator: 'Shift+CommandOrControl+R',
    run: window => window?.contents.reloadIgnoringCache(),
  },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: process.platform === 'darwin' ? 'Control+Command+F' : 'F11',
    run: window => window?.setFullScreen(!window.isFullScreen()),
  },
  resetzoom: zoom('Actual Size', 'CommandOrControl+0', () => 0),
  zoomin: zoom('Zoom In', 'CommandOrControl+Plus', level => level + 0.5),
  zoomout: zoom('Zoom Out', 'CommandOrControl+-', level => level - 0.5),
  undo: edit('Undo', 'undo', 'CommandOrControl+Z'),
  redo: edit('Redo', 'redo', 'Shift+CommandOrControl+Z'),
  cut: edit('Cut', 'cut', 'CommandOrControl+X'),
  copy: edit('Copy', 'copy', 'CommandOrControl+C'),
  paste: edit('Paste', 'paste', 'CommandOrControl+V'),
  delete: edit('Delete', 'delete'),
  selectall: edit('Select All', 'selectAll', 'CommandOrControl+A'),
  about: { label: 'About', run: () => refuse("the menu role 'about'") },
  services: { label: 'Services', run: () => refuse("the menu role 'services'") },
  hide: { label: 'Hide', accelerator: 'Command+H', run: window => window?.hide() },
  hideothers: {
    label: 'Hide Others',
    accelerator: 'Command+Alt+H',
    run: () => refuse("the menu role 'hideOthers'"),
  },
  unhide: { label: 'Show All', run: window => window?.show() },
  front: { label: 'Bring All to Front', run: window => window?.focus() },
  toggledevtools: {
    label: 'Toggle Developer Tools',
    accelerator: 'Control+Shift+I',
    run: () => refuse("the menu role 'toggleDevTools'"),
  },
}

type Template = Electron.MenuItemConstructorOptions[]

/** Roles that are whole menus, with what Electron puts into them outside macOS. */
const menus: Record<string, { label: string; submenu: Template }> = {
  appmenu: {
    label: manifest.productName ?? 'Electron',
    submenu: [{ role: 'about' }, { type: 'separator' }, { role: 'quit' }],
  },
  filemenu: { label: 'File', submenu: [{ role: 'quit' }] },
  editmenu: {
    label: 'Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      { type: 'separator' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'delete' },
      { type: 'separator' },
      { role: 'selectAll' },
    ],
  },
  // Names the menu in which macOS puts its search field; the app gives its items.
  help: { label: 'Help', submenu: [] },
  windowmenu: { label: 'Window', submenu: [{ role: 'minimize' }, { role: 'zoom' }, { role: 'close' }] },
}

/** @throws by name for a role that the stand-in lacks */
export function findRole(name: string): Role {
  return roles[name.toLowerCase()] ?? refuse(`the menu role '${name}'`)
}

export function findMenuRole(name: string): { label: string; submenu: Template } | undefined {
  return menus[name.toLowerCase()]
}

/** Exports of the module `electron` in the main process: the implemented ones, and placeholders for the rest. */
import type * as Electron from 'electron/main'
import { absent, present, StrictEmitter } from './absence.ts'
import { app } from './app.ts'
import { ShownBrowserWindow as BrowserWindow } from './browser-window.ts'
import { ClipboardItem, clipboard } from './clipboard.ts'
import { dialog } from './dialog.ts'
import { globalShortcut } from './global-shortcut.ts'
import { ipcMain } from './ipc.ts'
import './messages.ts'
import { ShownMenu as Menu, ShownMenuItem as MenuItem } from './menu.ts'
import { nativeTheme } from './native-theme.ts'
import { net } from './net.ts'
import { Notification } from './notification.ts'
import { protocol } from './protocol.ts'
import { findContents, openContents, openWindows } from './registry.ts'
import { screen } from './screen.ts'
import { sessionModule as session } from './session.ts'
import { shell } from './shell.ts'

const webContents = present<typeof Electron.webContents>('webContents', {
  getAllWebContents: () => [...openContents.values()].map(contents => contents.shown),
  getFocusedWebContents: () =>
    [...openWindows.values()].find(window => window.isFocused())?.webContents ?? null,
  fromId: (id: number) => openContents.get(id)?.shown,
  // Used by Playwright's `electronApp.browserWindow(page)`.
  fromDevToolsTargetId: (targetId: string) => findContents(targetId)?.shown,
})

// No machine is suspended in a test: a test emits the event itself.
const powerMonitor = present<typeof Electron.powerMonitor>(
  'powerMonitor',
  new StrictEmitter('powerMonitor', ['suspend', 'resume', 'shutdown', 'lock-screen', 'unlock-screen']),
)

export const autoUpdater = absent('autoUpdater')
export const BaseWindow = absent('BaseWindow')
export const BrowserView = absent('BrowserView')
export const contentTracing = absent('contentTracing')
export const crashReporter = absent('crashReporter')
export const desktopCapturer = absent('desktopCapturer')
export const ImageView = absent('ImageView')
export const inAppPurchase = absent('inAppPurchase')
export const IpcMainServiceWorker = absent('IpcMainServiceWorker')
export const MessageChannelMain = absent('MessageChannelMain')
export const nativeImage = absent('nativeImage')
export const netLog = absent('netLog')
export const powerSaveBlocker = absent('powerSaveBlocker')
export const pushNotifications = absent('pushNotifications')
export const safeStorage = absent('safeStorage')
export const ShareMenu = absent('ShareMenu')
export const systemPreferences = absent('systemPreferences')
export const TouchBar = absent('TouchBar')
export const Tray = absent('Tray')
export const utilityProcess = absent('utilityProcess')
export const View = absent('View')
export const webFrameMain = absent('webFrameMain')
export const WebContentsView = absent('WebContentsView')
export const WebSocket = absent('WebSocket')

export {
  app,
  BrowserWindow,
  ClipboardItem,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  Notification,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  webContents,
}

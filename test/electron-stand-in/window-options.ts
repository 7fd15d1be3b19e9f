/** Event names and constructor options that `BrowserWindow` supports. */
import type { BrowserWindowConstructorOptions } from 'electron'

export const windowEventNames = [
  'close',
  'closed',
  'show',
  'hide',
  'focus',
  'blur',
  'resize',
  'resized',
  'move',
  'moved',
  'minimize',
  'restore',
  'maximize',
  'unmaximize',
  'enter-full-screen',
  'leave-full-screen',
  'page-title-updated',
  'ready-to-show',
]

export const windowOptions = [
  'width',
  'height',
  'x',
  'y',
  'show',
  'title',
  'webPreferences',
  // Accepted and ignored: Chromium decides about the appearance of its windows.
  'minWidth',
  'minHeight',
  'backgroundColor',
  'icon',
  'autoHideMenuBar',
  'center',
  'useContentSize',
] satisfies (keyof BrowserWindowConstructorOptions)[]

/** The events that windows have here, and the options they take. */
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
  // How a window looks on a desktop is Chromium's to say here: these are taken and change nothing.
  'minWidth',
  'minHeight',
  'backgroundColor',
  'icon',
  'autoHideMenuBar',
  'center',
  'useContentSize',
] satisfies (keyof BrowserWindowConstructorOptions)[]

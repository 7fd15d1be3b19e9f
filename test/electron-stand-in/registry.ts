/** Registry of open windows and pages, in a module of its own so that the modules using it do not import each other. */
import type { BrowserWindow } from './browser-window.ts'
import type { WebContents } from './web-contents.ts'

export const openWindows = new Map<number, BrowserWindow>()
export const openContents = new Map<number, WebContents>()

export function findContents(targetId: string): WebContents | undefined {
  return [...openContents.values()].find(contents => contents.targetId === targetId)
}

/** The windows and pages that are open. A room of its own, so that others need not know each other. */
import type { BrowserWindow } from './browser-window.ts'
import type { WebContents } from './web-contents.ts'

export const openWindows = new Map<number, BrowserWindow>()
export const openContents = new Map<number, WebContents>()

export function findContents(targetId: string): WebContents | undefined {
  return [...openContents.values()].find(contents => contents.targetId === targetId)
}

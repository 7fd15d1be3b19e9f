/**
 * Records for tests: the calls of `dialog`, `shell`, `Notification`, the dock and the jump list, context menus, and the
 * global shortcuts that a test can press.
 * A test reads them in the main process: `electronApp.evaluate(() => globalThis.electronStandIn.records)`.
 */
export interface Record {
  module: 'dialog' | 'shell' | 'Notification' | 'dock' | 'app' | 'webContents'
  method: string
  /** The options, the path or the address that was given. */
  given: unknown
  /** Return value of a dialog; absent for the others. */
  answer?: unknown
}

const records: Record[] = []

export function record(module: Record['module'], method: string, given: unknown, answer?: unknown): void {
  records.push({ module, method, given, ...(answer === undefined ? {} : { answer }) })
}

/** A shown notification, in the order of showing. */
interface ShownNotification {
  click(): void
}

declare global {
  var electronStandIn:
    | {
        records: Record[]
        notifications: ShownNotification[]
        /** Context menus, in the order of showing. */
        contextMenus: Electron.Menu[]
        /** Global shortcuts that are registered: a test presses one by calling it. */
        globalShortcuts: Map<string, () => void>
      }
    | undefined
}

globalThis.electronStandIn = { records, notifications: [], contextMenus: [], globalShortcuts: new Map() }

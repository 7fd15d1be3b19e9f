/**
 * Call records of `dialog`, `shell` and `Notification`, for tests.
 * A test reads them in the main process: `electronApp.evaluate(() => globalThis.electronStandIn.records)`.
 */
export interface Record {
  module: 'dialog' | 'shell' | 'Notification'
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
  var electronStandIn: { records: Record[]; notifications: ShownNotification[] } | undefined
}

globalThis.electronStandIn = { records, notifications: [] }

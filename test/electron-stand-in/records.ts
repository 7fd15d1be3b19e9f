/**
 * What the app asked of the person and of the desktop, for tests to look at.
 * A test reads it in the main process: `electronApp.evaluate(() => globalThis.electronStandIn.records)`.
 */
export interface Record {
  module: 'dialog' | 'shell'
  method: string
  /** The options, the path or the address that was given. */
  given: unknown
  /** What the app was answered, where there was a question. */
  answer?: unknown
}

export const records: Record[] = []

export function record(module: Record['module'], method: string, given: unknown, answer?: unknown): void {
  records.push({ module, method, given, ...(answer === undefined ? {} : { answer }) })
}

declare global {
  var electronStandIn: { records: Record[] } | undefined
}

globalThis.electronStandIn = { records }

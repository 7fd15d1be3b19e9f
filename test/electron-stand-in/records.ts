/**
 * Call records of `dialog` and `shell`, for tests.
 * A test reads them in the main process: `electronApp.evaluate(() => globalThis.electronStandIn.records)`.
 */
export interface Record {
  module: 'dialog' | 'shell'
  method: string
  /** The options, the path or the address that was given. */
  given: unknown
  /** Return value of a dialog; absent for `shell`. */
  answer?: unknown
}

const records: Record[] = []

export function record(module: Record['module'], method: string, given: unknown, answer?: unknown): void {
  records.push({ module, method, given, ...(answer === undefined ? {} : { answer }) })
}

declare global {
  var electronStandIn: { records: Record[] } | undefined
}

globalThis.electronStandIn = { records }

/** Load outcome of a page, which settles the promise of `loadURL`. */
import type { WebContents } from './web-contents.ts'

/** Chromium's net error codes, for the errors that blocked or missing pages cause. */
const errorNumbers: Record<string, number> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_FILE_NOT_FOUND: -6,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
}

/** @param code such as `ERR_ABORTED` */
export function getErrorNumber(code: string): number {
  return errorNumbers[code] ?? -2
}

/** Rejects with `code`, `errno` and `url`, as Electron's `loadURL` does. */
export function waitForLoad(contents: WebContents, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const forget = () =>
      contents.off('did-finish-load', finish).off('did-fail-load', fail).off('destroyed', fail)
    const finish = () => {
      forget()
      resolve()
    }
    const fail = (_event?: unknown, errno = getErrorNumber('ERR_FAILED'), code = 'ERR_FAILED') => {
      forget()
      reject(Object.assign(new Error(`${code} (${errno}) loading '${url}'`), { code, errno, url }))
    }
    contents.on('did-finish-load', finish).on('did-fail-load', fail).on('destroyed', fail)
  })
}

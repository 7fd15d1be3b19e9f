/** `shell`: opens addresses and paths on the desktop. Every call is recorded for tests. */
import { execFile } from 'node:child_process'
import { dirname } from 'node:path'
import type { Shell } from 'electron'
import { present } from './absence.ts'
import { getBrowser } from './browser.ts'
import { record } from './records.ts'

/** @returns an empty text, or the error message. Does nothing without a display. */
function openOnDesktop(what: string): Promise<string> {
  if (getBrowser().headless) return Promise.resolve('')
  return new Promise(resolve => {
    execFile(process.platform === 'darwin' ? 'open' : 'xdg-open', [what], error =>
      resolve(error?.message ?? ''),
    )
  })
}

const implementation: Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'> = {
  async openExternal(url) {
    record('shell', 'openExternal', url)
    const problem = await openOnDesktop(url)
    if (problem) throw new Error(problem)
  },
  async openPath(path) {
    record('shell', 'openPath', path)
    return openOnDesktop(path)
  },
  showItemInFolder(path) {
    record('shell', 'showItemInFolder', path)
    void openOnDesktop(dirname(path))
  },
  beep() {
    record('shell', 'beep', undefined)
  },
}

export const shell = present<Shell>('shell', implementation)

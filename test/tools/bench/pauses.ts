/** Longest block of the event loop, in the main process and in the page, during an action. */
import type { ElectronApplication, Page } from '@playwright/test'

declare global {
  var benchDelay: { readonly max: number; disable(): void } | undefined
  interface Window {
    benchLongestPauseMs?: number
  }
}

export interface Pauses {
  /** Longest block of each event loop, in ms. */
  readonly mainMs: number
  readonly pageMs: number
}

export async function measurePauses(
  page: Page,
  electronApp: ElectronApplication,
  action: () => Promise<unknown>,
): Promise<Pauses> {
  await electronApp.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    globalThis.benchDelay = delay
  })
  await page.evaluate(() => {
    window.benchLongestPauseMs = 0
    let before = performance.now()
    const look = () => {
      if (window.benchLongestPauseMs === undefined) return
      const now = performance.now()
      window.benchLongestPauseMs = Math.max(window.benchLongestPauseMs, now - before)
      before = now
      setTimeout(look, 0)
    }
    look()
  })
  await action()
  const pageMs = await page.evaluate(() => {
    const longest = window.benchLongestPauseMs ?? Number.NaN
    delete window.benchLongestPauseMs
    return longest
  })
  const mainMs = await electronApp.evaluate(() => {
    globalThis.benchDelay?.disable()
    return (globalThis.benchDelay?.max ?? Number.NaN) / 1e6
  })
  return { mainMs, pageMs }
}

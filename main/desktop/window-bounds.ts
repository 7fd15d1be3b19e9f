/** The window opens as large as it was when it was closed; where, the system decides. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { BrowserWindow } from 'electron'
import { z } from 'zod'

const bounds = z.object({
  width: z.int().min(720).max(10_000),
  height: z.int().min(560).max(10_000),
})

const FIRST_TIME = { width: 1280, height: 800 }

/** The size the window had last; the size of a first start when none can be read. */
export function readWindowBounds(file: string): { width: number; height: number } {
  try {
    const read = bounds.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return read.success ? read.data : FIRST_TIME
  } catch {
    return FIRST_TIME
  }
}

export function rememberWindowBounds(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    const { width, height } = window.getNormalBounds()
    try {
      writeFileSync(file, JSON.stringify({ width, height }))
    } catch {
      // A window that opens at its usual size the next time is no reason to trouble anybody.
    }
  })
}

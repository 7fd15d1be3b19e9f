/** Window size, remembered from the last close and limited to the screen. The position is left to the system. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { BrowserWindow, Size } from 'electron'
import { z } from 'zod'

/** Smallest size, in px, at which every screen can be used. */
const SMALLEST: Size = { width: 720, height: 560 }
const FIRST_TIME: Size = { width: 1280, height: 800 }

const bounds = z.object({
  width: z.int().min(1).max(100_000),
  height: z.int().min(1).max(100_000),
  isMaximized: z.boolean().default(false),
})

export interface WindowSize extends Size {
  readonly minWidth: number
  readonly minHeight: number
  readonly isMaximized: boolean
}

/**
 * Remembered size, or the default when none can be read.
 *
 * @param workArea the screen without the system's bars; a larger remembered size is reduced to it
 */
export function readWindowBounds(file: string, workArea: Size): WindowSize {
  const remembered = read(file)
  const minWidth = Math.min(SMALLEST.width, workArea.width)
  const minHeight = Math.min(SMALLEST.height, workArea.height)
  return {
    minWidth,
    minHeight,
    width: Math.max(minWidth, Math.min(remembered.width, workArea.width)),
    height: Math.max(minHeight, Math.min(remembered.height, workArea.height)),
    isMaximized: remembered.isMaximized,
  }
}

function read(file: string): Size & { readonly isMaximized: boolean } {
  const firstTime = { ...FIRST_TIME, isMaximized: false }
  try {
    const parsed = bounds.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return parsed.success ? parsed.data : firstTime
  } catch {
    return firstTime
  }
}

export function rememberWindowBounds(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    // `getNormalBounds` is the size to which a maximised window returns.
    const { width, height } = window.getNormalBounds()
    try {
      // Atomic replace: on a full disk the previous size is kept.
      writeFileSync(`${file}.new`, JSON.stringify({ width, height, isMaximized: window.isMaximized() }))
      renameSync(`${file}.new`, file)
    } catch {
      // Ignored: the next start then uses the previous or the default size.
    }
  })
}

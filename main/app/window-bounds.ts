/** Window size and place, remembered from the last close and limited to the displays that are there now. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { BrowserWindow, Rectangle, Size } from 'electron'
import { z } from 'zod'

/** Smallest size, in px, at which every screen can be used. */
const SMALLEST: Size = { width: 720, height: 560 }
const FIRST_TIME = { width: 1280, height: 800, isMaximized: false }

const length = z.int().min(1).max(100_000)
const coordinate = z.int().min(-100_000).max(100_000)
const bounds = z.object({
  width: length,
  height: length,
  isMaximized: z.boolean().default(false),
  /** Top left corner; absent in files of an earlier version. */
  x: coordinate.optional(),
  y: coordinate.optional(),
})

export interface WindowBounds extends Size {
  readonly minWidth: number
  readonly minHeight: number
  readonly isMaximized: boolean
  /** Absent where the system chooses the place. */
  readonly x?: number
  readonly y?: number
}

/**
 * Remembered size and place, or the default size when none can be read. A place on a display that is gone is left to the
 * system; elsewhere the window is moved and reduced to lie whole within the work area.
 *
 * @param workAreas of the displays without the system's bars, the primary display's first
 */
export function readWindowBounds(
  file: string,
  workAreas: readonly [Rectangle, ...Rectangle[]],
): WindowBounds {
  const { x, y, width, height, isMaximized } = read(file)
  const old = x === undefined || y === undefined ? undefined : { x, y, width, height }
  const found = old && findNearest(old, workAreas)
  const area = found ?? workAreas[0]
  const minWidth = Math.min(SMALLEST.width, area.width)
  const minHeight = Math.min(SMALLEST.height, area.height)
  const size = {
    width: clamp(width, minWidth, area.width),
    height: clamp(height, minHeight, area.height),
  }
  return {
    minWidth,
    minHeight,
    isMaximized,
    ...size,
    ...(old &&
      found && {
        x: clamp(old.x, area.x, area.x + area.width - size.width),
        y: clamp(old.y, area.y, area.y + area.height - size.height),
      }),
  }
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most))

/** Area that holds most of the window; undefined when no area holds any of it. */
function findNearest(window: Rectangle, areas: readonly Rectangle[]): Rectangle | undefined {
  const [nearest] = areas
    .map(area => ({ area, overlap: computeOverlap(window, area) }))
    .filter(({ overlap }) => overlap > 0)
    .sort((a, b) => b.overlap - a.overlap)
  return nearest?.area
}

/** In square px. */
function computeOverlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

function read(file: string): z.infer<typeof bounds> {
  try {
    const parsed = bounds.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return parsed.success ? parsed.data : FIRST_TIME
  } catch {
    return FIRST_TIME
  }
}

export function rememberWindowBounds(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    // `getNormalBounds` is the place to which a maximised window returns.
    const { x, y, width, height } = window.getNormalBounds()
    try {
      // Atomic replace: on a full disk the previous bounds are kept.
      writeFileSync(`${file}.new`, JSON.stringify({ x, y, width, height, isMaximized: window.isMaximized() }))
      renameSync(`${file}.new`, file)
    } catch {
      // Ignored: the next start then uses the previous or the default bounds.
    }
  })
}

/** Sheet sizes of the report, used by the preview, the page's style and the printer. */
import type { Paper } from '../locale/conventions.ts'

export interface Sheet {
  readonly widthMm: number
  readonly heightMm: number
}

export const sheets: Record<Paper, Sheet> = {
  A4: { widthMm: 210, heightMm: 297 },
  Letter: { widthMm: 215.9, heightMm: 279.4 },
}

/** Page margins in millimetres; the bottom margin holds the page number. */
export const marginsMm = { top: 13, right: 15, bottom: 17, left: 15 } as const

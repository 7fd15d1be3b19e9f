/** Layout of page one as the preview fitted it, handed to the print so that paper and preview cut the same lists. */
import { z } from 'zod'
import { LAST_CUT_LEVEL } from './cuts.ts'

export const pageLayout = z.strictObject({
  /** Cut level of the lists, 0 (nothing cut) to `LAST_CUT_LEVEL`. */
  level: z.int().min(0).max(LAST_CUT_LEVEL),
  /** Type size as a multiple of the page's own; below 1 only where the shortest lists are too long for the page. */
  zoom: z.number().positive().max(2),
})
export type PageLayout = z.infer<typeof pageLayout>

/** A layout together with the hash of the report it was measured for: it holds for no other report. */
export const pageFit = pageLayout.extend({ hash: z.string().regex(/^[0-9a-f]{64}$/) })
export type PageFit = z.infer<typeof pageFit>

/** Days that each exposure can be compared on: what an import, or an answer about whole months, has gained. */
import { z } from 'zod'
import { createAnalysisContext } from './analysis-context.ts'
import { readDays } from './day-values.ts'
import type { Diary } from './diary/diary.ts'
import { createWindowReader } from './diary/windows.ts'
import { type Exposure, getWindow } from './exposures/exposure.ts'

export const comparedDays = z.strictObject({
  /** Key of the exposure. */
  key: z.string(),
  /** Its heading: "Fluids". */
  name: z.string(),
  /** Cramp-days with an answer about cramps and a known value. */
  days: z.int(),
})
export type ComparedDays = z.infer<typeof comparedDays>

export function countComparedDays(diary: Diary, exposures: readonly Exposure[]): ComparedDays[] {
  const context = createAnalysisContext(diary)
  return exposures.map(exposure => ({
    key: exposure.key,
    name: exposure.name,
    days: readDays(context.calendar, createWindowReader(context.diary, getWindow(exposure, context.diary)))
      .length,
  }))
}

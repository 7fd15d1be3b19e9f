/**
 * Suspects: exposures that the person named as possible triggers. They share most of the error budget, so that a
 * hypothesis of the person's own is tested against a few others and not against the whole catalogue.
 *
 * The promise of the budget holds only for hypotheses that do not come from the same data. An exposure therefore counts
 * as named beforehand only if its own estimate had not been shown yet: at first start, when an own factor is created, or
 * before its gate is passed. One that is named later is judged as a suspect on the cramp-days after the naming alone,
 * once these pass the gate; until then it remains among the other exposures.
 */
import { z } from 'zod'
import { calendarDateField } from '../kinds/schemas.ts'

/** Maximum suspects at a time: each takes its share of the same budget. */
export const MAX_SUSPECTS = 6

/** Maximum length of an exposure's key. The person's own factors have keys that no list of the program holds. */
const MAX_KEY_LENGTH = 100

export const suspect = z.strictObject({
  /** Key of the exposure: built in or the person's own. */
  exposure: z.string().min(1).max(MAX_KEY_LENGTH),
  /** Calendar date of the naming. Cramp-days after it began after the naming. */
  namedOn: calendarDateField,
  /** True if its estimate had not been shown yet: all days count. False: only the cramp-days after `namedOn` do. */
  isBeforehand: z.boolean(),
})
export type Suspect = z.infer<typeof suspect>

/**
 * Suspects: exposures that the person named as possible triggers. They share most of the error budget, so that a
 * hypothesis of the person's own is tested against a few others and not against the whole catalogue.
 *
 * The promise of the budget holds only for hypotheses that do not come from the same data. An exposure therefore counts
 * as named beforehand only if its own estimate had not been shown yet: at first start, when an own factor is created, or
 * before its gate is passed. One that is named later is judged as a suspect on the cramp-days after the naming alone,
 * once these pass the gate; until then it remains among the other exposures.
 *
 * Withdrawing a suspect must not raise the shares of the rest: dropping the weak ones after a look would spend more than
 * the budget. A suspect about which something had been shown therefore keeps its share after it was withdrawn.
 */
import { z } from 'zod'
import { calendarDateField } from '../kinds/schemas.ts'
import type { CalendarDate } from '../time/calendar-date.ts'
import type { Finding } from './finding.ts'

/** Maximum suspects at a time: each takes its share of the same budget. */
export const MAX_SUSPECTS = 6

/** Maximum length of an exposure's key. The person's own factors have keys that no list of the program holds. */
const MAX_KEY_LENGTH = 100

const suspect = z.strictObject({
  /** Key of the exposure: built in or the person's own. */
  exposure: z
    .string()
    .max(MAX_KEY_LENGTH)
    .regex(/^[\w:.-]+$/, 'This is not the name of something to compare.'),
  /** Calendar date of the naming. Cramp-days after it began after the naming. */
  namedOn: calendarDateField,
  /** True if its estimate had not been shown yet: all days count. False: only the cramp-days after `namedOn` do. */
  isBeforehand: z.boolean(),
})
export type Suspect = z.infer<typeof suspect>

/** Naming as stored, also of a suspect that was withdrawn. */
export const naming = suspect.extend({
  /** Calendar date of the withdrawal; null for a current suspect. */
  withdrawnOn: calendarDateField.nullable(),
  /** True for a withdrawn suspect about which something had been shown: it is judged as a suspect as before. */
  keepsShare: z.boolean(),
})
export type Naming = z.infer<typeof naming>

export const isCurrent = ({ withdrawnOn }: Naming): boolean => withdrawnOn === null

/** Suspects that share the budget: the current ones, and those that keep their share. */
export const listJudged = (namings: readonly Naming[]): Suspect[] =>
  namings
    .filter(one => isCurrent(one) || one.keepsShare)
    .map(({ exposure, namedOn, isBeforehand }) => ({ exposure, namedOn, isBeforehand }))

/**
 * True if a suspect keeps its share when it is withdrawn.
 *
 * @param isShown true if the estimate of its exposure has been shown
 */
export const wouldKeepShare = (
  { namedOn, isBeforehand }: Suspect,
  isShown: boolean,
  today: CalendarDate,
): boolean => (isBeforehand ? isShown : today > namedOn)

/** True if the estimate of a finding is shown to the person: its gate is passed. */
export const isEstimateShown = ({ measurement }: Pick<Finding, 'measurement'>): boolean =>
  measurement.estimate !== null && measurement.missing.length === 0

/** What the analysis says, as it goes to the page: every number with its interval and what it was counted from. */
import { z } from 'zod'
import { calendarDateField } from '../kinds/schemas.ts'
import { exposureKeys } from './exposures/exposures.ts'
import { medicineComparison } from './medicine-changes.ts'
import { shareOfDays } from './share-of-days.ts'

/** How sure the pattern is. The rules stand in `verdict.ts`, the words in `finding-sentences.ts`. */
export const verdicts = [
  'likely',
  'possible',
  'no-clear-link',
  'not-sure-yet',
  'need-more-data',
  'does-not-vary',
] as const
export type Verdict = (typeof verdicts)[number]

/** "Times as likely", with 95% limits; a limit of null is open-ended. */
export const ratio = z.strictObject({
  ratio: z.number(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
})
export type Ratio = z.infer<typeof ratio>

/** What must be there before anything is said, and how much of it there is. */
export const requirements = [
  'tracked-days',
  'informative-events',
  'days-with',
  'days-without',
  'distinct-values',
  'days-without-cramp',
  'days-unlike-most',
  'answered-days',
] as const
const requirement = z.strictObject({
  what: z.enum(requirements),
  have: z.int(),
  need: z.int(),
})
export type Requirement = z.infer<typeof requirement>

const exclusionReasons = [
  'travel',
  'case-not-covered',
  'no-referents',
  'referent-windows-not-covered',
  'onset-assumed',
  'mostly-retrospective',
] as const
const exclusion = z.strictObject({ reason: z.enum(exclusionReasons), count: z.int() })
export type Exclusion = z.infer<typeof exclusion>

/** One bar of the dose-response: days with so much of it, and on how many there was a cramp. */
export const doseBar = shareOfDays.extend({
  /** Raw values from (included) up to (excluded); null where open. For a yes/no exposure 0 and 1. */
  from: z.number().nullable(),
  to: z.number().nullable(),
  label: z.string(),
})
export type DoseBar = z.infer<typeof doseBar>

/** The estimate with others in the same model, and with which. */
const adjusted = ratio.extend({ alongside: z.array(z.enum(['recent-cramp', ...exposureKeys])) })
export type Adjusted = z.infer<typeof adjusted>

/** Second opinions, shown under "details" and never instead of the estimate. Null where one cannot be had. */
const checks = z.strictObject({
  plain: ratio.nullable(),
  mantelHaenszel: ratio.nullable(),
  /** Mantel-Haenszel and the estimate are far apart although there are enough events. */
  isUnstable: z.boolean(),
  weekday: ratio.nullable(),
  /** Asked of patterns only. */
  adjusted: adjusted.nullable(),
  /** Exploratory: over a longer time before the cramp. */
  longerLookBack: ratio.nullable(),
  withoutRetrospective: ratio.nullable(),
  withoutAssumedOnsets: ratio.nullable(),
})
export type Checks = z.infer<typeof checks>

/** What was measured, from everything the journal holds so far. */
const measurement = z.strictObject({
  /** Per displayed step, or with against without. Null where nothing can be estimated. */
  estimate: ratio.nullable(),
  /**
   * What verdicts go by: with against without, or the person's 75th against their 25th percentile, in raw units.
   */
  contrast: ratio.extend({ from: z.number().nullable(), to: z.number().nullable() }).nullable(),
  pValue: z.number().nullable(),
  /** The finite-population factor of the interval. */
  factor: z.number().nullable(),
  /** Distinct cramp-days that are a case of an informative set, and distinct other days in those sets. */
  events: z.int(),
  comparisonDays: z.int(),
  /** Cramp days and days, with and without; null for an amount. */
  withIt: z.strictObject({ crampDays: z.int(), days: z.int() }).nullable(),
  withoutIt: z.strictObject({ crampDays: z.int(), days: z.int() }).nullable(),
  trackedDays: z.int(),
  missing: z.array(requirement),
  doseResponse: z.array(doseBar),
  checks,
  excluded: z.array(exclusion),
})
export type Measurement = z.infer<typeof measurement>

export const finding = z.strictObject({
  key: z.enum(exposureKeys),
  verdict: z.enum(verdicts),
  /** Where the verdict comes from: the last completed block of four weeks. Null before the first. */
  checkpoint: z
    .strictObject({
      lastDate: calendarDateField,
      pValue: z.number().nullable(),
      qValue: z.number().nullable(),
      permutationP: z.number().nullable(),
    })
    .nullable(),
  /** The measurement holds days after the checkpoint: it may still move the verdict at the next. */
  isInterim: z.boolean(),
  measurement,
  /** The finding in the words everybody reads. */
  sentence: z.string(),
})
export type Finding = z.infer<typeof finding>

/** Everything one look at the journal brings. */
export const findings = z.strictObject({
  /** First and last tracked cramp-day; null for an empty diary. */
  firstDate: calendarDateField.nullable(),
  lastDate: calendarDateField.nullable(),
  trackedDays: z.int(),
  crampDays: z.int(),
  /** With cramps on nearly every day, cramps are counted instead of days, and the sentences say so. */
  outcome: z.enum(['cramp-days', 'cramps']),
  /** The date from which on the block of four weeks that is going on is complete. */
  nextCheckpoint: calendarDateField,
  findings: z.array(finding),
})
export type Findings = z.infer<typeof findings>

/** Result of one analysis of the journal. */
export const foundFindings = z.strictObject({
  findings,
  /** Rates before and after each change of medicine with enough days on either side, oldest first. */
  medicines: z.array(medicineComparison),
})
export type FoundFindings = z.infer<typeof foundFindings>

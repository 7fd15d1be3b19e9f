/** Schemas of the findings as sent to the page: every number with its interval and the counts behind it. */
import { z } from 'zod'
import { calendarDateField } from '../kinds/schemas.ts'
import { comparedShares } from './compared-shares.ts'
import { builtInKeys, exposureKey } from './exposures/exposures.ts'
import { studiedFactor } from './exposures/studied-factor.ts'
import { medicineComparison } from './medicine-changes.ts'
import { shareOfDays } from './share-of-days.ts'

/** Verdicts. The rules are in `verdict.ts`, the words in `finding-sentences.ts`. */
export const verdicts = [
  'likely',
  'possible',
  'no-clear-link',
  'not-sure-yet',
  'need-more-data',
  'does-not-vary',
] as const
export type Verdict = (typeof verdicts)[number]

/** Reason for a verdict: the criterion that decided. The rules are in `verdict.ts`. */
const verdictReasons = [
  /** Likely: every criterion is met. */
  'clear',
  /** Possible, because only some cramps were studied. */
  'filtered',
  /** Possible: the adjusted P is above the level of the look. */
  'above-level',
  /** Possible: the estimate is too close to 1 to matter. */
  'weak',
  /** Possible: compared within the same weekday, it points the other way. */
  'weekday',
  /** Possible: it did not show at the checkpoint before. */
  'not-before',
  /** Possible: it pointed the other way at the checkpoint before. */
  'turned-round',
  /** No clear link: the interval excludes a halving and a doubling. */
  'narrow-interval',
  /** Not sure yet: the interval clears the middle, but among so many exposures one would by chance. */
  'one-by-chance',
  /** Not sure yet: the interval is wide. */
  'wide-interval',
  'constant',
  'gate',
  'no-checkpoint-yet',
] as const
export type VerdictReason = (typeof verdictReasons)[number]

/** Ratio ("times as likely") with 95% limits; a limit of null is open-ended. */
export const ratio = z.strictObject({
  ratio: z.number(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
})
export type Ratio = z.infer<typeof ratio>

/** Minimum data of an estimate: `have` of `need`. The rules are in `gate.ts`. */
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
export const requirementField = z.strictObject({
  what: z.enum(requirements),
  have: z.int(),
  need: z.int(),
})
export type Requirement = z.infer<typeof requirementField>

const exclusionReasons = [
  'travel',
  'case-not-covered',
  'onset-unclear',
  'no-referents',
  'referent-windows-not-covered',
  'onset-assumed',
  'mostly-retrospective',
] as const
const exclusion = z.strictObject({ reason: z.enum(exclusionReasons), count: z.int() })
export type Exclusion = z.infer<typeof exclusion>

/** Dose-response bar: days in a range of amounts, and those of them with a cramp. */
export const doseBar = shareOfDays.extend({
  /** Range in raw units, `from` included, `to` excluded; null is open-ended. For a yes/no exposure both are 0 or 1. */
  from: z.number().nullable(),
  to: z.number().nullable(),
  label: z.string(),
})
export type DoseBar = z.infer<typeof doseBar>

/** Ratio of the adjusted model, with its covariates. */
const adjusted = ratio.extend({ alongside: z.array(z.enum(['recent-cramp', ...builtInKeys])) })
export type Adjusted = z.infer<typeof adjusted>

/** Sensitivity analyses, shown under "details" and never instead of the estimate. Null where one is not estimable. */
export const findingChecks = z.strictObject({
  plain: ratio.nullable(),
  mantelHaenszel: ratio.nullable(),
  /** Mantel-Haenszel and the estimate differ widely although there are enough events. */
  isUnstable: z.boolean(),
  weekday: ratio.nullable(),
  adjusted: adjusted.nullable(),
  /** Exploratory: over a longer window before the cramp. */
  longerLookBack: ratio.nullable(),
  withoutRetrospective: ratio.nullable(),
  withoutAssumedOnsets: ratio.nullable(),
  withoutOnePress: ratio.nullable(),
})
export type FindingChecks = z.infer<typeof findingChecks>

/** Measurement of one exposure from the whole journal so far. */
const measurement = z.strictObject({
  /** Per displayed step, or with against without. Null where nothing can be estimated. */
  estimate: ratio.nullable(),
  /**
   * Ratio that verdicts use: with over without, or 75th over 25th percentile of the person's amounts (raw units).
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
  /** The days at either end of the contrast; null where no stratum has both. */
  compared: comparedShares.nullable(),
  trackedDays: z.int(),
  missing: z.array(requirementField),
  doseResponse: z.array(doseBar),
  excluded: z.array(exclusion),
})
export type Measurement = z.infer<typeof measurement>

/** Side that a test speaks for: more cramps with more of the exposure, or fewer. */
const sides = ['more', 'fewer'] as const
export type Side = (typeof sides)[number]

/** Randomisation test of one exposure at one look (`exposure-test.ts`). */
export const exposureTest = z.strictObject({
  /** Standardised statistic T; positive where cramps have more of the exposure before them. */
  statistic: z.number(),
  /** One-sided p values. */
  pMore: z.number(),
  pFewer: z.number(),
  /** P: the p values weighed by the stated direction. */
  pValue: z.number(),
  side: z.enum(sides),
  draws: z.int(),
  seed: z.int(),
})
export type ExposureTest = z.infer<typeof exposureTest>

/** Groups of the family of one look, each with its share of the level (`error-budget.ts`). */
const familyGroups = ['suspect', 'other'] as const
export type FamilyGroup = (typeof familyGroups)[number]

export const finding = z.strictObject({
  key: exposureKey,
  /** Own factor of the exposure, as it was when it was analysed; null for a built-in one. */
  factor: studiedFactor.nullable(),
  verdict: z.enum(verdicts),
  reason: z.enum(verdictReasons),
  /** The last checkpoint, which decides the verdict. Null before the first. */
  checkpoint: z
    .strictObject({
      lastDate: calendarDateField,
      /** Number of the checkpoint among those shown to the person, from 1, and its level. */
      look: z.int(),
      level: z.number(),
      /** Exposures judged at this checkpoint. */
      familySize: z.int(),
      /** p value of the likelihood ratio at the checkpoint: a check. */
      likelihoodP: z.number().nullable(),
      /** Null for an exposure that was not judged. */
      test: exposureTest
        .extend({
          group: z.enum(familyGroups),
          /** P adjusted for its group, over the group's share. */
          adjustedP: z.number(),
          /** First date that counts, for a suspect that was named later; null if all days count. */
          since: calendarDateField.nullable(),
          /** Adjusted P at the checkpoint before; null if it was not judged there. */
          previousAdjustedP: z.number().nullable(),
        })
        .nullable(),
    })
    .nullable(),
  /** The measurement includes days after the checkpoint, so the next checkpoint may change the verdict. */
  isInterim: z.boolean(),
  measurement,
  /** English text with plain number formats. */
  sentence: z.string(),
})
export type Finding = z.infer<typeof finding>

/** Result of one analysis of the journal. */
export const findings = z.strictObject({
  /** First and last tracked cramp-day; null for an empty diary. */
  firstDate: calendarDateField.nullable(),
  lastDate: calendarDateField.nullable(),
  trackedDays: z.int(),
  crampDays: z.int(),
  /** `cramps` where nearly every day has one: then cramps are counted, and the sentences say so. */
  outcome: z.enum(['cramp-days', 'cramps']),
  /** First date after the current four-week period: its checkpoint is complete from then on. */
  nextCheckpoint: calendarDateField,
  findings: z.array(finding),
})
export type Findings = z.infer<typeof findings>

/** Findings and medicine comparisons of one analysis of the journal. */
export const foundFindings = z.strictObject({
  findings,
  /** Rates before and after each change of medicine with enough days on either side, oldest first. */
  medicines: z.array(medicineComparison),
})
export type FoundFindings = z.infer<typeof foundFindings>

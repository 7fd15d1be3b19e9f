/**
 * Schema of the doctor's report: all printed values, with the counts behind them. Unselected sections and private topics
 * are not in it, so that a kept or exported report contains no more than its pages.
 */
import { z } from 'zod'
import { warningLevels } from '../advice/warning-signs/rule.ts'
import { crampTrend } from '../analysis/cramp-rates.ts'
import { hourProfile } from '../analysis/cramp-times.ts'
import { ratio, verdicts } from '../analysis/finding.ts'
import { sevenDayOverview } from '../analysis/overview.ts'
import { coinSummary } from '../experiments/coin-summary.ts'
import { experimentSummary, experimentUnderWay } from '../experiments/summary.ts'
import { trackedKinds } from '../kinds/check-in.ts'
import { conditions } from '../kinds/conditions.ts'
import { cramp, statesAtOnset } from '../kinds/cramp.ts'
import { entry } from '../kinds/entry.ts'
import { medicationChanges, medicineClasses } from '../kinds/medicines.ts'
import { muscles } from '../kinds/muscles.ts'
import { factorAnswers } from '../kinds/own-factor.ts'
import { calendarDateField } from '../kinds/schemas.ts'
import { symptoms } from '../kinds/symptoms.ts'
import { thingKeySchema } from '../kinds/thing-key.ts'
import { reportOrder } from './order.ts'
import { section } from './section.ts'

/** Events per 28 tracked days with the exact Poisson (Garwood) 95% interval. */
const rate = z.strictObject({
  count: z.int(),
  trackedDays: z.int(),
  per28Days: z.number(),
  lower: z.number(),
  upper: z.number(),
})
export type Rate = z.infer<typeof rate>

/** Distribution of a measured value over its `n` known values. */
const spread = z.strictObject({
  n: z.int(),
  median: z.number(),
  lowerQuartile: z.number(),
  upperQuartile: z.number(),
  max: z.number(),
})
export type Spread = z.infer<typeof spread>

/** Outcome measures of cramp trials, over a period of cramp-days. */
const outcomeMeasures = z.strictObject({
  fromDate: calendarDateField,
  toDate: calendarDateField,
  trackedDays: z.int(),
  /** Null with fewer than 7 tracked days. */
  cramps: rate.nullable(),
  crampDays: rate.nullable(),
  crampCount: z.int(),
  /** Cramp-days on which a cramp woke the person. */
  nightsWoken: z.strictObject({
    nights: z.int(),
    /** Cramps without an answer. */
    unknown: z.int(),
    /** Cramp-days of which it is not known; missing in older reports. */
    unknownNights: z.int().nullable().default(null),
  }),
  intensity: spread.nullable(),
  durationSeconds: spread.nullable(),
  /** 0 to 10, over rated nights. */
  sleepDisturbance: spread.nullable(),
  /** Interference of the cramps with the day, 0 to 10, over rated days; missing in older reports. */
  bother: spread.nullable().default(null),
  sorenessHours: spread.nullable(),
})
export type OutcomeMeasures = z.infer<typeof outcomeMeasures>

const keyNumbers = z.strictObject({
  /** Newest 28 tracked cramp-days up to the report's last date; they can begin before its first date. */
  last: outcomeMeasures,
  /** The 28 tracked cramp-days before those of `last`; null with fewer than 7. */
  before: outcomeMeasures.nullable(),
  whole: outcomeMeasures,
  /** Rate of cramps in `last` over that in `before`; a limit of null is open. Null when it cannot be estimated. */
  change: z
    .strictObject({ ratio: z.number().nullable(), lower: z.number(), upper: z.number().nullable() })
    .nullable(),
})
export type KeyNumbers = z.infer<typeof keyNumbers>

const trendWeek = z.strictObject({
  fromDate: calendarDateField,
  toDate: calendarDateField,
  trackedDays: z.int(),
  /** Null without a tracked day. */
  cramps: z.int().nullable(),
})

const trend = z.strictObject({
  /** Twelve weeks of seven cramp-days; the last ends with the report. */
  weeks: z.array(trendWeek),
  /** Change of the rate over four weeks (Poisson regression); null with fewer than six usable weeks. */
  change: crampTrend.nullable(),
})
export type Trend = z.infer<typeof trend>

const siteCount = z.strictObject({
  muscle: z.enum(muscles.ids),
  left: z.int(),
  right: z.int(),
  /** Cramps in this muscle on any side, each once; missing in older reports. */
  either: z.int().nullable().default(null),
})
export type SiteCount = z.infer<typeof siteCount>

const siteCounts = z.strictObject({
  /** Cramps by muscle and side; a cramp on both sides counts for each. Most frequent first, without zero rows. */
  counts: z.array(siteCount),
  /** Cramps with a recorded site. */
  crampCount: z.int(),
  /** Cramps without a recorded site. */
  unknown: z.int(),
})
export type SiteCounts = z.infer<typeof siteCounts>

const onsetSummary = z.strictObject({
  states: z.array(z.strictObject({ state: z.enum(statesAtOnset.ids), count: z.int() })),
  unknown: z.int(),
  /** Answers to "relieved within ten minutes of rest". */
  rest: z.strictObject({ yes: z.int(), no: z.int(), unknown: z.int() }),
})
export type OnsetSummary = z.infer<typeof onsetSummary>

const symptomSchema = z.union([z.enum(symptoms.ids), thingKeySchema])

const symptomCounts = z.strictObject({
  counts: z.array(z.strictObject({ symptom: symptomSchema, count: z.int(), lastDate: calendarDateField })),
  crampCount: z.int(),
})
export type SymptomCounts = z.infer<typeof symptomCounts>

const reliefTried = z.array(
  z.strictObject({
    technique: cramp.fields.relief.fields.technique.schema,
    n: z.int(),
    /** Uses, of `n`, that helped, at least a little. */
    helped: z.int(),
    /** Median minutes to relief (Kaplan-Meier); null with too few known times, or if it is not reached. */
    medianMinutes: z.number().nullable(),
  }),
)
export type ReliefTried = z.infer<typeof reliefTried>

const reportMedicine = z.strictObject({
  name: z.string(),
  medicineClass: z.enum(medicineClasses.ids),
  dose: z.string(),
  /** Null if the start is before the journal's first note about it. */
  startedOn: calendarDateField.nullable(),
  /** Null while it is taken. */
  stoppedOn: calendarDateField.nullable(),
  /** Changes of the dose, oldest first. */
  changes: z.array(
    z.strictObject({ date: calendarDateField, change: z.enum(medicationChanges.ids), dose: z.string() }),
  ),
})
export type ReportMedicine = z.infer<typeof reportMedicine>

const reportDoses = z.strictObject({
  name: z.string(),
  /** Doses within the period, and the dates on which there was one. */
  count: z.int(),
  days: z.int(),
  /** Different amounts as typed, earliest first. */
  amounts: z.array(z.string()),
})
export type ReportDoses = z.infer<typeof reportDoses>

const treatment = z.strictObject({
  /** Medicines taken within the period, current ones first. */
  medicines: z.array(reportMedicine),
  /** Medicines taken as needed within the period; missing in reports that were made before these were counted. */
  doses: z.array(reportDoses).optional(),
  conditions: z.array(z.enum(conditions.ids)),
  pregnancyWeek: z.int().nullable(),
  /** UK units (10 ml of pure alcohol) a week, over days with complete drinks; null if private or unknown. */
  alcohol: z.strictObject({ unitsPerWeek: z.number(), trackedDays: z.int() }).nullable(),
})
export type Treatment = z.infer<typeof treatment>

const reportWarning = z.strictObject({
  rule: z.string(),
  level: z.enum(warningLevels),
  /** Recorded facts behind the sign, as phrases: of all occurrences if urgent, otherwise of the newest only. */
  recorded: z.array(z.string()),
  /** Dates of the cramps and days with the sign, newest first. */
  dates: z.array(calendarDateField),
})
export type ReportWarning = z.infer<typeof reportWarning>

const reportFinding = z.strictObject({
  name: z.string(),
  verdict: z.enum(verdicts),
  /** Ratio on which the verdict is based; null if not estimable. */
  contrast: ratio.nullable(),
  /** True if the ratio compares more with less of an amount; missing where it compares with and without. */
  isAmount: z.boolean().optional(),
  sentence: z.string(),
})
export type ReportFinding = z.infer<typeof reportFinding>

const reportFindings = z.strictObject({
  /** First and last date analysed: the whole diary, independent of the report's period. */
  fromDate: calendarDateField,
  toDate: calendarDateField,
  /** Likely and possible links, at most five, smallest adjusted P first. */
  links: z.array(reportFinding),
  /** Tested exposures for which a doubling or halving is unlikely. */
  withoutLink: z.array(reportFinding),
  /** Tested exposures whose data are compatible with a link and with none. */
  unsure: z.array(reportFinding),
})
export type ReportFindings = z.infer<typeof reportFindings>

/** Experiments (randomised N-of-1 trials) that overlap the period. */
const reportExperiments = z.strictObject({
  /** Finished experiments, oldest first. */
  done: z.array(experimentSummary),
  /** Actions that coins decided, oldest first; missing without any. */
  coins: z.array(coinSummary).optional(),
  underWay: z.array(experimentUnderWay),
})
export type ReportExperiments = z.infer<typeof reportExperiments>

const ownThing = z.strictObject({
  name: z.string(),
  answer: z.enum(factorAnswers.ids),
  /** Unit of an amount. */
  unit: z.string().nullable(),
  /** Days of the period with an answer, and those of them with yes, an amount, or a score above 0. */
  answeredDays: z.int(),
  daysWith: z.int(),
  /** Over the days with an amount, or over all scores; null without any. */
  median: z.number().nullable(),
  most: z.number().nullable(),
})
export type OwnThing = z.infer<typeof ownThing>

/** Row of the day table. Null means unknown, never zero. */
const dayRow = z.strictObject({
  date: calendarDateField,
  /** Cramps of the cramp-day, from noon of this date to the next noon. */
  cramps: z.int().nullable(),
  worstIntensity: z.int().nullable(),
  fluidMl: z.number().nullable(),
  footwearMinutes: z.int().nullable(),
  activeMinutes: z.number().nullable(),
  standingMinutes: z.number().nullable(),
  sittingMinutes: z.number().nullable(),
  sleepDisturbance: z.int().nullable(),
  /** UK units; also null if alcohol is private. */
  alcoholUnits: z.number().nullable(),
  /** Kinds whose entries of the day are complete. */
  complete: z.array(z.enum(trackedKinds)),
})
export type DayRow = z.infer<typeof dayRow>

/** Schema version of the report. Raise it with every incompatible change, and add a step to `kept-content.ts`. */
export const REPORT_VERSION = 2

export const report = z.strictObject({
  version: z.literal(REPORT_VERSION),
  order: reportOrder,
  name: z.string(),
  dateOfBirth: calendarDateField.nullable(),
  /** Date on which the report was made. */
  madeOn: calendarDateField,
  /** Date of the first entry; null in an empty journal. */
  diarySince: calendarDateField.nullable(),
  daysInPeriod: z.int(),
  trackedDays: z.record(z.enum(trackedKinds), z.int()),
  warnings: section(z.array(reportWarning)),
  numbers: section(keyNumbers),
  trend: section(trend),
  hours: section(hourProfile),
  places: section(siteCounts),
  onset: section(onsetSummary),
  symptoms: section(symptomCounts),
  relief: section(reliefTried),
  medicines: section(treatment),
  findings: section(reportFindings),
  experiments: section(reportExperiments),
  /** The person's own factors; null without their page, and missing in older reports. */
  ownThings: section(z.array(ownThing)).default(null),
  /** The period in parts of seven days; empty without the charts page. */
  weeks: z.array(sevenDayOverview),
  /** All dates of the period. */
  days: z.array(dayRow),
  /** All cramps of the period, oldest first; notes are redacted unless revealed. */
  episodes: z.array(entry),
  /** Names of the own things that the episodes mention; missing in older reports. */
  ownNames: z.record(thingKeySchema, z.string()).default({}),
})
export type Report = z.infer<typeof report>

/**
 * The report for a doctor, as data: everything that is printed stands here, with what it was counted from. What was not
 * asked for, or stays private, is not in it, so that a report that was kept or exported holds no more than its pages.
 */
import { z } from 'zod'
import { warningLevels } from '../advice/warning-signs/rule.ts'
import { crampTrend } from '../analysis/cramp-rates.ts'
import { hourProfile } from '../analysis/cramp-times.ts'
import { ratio, verdicts } from '../analysis/finding.ts'
import { stretchOverview } from '../analysis/overview.ts'
import { experimentSummary, experimentUnderWay } from '../experiments/summary.ts'
import { trackedKinds } from '../kinds/check-in.ts'
import { conditions } from '../kinds/conditions.ts'
import { statesAtOnset } from '../kinds/cramp.ts'
import { entry } from '../kinds/entry.ts'
import { medicationChanges, medicineClasses } from '../kinds/medicines.ts'
import { muscles } from '../kinds/muscles.ts'
import { reliefTechniques } from '../kinds/reliefs.ts'
import { calendarDateField } from '../kinds/schemas.ts'
import { symptoms } from '../kinds/symptoms.ts'
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

/** How a measured value is spread, and from how many it is known. */
const spread = z.strictObject({
  n: z.int(),
  median: z.number(),
  lowerQuartile: z.number(),
  upperQuartile: z.number(),
  max: z.number(),
})
export type Spread = z.infer<typeof spread>

/** The outcome measures of cramp trials, for one stretch of cramp-days. */
const stretchNumbers = z.strictObject({
  fromDate: calendarDateField,
  toDate: calendarDateField,
  trackedDays: z.int(),
  /** Null where fewer than 7 days were tracked. */
  cramps: rate.nullable(),
  crampDays: rate.nullable(),
  crampCount: z.int(),
  /** Cramp-days on which a cramp woke the person; of `unknown` cramps nobody said. */
  nightsWoken: z.strictObject({ nights: z.int(), unknown: z.int() }),
  intensity: spread.nullable(),
  durationSeconds: spread.nullable(),
  /** 0 to 10, of the nights that were rated. */
  sleepDisturbance: spread.nullable(),
  /** How much the cramps got in the way of the day, 0 to 10, of the days that were rated; an older report has none. */
  bother: spread.nullable().default(null),
  sorenessHours: spread.nullable(),
})
export type StretchNumbers = z.infer<typeof stretchNumbers>

const keyNumbers = z.strictObject({
  /** The newest 28 tracked cramp-days up to the report's last date; they may reach back to before its first. */
  last: stretchNumbers,
  /** The 28 tracked ones before those; null when there are fewer than 7. */
  before: stretchNumbers.nullable(),
  whole: stretchNumbers,
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
  /** Null when no day of the week was tracked. */
  cramps: z.int().nullable(),
})

const trend = z.strictObject({
  /** Twelve stretches of seven cramp-days, the last of which ends with the report. */
  weeks: z.array(trendWeek),
  /** Change of the rate over four weeks (Poisson regression); null with fewer than six usable weeks. */
  change: crampTrend.nullable(),
})
export type Trend = z.infer<typeof trend>

const placeCount = z.strictObject({
  muscle: z.enum(muscles.ids),
  left: z.int(),
  right: z.int(),
})
export type PlaceCount = z.infer<typeof placeCount>

const places = z.strictObject({
  /** A cramp on both sides counts for each of them. Most frequent first; muscles without a cramp are left out. */
  counts: z.array(placeCount),
  crampCount: z.int(),
  /** Cramps of which no place was written down. */
  unknown: z.int(),
})
export type Places = z.infer<typeof places>

const onset = z.strictObject({
  states: z.array(z.strictObject({ state: z.enum(statesAtOnset.ids), count: z.int() })),
  unknown: z.int(),
  /** Whether it went within ten minutes of rest. */
  rest: z.strictObject({ yes: z.int(), no: z.int(), unknown: z.int() }),
})
export type Onset = z.infer<typeof onset>

const symptomCounts = z.strictObject({
  counts: z.array(
    z.strictObject({ symptom: z.enum(symptoms.ids), count: z.int(), lastDate: calendarDateField }),
  ),
  crampCount: z.int(),
})
export type SymptomCounts = z.infer<typeof symptomCounts>

const reliefTried = z.array(
  z.strictObject({
    technique: z.enum(reliefTechniques.ids),
    n: z.int(),
    /** Of `n`, how often it was said to have helped, a little included. */
    helped: z.int(),
    /** Minutes until half of the cramps were gone (Kaplan-Meier); null when too few are known, or half never were. */
    medianMinutes: z.number().nullable(),
  }),
)
export type ReliefTried = z.infer<typeof reliefTried>

const reportMedicine = z.strictObject({
  name: z.string(),
  medicineClass: z.enum(medicineClasses.ids),
  dose: z.string(),
  /** Null when it was taken before anything was written down about it. */
  startedOn: calendarDateField.nullable(),
  /** Null while it is taken. */
  stoppedOn: calendarDateField.nullable(),
  /** Raised or lowered, oldest first. */
  changes: z.array(
    z.strictObject({ date: calendarDateField, change: z.enum(medicationChanges.ids), dose: z.string() }),
  ),
})
export type ReportMedicine = z.infer<typeof reportMedicine>

const treatment = z.strictObject({
  /** Taken at some time of the period: those still taken first. */
  medicines: z.array(reportMedicine),
  conditions: z.array(z.enum(conditions.ids)),
  pregnancyWeek: z.int().nullable(),
  /** UK units (10 ml of pure alcohol) a week, over days whose drinks are complete; null when private or unknown. */
  alcohol: z.strictObject({ unitsPerWeek: z.number(), trackedDays: z.int() }).nullable(),
})
export type Treatment = z.infer<typeof treatment>

const reportWarning = z.strictObject({
  rule: z.string(),
  level: z.enum(warningLevels),
  /** What was written down, in phrases: of what is urgent everything that was, else what was the last time. */
  recorded: z.array(z.string()),
  /** Of the cramps and days of which it holds, newest first. */
  dates: z.array(calendarDateField),
})
export type ReportWarning = z.infer<typeof reportWarning>

const reportFinding = z.strictObject({
  name: z.string(),
  verdict: z.enum(verdicts),
  /** What verdicts go by; null where nothing can be estimated. */
  contrast: ratio.nullable(),
  sentence: z.string(),
})
export type ReportFinding = z.infer<typeof reportFinding>

const reportFindings = z.strictObject({
  /** The days that were looked at: the whole diary, whatever the period. */
  fromDate: calendarDateField,
  toDate: calendarDateField,
  /** At most five, the surest first. */
  links: z.array(reportFinding),
  /** Tested, and a doubling or halving is unlikely. */
  withoutLink: z.array(reportFinding),
  /** Tested, and the data allow for both. */
  unsure: z.array(reportFinding),
})
export type ReportFindings = z.infer<typeof reportFindings>

/** Planned trials on oneself, in which chance decided what was done when. */
const reportExperiments = z.strictObject({
  /** Over within the period or after it, the oldest first. */
  done: z.array(experimentSummary),
  underWay: z.array(experimentUnderWay),
})
export type ReportExperiments = z.infer<typeof reportExperiments>

/** A date of the day table. Null is unknown, never zero. */
const dayRow = z.strictObject({
  date: calendarDateField,
  /** From this date's noon to the next. */
  cramps: z.int().nullable(),
  worstIntensity: z.int().nullable(),
  fluidMl: z.number().nullable(),
  footwearMinutes: z.int().nullable(),
  activeMinutes: z.number().nullable(),
  standingMinutes: z.number().nullable(),
  sittingMinutes: z.number().nullable(),
  sleepDisturbance: z.int().nullable(),
  /** Null also where alcohol stays private. */
  alcoholUnits: z.number().nullable(),
  /** What the day is known to be complete for. */
  complete: z.array(z.enum(trackedKinds)),
})
export type DayRow = z.infer<typeof dayRow>

/** Raised whenever a report of before could no longer be read; `kept-content.ts` then learns to read that one. */
export const REPORT_VERSION = 2

export const report = z.strictObject({
  version: z.literal(REPORT_VERSION),
  order: reportOrder,
  name: z.string(),
  dateOfBirth: calendarDateField.nullable(),
  /** The day it was made on. */
  madeOn: calendarDateField,
  /** The day of the first entry; null in an empty journal. */
  diarySince: calendarDateField.nullable(),
  daysInPeriod: z.int(),
  trackedDays: z.record(z.enum(trackedKinds), z.int()),
  warnings: section(z.array(reportWarning)),
  numbers: section(keyNumbers),
  trend: section(trend),
  hours: section(hourProfile),
  places: section(places),
  onset: section(onset),
  symptoms: section(symptomCounts),
  relief: section(reliefTried),
  medicines: section(treatment),
  findings: section(reportFindings),
  experiments: section(reportExperiments),
  /** The period by seven days, as the trend has them; empty unless the charts were asked for. */
  weeks: z.array(stretchOverview),
  /** Every date of the period. */
  days: z.array(dayRow),
  /** Every cramp of the period, oldest first, without its note unless notes are shared. */
  episodes: z.array(entry),
})
export type Report = z.infer<typeof report>

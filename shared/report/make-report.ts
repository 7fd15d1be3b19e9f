/** Computes all sections of a report from its inputs; a section without enough data holds a sentence that says so. */
import { listSevenDayOverviews } from '../analysis/overview.ts'
import type { trackedKinds } from '../kinds/check-in.ts'
import { createDayHours } from '../kinds/day-hours.ts'
import { builtInLists } from '../kinds/journal-lists.ts'
import { daysBetween } from '../time/calendar-date.ts'
import { tabulateDays } from './day-table.ts'
import { entriesOf, isWithin, listCramps, type ReportFacts } from './facts.ts'
import { summarizeNumbers } from './key-numbers.ts'
import type { PageOneSection } from './order.ts'
import { nameOwnThings } from './own-names.ts'
import { summarizeOwnThings } from './own-things.ts'
import {
  summarizeHours,
  summarizeOnset,
  summarizeRelief,
  summarizeSites,
  summarizeSymptoms,
} from './pattern.ts'
import { redactCramp } from './redaction.ts'
import { REPORT_VERSION, type Report } from './report.ts'
import { listTrackedDates } from './tracked-days.ts'
import { summarizeTreatment } from './treatment.ts'
import { summarizeTrend } from './trend.ts'
import { summarizeExperiments, summarizeFindings, summarizeWarnings } from './warnings-and-findings.ts'

export function makeReport(facts: ReportFacts): Report {
  const { order, profile, entries, checkIns, lists = builtInLists } = facts
  const { fromDate, toDate, reveal } = order
  const period = { fromDate, toDate }
  const { dayStartMinutes } = profile
  const diary = { entries, hours: createDayHours(checkIns, dayStartMinutes), lists }
  const cramps = listCramps(entries, period)
  const ifAsked = <Content>(section: PageOneSection, summarize: () => Content): Content | null =>
    order.sections.includes(section) ? summarize() : null
  const countTracked = (kind: (typeof trackedKinds)[number]) =>
    [...listTrackedDates(kind, diary)].filter(date => isWithin(date, period)).length

  return {
    version: REPORT_VERSION,
    order,
    name: profile.name,
    dateOfBirth: profile.dateOfBirth,
    madeOn: facts.madeOn,
    diarySince: facts.diarySince,
    daysInPeriod: daysBetween(fromDate, toDate) + 1,
    trackedDays: {
      cramp: countTracked('cramp'),
      fluid: countTracked('fluid'),
      footwear: countTracked('footwear'),
      activity: countTracked('activity'),
      stretch: countTracked('stretch'),
      food: countTracked('food'),
      day: countTracked('day'),
      night: countTracked('night'),
    },
    warnings: ifAsked('warnings', () => summarizeWarnings(facts.signs, entries, period)),
    numbers: ifAsked('numbers', () => summarizeNumbers(diary, period)),
    trend: ifAsked('trend', () => summarizeTrend(diary, period)),
    hours: ifAsked('hours', () => summarizeHours(cramps)),
    places: ifAsked('places', () => summarizeSites(cramps)),
    onset: ifAsked('onset', () => summarizeOnset(cramps)),
    symptoms: ifAsked('symptoms', () => summarizeSymptoms(cramps)),
    relief: ifAsked('relief', () => summarizeRelief(cramps)),
    medicines: ifAsked('medicines', () => summarizeTreatment({ ...facts, diary }, period, reveal)),
    findings: ifAsked('findings', () => summarizeFindings(facts.findings, reveal)),
    experiments: ifAsked('experiments', () => summarizeExperiments(facts, period)),
    ownThings: order.pages.includes('own-things')
      ? summarizeOwnThings(
          {
            factors: facts.ownFactors,
            entries: entriesOf(entries, 'own-factor'),
            checkIns: facts.factorCheckIns,
            dayStartMinutes,
          },
          period,
        )
      : null,
    weeks: order.pages.includes('charts')
      ? listSevenDayOverviews({ period, entries, checkIns, lists, dayStartMinutes })
      : [],
    days: tabulateDays(diary, period, reveal),
    episodes: cramps.map(cramp => redactCramp(cramp, reveal)),
    ownNames: nameOwnThings(cramps, lists),
  }
}

/** Report sections with counts over the cramps of a period: hours, sites, onset, symptoms and relief. */
import { getUrgency } from '../advice/warning-signs/symptom-urgency.ts'
import { countByHour, type HourProfile } from '../analysis/cramp-times.ts'
import { computeReliefPattern } from '../analysis/relief-times.ts'
import { statesAtOnset } from '../kinds/cramp.ts'
import { type Muscle, muscles, type Side } from '../kinds/muscles.ts'
import { type Symptom, symptoms } from '../kinds/symptoms.ts'
import { isThingKey } from '../kinds/thing-key.ts'
import type { CalendarDate } from '../time/calendar-date.ts'
import { calendarDate } from '../time/moment.ts'
import type { Cramp } from './facts.ts'
import type { OnsetSummary, ReliefTried, SiteCounts, SymptomCounts } from './report.ts'
import { countOf, type ReportSection, show, withhold } from './section.ts'

/** Smallest number of cramps with a known time for a profile of the hours; below it the profile would show mostly chance. */
const MIN_CRAMPS_FOR_HOURS = 8

const NO_CRAMPS = 'No cramp was recorded in this period.'

export function summarizeHours(cramps: readonly Cramp[]): ReportSection<HourProfile> {
  const hours = countByHour(cramps)
  const known = hours.counts.reduce((sum, count) => sum + count, 0)
  if (known >= MIN_CRAMPS_FOR_HOURS) return show(hours)
  return withhold(
    `A profile of the hours needs at least ${MIN_CRAMPS_FOR_HOURS} cramps with a known time; there ` +
      `${known === 1 ? 'is' : 'are'} ${known}.`,
  )
}

export function summarizeSites(cramps: readonly Cramp[]): ReportSection<SiteCounts> {
  const located = cramps.filter(({ sites }) => sites.length > 0)
  if (located.length === 0)
    return withhold(
      cramps.length === 0 ? NO_CRAMPS : `No place was recorded for ${countOf(cramps.length, 'cramp')}.`,
    )
  const countAt = (muscle: Muscle, isAt: (side: Side) => boolean) =>
    located.filter(({ sites }) => sites.some(site => site.muscle === muscle && isAt(site.side))).length
  const counts = muscles.ids
    .map(muscle => ({
      muscle,
      left: countAt(muscle, side => side !== 'right'),
      right: countAt(muscle, side => side !== 'left'),
      either: countAt(muscle, () => true),
    }))
    .filter(({ left, right }) => left + right > 0)
    .sort((a, b) => b.left + b.right - a.left - a.right)
  return show({ counts, crampCount: located.length, unknown: cramps.length - located.length })
}

export function summarizeOnset(cramps: readonly Cramp[]): ReportSection<OnsetSummary> {
  const states = countEach(
    statesAtOnset.ids,
    cramps.map(({ stateAtOnset }) => stateAtOnset),
  )
  const rests = cramps.map(({ relievedByRest }) => relievedByRest)
  const [yes, no] = [rests.filter(rest => rest === 'yes').length, rests.filter(rest => rest === 'no').length]
  if (states.length === 0 && yes + no === 0)
    return withhold(
      cramps.length === 0
        ? NO_CRAMPS
        : `What the person was doing at the onset, and whether rest helped, was recorded for none of ` +
            `${countOf(cramps.length, 'cramp')}.`,
    )
  const known = states.reduce((sum, { count }) => sum + count, 0)
  return show({
    states: states.map(({ value, count }) => ({ state: value, count })),
    unknown: cramps.length - known,
    rest: { yes, no, unknown: cramps.length - yes - no },
  })
}

/** Symptoms by urgency, then frequency, so that an urgent but rare symptom is not cut from a shortened list. */
export function summarizeSymptoms(cramps: readonly Cramp[]): ReportSection<SymptomCounts> {
  if (cramps.length === 0) return withhold(NO_CRAMPS)
  const lastDates = new Map<string, CalendarDate>(
    cramps.flatMap(cramp => cramp.symptoms.map(symptom => [symptom, calendarDate(cramp)])),
  )
  const noted = cramps.flatMap(cramp => cramp.symptoms)
  const own = new Set(noted.filter(isThingKey))
  const counts = countEach<Symptom>([...symptoms.ids, ...own], noted).sort(
    (a, b) => getUrgency(a.value) - getUrgency(b.value),
  )
  return show({
    counts: counts.map(({ value, count }) => ({
      symptom: value,
      count,
      lastDate: lastDates.get(value) ?? '',
    })),
    crampCount: cramps.length,
  })
}

/** Relief techniques, never ranked: the choice of technique depends on the severity of the cramp. */
export function summarizeRelief(cramps: readonly Cramp[]): ReportSection<ReliefTried> {
  const { techniques } = computeReliefPattern(cramps)
  if (techniques.length === 0)
    return withhold(
      cramps.length === 0
        ? NO_CRAMPS
        : `Nothing is recorded about what was tried for ${countOf(cramps.length, 'cramp')}.`,
    )
  return show(
    techniques.map(({ technique, uses, helped, minutes }) => ({
      technique,
      n: uses,
      helped: helped.yes + helped.aLittle,
      medianMinutes: minutes?.half ?? null,
    })),
  )
}

/** Frequency of each value that occurs, most frequent first, ties in the order of the list; nulls are not counted. */
function countEach<Value extends string>(
  list: readonly Value[],
  values: readonly (Value | null)[],
): { value: Value; count: number }[] {
  return list
    .map(value => ({ value, count: values.filter(other => other === value).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
}

/** What the cramps of a period have in common: when, where, doing what, with what, and what was tried against them. */
import { getUrgency } from '../advice/warning-signs/symptom-urgency.ts'
import { countByHour, type HourProfile } from '../analysis/cramp-times.ts'
import { computeReliefPattern } from '../analysis/relief-times.ts'
import { statesAtOnset } from '../kinds/cramp.ts'
import { type Muscle, muscles, type Side } from '../kinds/muscles.ts'
import { symptoms } from '../kinds/symptoms.ts'
import type { CalendarDate } from '../time/calendar-date.ts'
import { calendarDate } from '../time/moment.ts'
import type { Cramp } from './facts.ts'
import type { Onset, Places, ReliefTried, SymptomCounts } from './report.ts'
import { countOf, type Section, show, withhold } from './section.ts'

/** With fewer known times than this, a picture of the hours would show chance. */
const MIN_CRAMPS_FOR_HOURS = 8

const NO_CRAMPS = 'No cramp was recorded in this period.'

export function summarizeHours(cramps: readonly Cramp[]): Section<HourProfile> {
  const hours = countByHour(cramps)
  const known = hours.counts.reduce((sum, count) => sum + count, 0)
  if (known >= MIN_CRAMPS_FOR_HOURS) return show(hours)
  return withhold(
    `A profile of the hours needs at least ${MIN_CRAMPS_FOR_HOURS} cramps with a known time; there ` +
      `${known === 1 ? 'is' : 'are'} ${known}.`,
  )
}

export function summarizePlaces(cramps: readonly Cramp[]): Section<Places> {
  const placed = cramps.filter(({ sites }) => sites.length > 0)
  if (placed.length === 0)
    return withhold(
      cramps.length === 0 ? NO_CRAMPS : `No place was recorded for ${countOf(cramps.length, 'cramp')}.`,
    )
  const countAt = (muscle: Muscle, side: Side) =>
    placed.filter(({ sites }) =>
      sites.some(site => site.muscle === muscle && (site.side === side || site.side === 'both')),
    ).length
  const counts = muscles.ids
    .map(muscle => ({ muscle, left: countAt(muscle, 'left'), right: countAt(muscle, 'right') }))
    .filter(({ left, right }) => left + right > 0)
    .sort((a, b) => b.left + b.right - a.left - a.right)
  return show({ counts, crampCount: placed.length, unknown: cramps.length - placed.length })
}

export function summarizeOnset(cramps: readonly Cramp[]): Section<Onset> {
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

/** What may have to be seen soon stands first, however seldom it was: a list that has to be cut must not cut it. */
export function summarizeSymptoms(cramps: readonly Cramp[]): Section<SymptomCounts> {
  if (cramps.length === 0) return withhold(NO_CRAMPS)
  const lastDates = new Map<string, CalendarDate>(
    cramps.flatMap(cramp => cramp.symptoms.map(symptom => [symptom, calendarDate(cramp)])),
  )
  const counts = countEach(
    symptoms.ids,
    cramps.flatMap(cramp => cramp.symptoms),
  ).sort((a, b) => getUrgency(a.value) - getUrgency(b.value))
  return show({
    counts: counts.map(({ value, count }) => ({
      symptom: value,
      count,
      lastDate: lastDates.get(value) ?? '',
    })),
    crampCount: cramps.length,
  })
}

/** In the order of the alphabet: a technique is chosen by how bad a cramp is, so they are never ranked. */
export function summarizeRelief(cramps: readonly Cramp[]): Section<ReliefTried> {
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

/** How often each value occurs, the most frequent first, then in the order of the list; null is none of them. */
function countEach<Value extends string>(
  list: readonly Value[],
  values: readonly (Value | null)[],
): { value: Value; count: number }[] {
  return list
    .map(value => ({ value, count: values.filter(other => other === value).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
}

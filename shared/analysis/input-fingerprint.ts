/**
 * Fingerprints of the inputs of a look: all that the result of one exposure up to a day depends on. A stored result with the
 * same fingerprint is the result that would be computed again.
 *
 * Later days leave a fingerprint as it is, and so does a changed entry of another exposure.
 */
import type { OnsetPrecision } from '../kinds/onset.ts'
import { createFingerprint, type Fingerprint } from '../statistics/fingerprint.ts'
import { getCrampDay, getNoon, getTrackedCrampDays } from './diary/cramp-days.ts'
import { type DayNumber, type Diary, MINUTES_PER_DAY } from './diary/diary.ts'
import { type Exposure, getWindow } from './exposures/exposure.ts'

/** Version of the computation behind the results. Raise it with any change to them, so that stored ones are made again. */
const RESULTS_VERSION = 2

/** Number of each precision in a fingerprint. Numbers never change: stored results would be made again. */
const precisionNumbers: Readonly<Record<OnsetPrecision, number>> = {
  exact: 0,
  about: 1,
  night: 2,
  'small-hours': 3,
  morning: 4,
  afternoon: 5,
  evening: 6,
  date: 7,
}

/** Creates the fingerprints of a diary, by exposure and look. */
export function createInputFingerprints(
  diary: Diary,
): (exposure: Exposure, look: { readonly firstDay?: DayNumber; readonly lastDay: DayNumber }) => string {
  const occurrences = new Map<DayNumber, string>()
  const getOccurrences = (lastDay: DayNumber) => {
    const known = occurrences.get(lastDay) ?? describeOccurrences(diary, lastDay)
    occurrences.set(lastDay, known)
    return known
  }
  return (exposure, { firstDay, lastDay }) => {
    const fingerprint = createFingerprint()
    fingerprint.addText(getOccurrences(lastDay))
    fingerprint.addNumber(firstDay ?? Number.NEGATIVE_INFINITY)
    fingerprint.addText(describeExposure(exposure, diary))
    addSeries(fingerprint, diary, exposure.key, lastDay)
    return fingerprint.digest()
  }
}

/** Cramps and answers, days off and offsets from UTC, up to a day. The same for every exposure. */
function describeOccurrences(diary: Diary, lastDay: DayNumber): string {
  const fingerprint = createFingerprint()
  fingerprint.addNumber(RESULTS_VERSION)
  fingerprint.addNumbers(diary.offWeekdays)
  for (const { onset, precision, isElsewhere = false } of diary.episodes) {
    if (getCrampDay(onset) > lastDay) continue
    fingerprint.addNumbers([onset, precisionNumbers[precision], Number(isElsewhere)])
  }
  const tracked = getTrackedCrampDays(diary).filter(day => day <= lastDay)
  fingerprint.addNumbers(tracked)
  fingerprint.addNumbers(tracked.map(day => diary.utcOffsetMinutes.get(day) ?? NaN))
  return fingerprint.digest()
}

function describeExposure(exposure: Exposure, diary: Diary): string {
  const { key, direction, scale } = exposure
  const measure = scale.kind === 'yes-no' ? [] : [scale.step, scale.isCounted === true]
  return JSON.stringify([key, direction, scale.kind, ...measure, getWindow(exposure, diary)])
}

/** Inputs that a window ending by the end of the cramp-day `lastDay` can hold. */
function addSeries(fingerprint: Fingerprint, diary: Diary, key: string, lastDay: DayNumber): void {
  const end = getNoon(lastDay) + MINUTES_PER_DAY
  for (const { start, end: ends, amount, type = '', isRelief = false, compensatedAt } of diary.entries[key] ??
    []) {
    if (start >= end) continue
    // One by one: a list for each of 30,000 entries would take most of the time.
    fingerprint.addText(type)
    fingerprint.addNumber(start)
    fingerprint.addNumber(ends)
    fingerprint.addNumber(amount ?? NaN)
    fingerprint.addNumber(Number(isRelief))
    fingerprint.addNumber(compensatedAt ?? NaN)
  }
  fingerprint.addNumbers((diary.trackedDates[key] ?? []).filter(date => date <= lastDay + 1))
  const hours = (diary.trackedHours?.[key] ?? []).filter(({ from }) => from < end)
  fingerprint.addNumbers(hours.flatMap(({ from, until }) => [from, Math.min(until, end)]))
  const values = [diary.dateValues[key], diary.nightValues[key]]
  for (const byDay of values)
    fingerprint.addNumbers(
      Array.from(byDay ?? []).flatMap(([day, { value }]) => (day <= lastDay ? [day, value] : [])),
    )
  if (diary.nightValues[key] !== undefined)
    fingerprint.addNumbers(
      Array.from(diary.nights).flatMap(([day, { from, until }]) =>
        day <= lastDay ? [day, from, until] : [],
      ),
    )
}

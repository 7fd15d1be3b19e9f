/**
 * One exposure and the cramps of one diary: sets, estimate, interval and test. The design stands in
 * `matched-sets.ts`, the likelihood in `statistics/firth.ts`; here they meet.
 */
import { getFinitePopulationFactors } from '../statistics/finite-population-factor.ts'
import {
  type FirthFit,
  fitFirth,
  getProfileInterval,
  type ProfileInterval,
  testCoefficient,
} from '../statistics/firth.ts'
import {
  testCountPermutation,
  testExactPermutation,
  testMonteCarloPermutation,
} from '../statistics/permutation.ts'
import { getQuantile } from '../statistics/quantile.ts'
import { createRandom } from '../statistics/random.ts'
import type { SetTable } from '../statistics/set-table.ts'
import { getCrampDay, getNoon, getStudiedEpisodes, getTrackedCrampDays } from './cramp-days.ts'
import { type DayWithValue, readComparedDays, readDays } from './day-values.ts'
import type { DayNumber, Diary } from './diary.ts'
import type { Exposure } from './exposures.ts'
import type { Ratio, Requirement } from './finding.ts'
import { findMissing, isConstant } from './gate.ts'
import {
  buildMatchedSets,
  type CrampCalendar,
  createCrampCalendar,
  getUnits,
  type MatchedSets,
  toSetTable,
} from './matched-sets.ts'
import { createWindowReader, type WindowReader } from './windows.ts'

/** With a cramp on more than this share of the days, a cramp-day tells nothing: cramps are counted instead. */
const TOO_FREQUENT = 0.7

/** Days that nobody spoke of, between tracked ones. When more follow each other, the diary had paused. */
const LONGEST_GAP_DAYS = 14

/** What all exposures of one look at a diary share. */
export interface Occasion {
  readonly diary: Diary
  readonly calendar: CrampCalendar
  /** The same events, matched within the same weekday. */
  readonly weekdayCalendar: CrampCalendar
  /** What is counted: days with a cramp or, where nearly every day has one, the cramps themselves. */
  readonly outcome: 'cramp-days' | 'cramps'
  /** Events of each cramp-day that has any: 1 each for cramp-days. */
  readonly eventsOfDay: ReadonlyMap<DayNumber, number>
  readonly freeDays: FreeDays
}

/** What is known of the days without a cramp. Of somebody who writes down cramps and nothing else, nothing is. */
export interface FreeDays {
  /** Cramp-days that are known to be without. */
  readonly known: number
  /** Cramp-days that nobody spoke of. They may well be without, too. */
  readonly unanswered: number
}

/** A look at the diary as it stands at the end of the cramp-day `lastDay`; as it stands now when left out. */
export function createOccasion(whole: Diary, lastDay = Number.POSITIVE_INFINITY): Occasion {
  const diary: Diary = {
    ...whole,
    episodes: whole.episodes.filter(({ onset }) => getCrampDay(onset) <= lastDay),
    answeredCrampDays: whole.answeredCrampDays.filter(day => day <= lastDay),
  }
  const calendar = createCrampCalendar(diary)
  const weekdayCalendar = createCrampCalendar(diary, { stratification: 'weekday' })
  const freeDays = countFreeDays(diary, calendar)
  const { known, unanswered } = freeDays
  const eventDays = calendar.eventDays.size
  // Not of the tracked days: where days without are never told, these are all days with a cramp.
  const outcome = eventDays > TOO_FREQUENT * (eventDays + known + unanswered) ? 'cramps' : 'cramp-days'
  const events = outcome === 'cramps' ? listAllEvents(diary, calendar) : calendar.events
  return {
    diary,
    calendar: { ...calendar, events },
    weekdayCalendar: { ...weekdayCalendar, events },
    outcome,
    eventsOfDay: countByDay(events),
    freeDays,
  }
}

function countFreeDays(diary: Diary, { eventDays }: CrampCalendar): FreeDays {
  const tracked = getTrackedCrampDays(diary)
  const gaps = tracked.slice(1).map((day, index) => day - (tracked[index] ?? day) - 1)
  return {
    known: tracked.filter(day => !eventDays.has(day)).length,
    unanswered: gaps.filter(days => days <= LONGEST_GAP_DAYS).reduce((sum, days) => sum + days, 0),
  }
}

/**
 * Every episode as an event of its own. The likelihood of such sets is that of a Poisson model of counts with one level
 * per stratum (Armstrong, Gasparrini and Tobias 2014, BMC Medical Research Methodology 14).
 */
function listAllEvents(diary: Diary, { usualNightOffset }: CrampCalendar): CrampCalendar['events'] {
  return getStudiedEpisodes(diary)
    .map(({ onset, precision }) => {
      const day = getCrampDay(onset)
      const isOnsetAssumed = precision === 'night'
      return { day, offsetMinutes: isOnsetAssumed ? usualNightOffset : onset - getNoon(day), isOnsetAssumed }
    })
    .sort((a, b) => a.day - b.day || a.offsetMinutes - b.offsetMinutes)
}

function countByDay(events: CrampCalendar['events']): Map<DayNumber, number> {
  const counts = new Map<DayNumber, number>()
  for (const { day } of events) counts.set(day, (counts.get(day) ?? 0) + 1)
  return counts
}

/** The two amounts that a verdict compares; for a yes/no exposure without and with. */
export interface Contrast {
  readonly from: number
  readonly to: number
}

/** A fit of one exposure to one set of matched sets. */
export interface ExposureFit {
  readonly sets: MatchedSets
  readonly table: SetTable
  readonly fit: FirthFit
  readonly factor: number
  /** Of the coefficient, per step of the exposure. */
  readonly interval: ProfileInterval
}

export interface Association {
  readonly exposure: Exposure
  readonly reader: WindowReader
  /** Every tracked cramp-day whose window is known. */
  readonly days: readonly DayWithValue[]
  readonly sets: MatchedSets
  readonly fitted: ExposureFit | null
  /** Distinct cramp-days that are a case of an informative set, and distinct other days in those sets. */
  readonly events: number
  readonly comparisonDays: number
  readonly contrast: Contrast | null
  readonly pValue: number | null
  readonly missing: readonly Requirement[]
  readonly isConstant: boolean
}

export function associate(occasion: Occasion, exposure: Exposure): Association {
  const reader = createWindowReader(occasion.diary, exposure.window(occasion.diary))
  const days = readDays(occasion.calendar, reader)
  const sets = buildMatchedSets(occasion.calendar, [reader])
  const fitted = fitSets(exposure, sets)
  const { events, comparisonDays } = countInformative(sets)
  const contrast = chooseContrast(exposure, days)
  const test = fitted && testCoefficient(fitted.fit, 0, fitted.factor)
  return {
    exposure,
    reader,
    days,
    sets,
    fitted,
    events,
    comparisonDays,
    contrast,
    pValue: test !== null && 'pValue' in test ? test.pValue : null,
    missing: findMissing({ occasion, exposure, days, sets, contrast, informativeEvents: events }),
    isConstant: isConstant(days),
  }
}

/** The penalised fit with the factor of its interval; null where the sets say nothing. */
export function fitSets(exposure: Exposure, sets: MatchedSets): ExposureFit | null {
  if (sets.start.length < 2) return null
  const table = toSetTable(sets, [stepOf(exposure)])
  const fit = fitFirth(table)
  if (fit.kind === 'not-estimable') return null
  const factors = getFinitePopulationFactors(table, fit, {
    form: 'value-per-event',
    stratum: sets.stratum,
    unit: getUnits(sets),
  })
  if ('kind' in factors) return null
  const [factor = NaN] = factors
  return { sets, table, fit, factor, interval: getProfileInterval(fit, 0, factor) }
}

/** Raw units that one unit of the coefficient stands for. */
export const stepOf = ({ scale }: Exposure): number => (scale.kind === 'yes-no' ? 1 : scale.step)

/** Logarithms of ratios further out than this are as good as infinite. */
const LARGEST_LOG_RATIO = 15

/**
 * Times as likely when the exposure goes up by `rawUnits`, with its interval.
 *
 * Units: raw units of the exposure (ml, minutes); 1 for a yes/no exposure. Before there are enough data a contrast can
 * be so many steps wide that its ratio is no number any more: it is held at exp(15), its limits are open-ended there.
 */
export function getRatio(
  exposure: Exposure,
  { fit, interval }: Pick<ExposureFit, 'fit' | 'interval'>,
  rawUnits: number,
): Ratio {
  const steps = rawUnits / stepOf(exposure)
  const raise = (log: number | null) =>
    log === null || Math.abs(log * steps) > LARGEST_LOG_RATIO ? null : Math.exp(log * steps)
  const log = (fit.beta[0] ?? NaN) * steps
  return {
    ratio: Math.exp(Math.max(-LARGEST_LOG_RATIO, Math.min(log, LARGEST_LOG_RATIO))),
    lower: raise(interval.lower),
    upper: raise(interval.upper),
  }
}

/**
 * The person's 25th against their 75th percentile, so that a verdict speaks of differences that occur in this diary.
 * Where these are equal, most days are alike (no training on them): then that usual amount against the middle of the
 * days that differ from it, on the side where there are more of them.
 */
export function chooseContrast({ scale }: Exposure, days: readonly DayWithValue[]): Contrast | null {
  if (scale.kind === 'yes-no') return { from: 0, to: 1 }
  if (days.length === 0) return null
  const values = days.map(({ value }) => value)
  const lowerQuartile = getQuantile(values, 0.25)
  const upperQuartile = getQuantile(values, 0.75)
  if (upperQuartile > lowerQuartile) return { from: lowerQuartile, to: upperQuartile }
  const usual = lowerQuartile
  const above = values.filter(value => value > usual)
  const below = values.filter(value => value < usual)
  if (above.length === 0 && below.length === 0) return null
  return above.length >= below.length
    ? { from: usual, to: getQuantile(above, 0.5) }
    : { from: getQuantile(below, 0.5), to: usual }
}

function countInformative({ start, day, values }: MatchedSets) {
  const [value = new Float64Array()] = values
  const cases = new Set<DayNumber>()
  const members = new Set<DayNumber>()
  for (let e = 0; e + 1 < start.length; e++) {
    const first = start[e] ?? NaN
    const end = start[e + 1] ?? NaN
    let row = first + 1
    while (row < end && value[row] === value[first]) row += 1
    if (row === end) continue
    cases.add(day[first] ?? NaN)
    for (row = first; row < end; row++) members.add(day[row] ?? NaN)
  }
  return { events: cases.size, comparisonDays: members.size - cases.size }
}

/** Fixed, so that the same diary gives the same p value; stored with every result by standing here. */
export const PERMUTATION_SEED = 20261120

/**
 * How often chance alone brings exposure and cramps so far together. Every day has one value here, that of the person's
 * usual hour, since days can only change places if they are read alike: only a check.
 */
export function testByPermutation({ exposure, reader }: Association, occasion: Occasion): number | null {
  const isCounted = occasion.outcome === 'cramps'
  const strata = readComparedDays(occasion.calendar, reader)
  if (strata.length === 0) return null
  const valuesOf = (days: readonly DayWithValue[]) => days.map(({ value }) => value)
  if (isCounted) {
    const counted = strata.map(days => ({
      values: valuesOf(days),
      counts: days.map(({ day }) => occasion.eventsOfDay.get(day) ?? 0),
    }))
    return testCountPermutation(counted, createRandom(PERMUTATION_SEED)).pValue
  }
  if (exposure.scale.kind === 'yes-no') {
    const count = (matches: (day: DayWithValue) => boolean) => strata.map(days => days.filter(matches).length)
    return testExactPermutation({
      n: strata.map(days => days.length),
      k: count(({ value }) => value > 0),
      m: count(({ hasEvent }) => hasEvent),
      t: count(({ value, hasEvent }) => value > 0 && hasEvent),
    }).pExact
  }
  const eventsFirst = strata.map(days => ({
    values: valuesOf(days.toSorted((a, b) => Number(b.hasEvent) - Number(a.hasEvent))),
    events: days.filter(({ hasEvent }) => hasEvent).length,
  }))
  return testMonteCarloPermutation(eventsFirst, createRandom(PERMUTATION_SEED)).pValue
}

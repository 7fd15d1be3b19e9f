/** Minimum data of an estimate. With less, the verdict is "need more data", with what is missing: never a guess. */

import type { AnalysisContext, FreeDays } from './analysis-context.ts'
import type { Contrast } from './contrast.ts'
import type { DayWithValue } from './day-values.ts'
import type { Exposure } from './exposures/exposure.ts'
import type { Requirement } from './finding.ts'
import type { MatchedSets } from './matched-sets.ts'

const MIN_TRACKED_DAYS = 28
const MIN_EVENTS_YES_NO = 8
const MIN_EVENTS_AMOUNT = 10
/** Days on either side of the contrast. */
const MIN_DAYS_EACH = 5
const MIN_DISTINCT_VALUES = 5
const MIN_DAYS_WITHOUT_CRAMP = 10
/**
 * Minimum share of the days without a cramp entry that are known to be without a cramp. Days may be missing more often
 * when there was no cramp; but where hardly any is answered, the remaining referents are days with a cramp themselves,
 * and the estimate of every true link is biased towards none.
 */
const MIN_SHARE_ANSWERED = 0.25

export interface GateFacts {
  readonly context: Pick<AnalysisContext, 'outcome' | 'eventsOfDay' | 'freeDays'>
  readonly exposure: Pick<Exposure, 'scale'>
  /** Every tracked cramp-day whose window is known. */
  readonly days: readonly DayWithValue[]
  /** Rows of the fit. */
  readonly sets: Pick<MatchedSets, 'day' | 'values'>
  readonly contrast: Contrast | null
  /** Distinct cramp-days that are a case of an informative set. */
  readonly informativeEvents: number
}

/** Unmet requirements; empty when there are enough data. */
export function findMissing(facts: GateFacts): Requirement[] {
  const { scale } = facts.exposure
  const requirements: Requirement[] = [
    { what: 'tracked-days', have: facts.days.length, need: MIN_TRACKED_DAYS },
    {
      what: 'informative-events',
      have: facts.informativeEvents,
      need: scale.kind === 'yes-no' ? MIN_EVENTS_YES_NO : MIN_EVENTS_AMOUNT,
    },
    requireContrastOfOutcome(facts),
    requireAnswers(facts.context.freeDays),
    ...requireContrastOfExposure(facts),
  ]
  return requirements.filter(({ have, need }) => have < need)
}

/** Days without a cramp; where cramps are counted, days with more or fewer of them than most days have. */
function requireContrastOfOutcome({ context, days }: GateFacts): Requirement {
  if (context.outcome === 'cramp-days') {
    const have = days.filter(({ hasEvent }) => !hasEvent).length
    return { what: 'days-without-cramp', have, need: MIN_DAYS_WITHOUT_CRAMP }
  }
  const daysOfCount = Map.groupBy(days, ({ day }) => context.eventsOfDay.get(day) ?? 0)
  const alike = Math.max(0, ...[...daysOfCount.values()].map(ofCount => ofCount.length))
  return { what: 'days-unlike-most', have: days.length - alike, need: MIN_DAYS_WITHOUT_CRAMP }
}

/** Answered cramp-free days: a day without a cramp entry is unknown until it is answered. */
function requireAnswers({ known, unanswered }: FreeDays): Requirement {
  return { what: 'answered-days', have: known, need: Math.ceil(MIN_SHARE_ANSWERED * (known + unanswered)) }
}

/**
 * Days on either side of the contrast, or enough different amounts. A day that is compared at several clock times can
 * be on both sides.
 */
function requireContrastOfExposure({ exposure: { scale }, sets, contrast }: GateFacts): Requirement[] {
  const [values = new Float64Array()] = sets.values
  if (scale.kind === 'amount' && scale.isCounted !== true)
    return [{ what: 'distinct-values', have: new Set(values).size, need: MIN_DISTINCT_VALUES }]
  const high = new Set<number>()
  const low = new Set<number>()
  if (contrast !== null) {
    values.forEach((value, row) => {
      const day = sets.day[row] ?? NaN
      if (value >= contrast.to) high.add(day)
      else if (value <= contrast.from) low.add(day)
    })
  }
  return [
    { what: 'days-with', have: high.size, need: MIN_DAYS_EACH },
    { what: 'days-without', have: low.size, need: MIN_DAYS_EACH },
  ]
}

/** True with enough tracked days that all have the same value: the exposure does not vary. */
export function isConstant(days: readonly DayWithValue[]): boolean {
  const first = days[0]?.value
  return days.length >= MIN_TRACKED_DAYS && days.every(({ value }) => value === first)
}

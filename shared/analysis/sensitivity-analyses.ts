/** Sensitivity analyses: the estimate by other methods and from other data. Shown next to it, never instead of it. */
import { fitConditionalLogistic } from '../statistics/conditional-logistic.ts'
import { fitFirth } from '../statistics/firth.ts'
import { estimateMantelHaenszel } from '../statistics/mantel-haenszel.ts'
import { getAdjusted } from './adjusted-model.ts'
import { type AnalysisContext, createAnalysisContext } from './analysis-context.ts'
import { type Association, associate, type ExposureFit, fitSets, getRatio, stepOf } from './association.ts'
import { getIndexEvents, getStudiedEpisodes } from './diary/cramp-days.ts'
import type { Diary } from './diary/diary.ts'
import { createWindowReader } from './diary/windows.ts'
import { type Exposure, getWindow } from './exposures/exposure.ts'
import type { FindingChecks, Ratio } from './finding.ts'
import { buildMatchedSets, type CrampCalendar, createCrampCalendar, toSetTable } from './matched-sets.ts'

/** Minimum events, and minimum distance of the log ratios, at which Mantel-Haenszel and the estimate disagree. */
const UNSTABLE_FROM_EVENTS = 15
const UNSTABLE_LOG_DISTANCE = 0.4

/**
 * Sensitivity analyses of one exposure over a whole diary; null below the minimum data. They take several times as long as
 * the finding itself, so they are computed for the one whose details are opened.
 */
export function findChecks(diary: Diary, exposure: Exposure): FindingChecks | null {
  const context = createAnalysisContext(diary)
  const association = associate(context, exposure)
  return association.missing.length > 0 ? null : computeSensitivityAnalyses(context, association)
}

export function computeSensitivityAnalyses(
  context: AnalysisContext,
  association: Association,
): FindingChecks {
  const { fitted, events } = association
  const mantelHaenszel = fitted && getMantelHaenszel(association, fitted)
  const logEstimate = fitted?.fit.beta[0] ?? NaN
  return {
    plain: fitted && getPlain(fitted),
    mantelHaenszel,
    isUnstable:
      mantelHaenszel !== null &&
      events >= UNSTABLE_FROM_EVENTS &&
      Math.abs(Math.log(mantelHaenszel.ratio) - logEstimate) > UNSTABLE_LOG_DISTANCE,
    weekday: getWeekday(context, association),
    adjusted: getAdjusted(context, association),
    longerLookBack: getLongerLookBack(context, association),
    withoutRetrospective: getWithoutRetrospective(context, association),
    withoutAssumedOnsets: getWithoutAssumedOnsets(context, association),
    withoutOnePress: getWithoutOnePress(context, association),
  }
}

/** Estimate matched within the same weekday, for habits that follow the week; null where not estimable. */
function getWeekday(context: AnalysisContext, { exposure, reader, sets }: Association): Ratio | null {
  const fitted = fitSets(exposure, buildMatchedSets(context.weekdayCalendar, [reader], sets))
  return fitted && getRatio(exposure, fitted, stepOf(exposure))
}

/** `getWeekday` without an interval, for callers that need only its side of 1. */
export function estimateByWeekday(
  context: AnalysisContext,
  { exposure, reader, sets }: Association,
): number | null {
  const ofWeekdays = buildMatchedSets(context.weekdayCalendar, [reader], sets)
  if (ofWeekdays.start.length < 2) return null
  const fit = fitFirth(toSetTable(ofWeekdays, [stepOf(exposure)]))
  return fit.kind === 'not-estimable' ? null : Math.exp(fit.beta[0] ?? NaN)
}

function getPlain({ table }: ExposureFit): Ratio | null {
  const plain = fitConditionalLogistic(table)
  if (plain.kind === 'not-estimable') return null
  return {
    ratio: Math.exp(plain.beta[0] ?? NaN),
    lower: plain.ratioLower[0] ?? null,
    upper: plain.ratioUpper[0] ?? null,
  }
}

function getMantelHaenszel({ exposure }: Association, { table, factor }: ExposureFit): Ratio | null {
  if (exposure.scale.kind !== 'yes-no') return null
  const estimate = estimateMantelHaenszel(table, factor)
  if (estimate.kind === 'not-estimable') return null
  return { ratio: estimate.oddsRatio, lower: estimate.lower, upper: estimate.upper }
}

/**
 * Estimate over a longer window than that of the study design. Exploratory: it gets no verdict and is outside the
 * family in which false discoveries are controlled.
 */
function getLongerLookBack(context: AnalysisContext, { exposure }: Association): Ratio | null {
  if (exposure.longerLookBack === undefined) return null
  const reader = createWindowReader(
    context.diary,
    getWindow(exposure, context.diary, exposure.longerLookBack.windowHours),
  )
  const fitted = fitSets(exposure, buildMatchedSets(context.calendar, [reader]))
  return fitted && getRatio(exposure, fitted, stepOf(exposure))
}

/** Estimate without windows that were mostly logged after their end; null where there are none. */
function getWithoutRetrospective(context: AnalysisContext, { exposure, sets }: Association): Ratio | null {
  const window = getWindow(exposure, context.diary)
  const reader = createWindowReader(context.diary, window, { withoutRetrospective: true })
  const timely = buildMatchedSets(context.calendar, [reader])
  if (timely.day.length === sets.day.length) return null
  const fitted = fitSets(exposure, timely)
  return fitted && getRatio(exposure, fitted, stepOf(exposure))
}

/**
 * Estimate without cramps whose onset is known only as "in the night"; null where there are none. A day with another
 * cramp stays a case by that one.
 */
function getWithoutAssumedOnsets(
  context: AnalysisContext,
  { exposure, reader, sets }: Association,
): Ratio | null {
  const { calendar, outcome, diary } = context
  const isKnown = ({ isOnsetAssumed }: CrampCalendar['events'][number]) => !isOnsetAssumed
  if (calendar.events.every(isKnown)) return null
  const withOnset = getStudiedEpisodes(diary).filter(({ precision }) => precision !== 'night')
  const events =
    outcome === 'cramps'
      ? calendar.events.filter(isKnown)
      : getIndexEvents(withOnset, calendar.usualNightOffset)
  const fitted = fitSets(exposure, buildMatchedSets({ ...calendar, events }, [reader], sets))
  return fitted && getRatio(exposure, fitted, stepOf(exposure))
}

/**
 * Estimate without the answers that one press gave together ("An ordinary day"): a day that only such an answer makes
 * known is unknown, for the cramps as for the exposure. Null where that leaves nothing out.
 */
function getWithoutOnePress(
  { diary, calendar }: AnalysisContext,
  { exposure, sets }: Association,
): Ratio | null {
  const { withoutOnePress: byHand } = diary
  if (byHand === undefined) return null
  const answeredByHand = new Set(byHand.answeredCrampDays)
  const answeredCrampDays = diary.answeredCrampDays.filter(day => answeredByHand.has(day))
  const kept = createCrampCalendar({ ...diary, answeredCrampDays }, { travelDays: calendar.travelDays })
  const reader = createWindowReader(byHand, getWindow(exposure, byHand))
  const setsByHand = buildMatchedSets({ ...kept, events: calendar.events }, [reader])
  if (setsByHand.day.length === sets.day.length) return null
  const fitted = fitSets(exposure, setsByHand)
  return fitted && getRatio(exposure, fitted, stepOf(exposure))
}

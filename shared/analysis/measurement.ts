/** Measurement of one exposure from the whole journal so far: every number that a finding shows, with the counts behind it. */
import type { AnalysisContext } from './analysis-context.ts'
import { type Association, getContrastRatio, getRatio, stepOf } from './association.ts'
import { computeComparedShares } from './compared-shares.ts'
import { groupComparedDays } from './day-values.ts'
import { getStudiedEpisodes, isPlaced } from './diary/cramp-days.ts'
import { createOnsetReader } from './diary/onset-spans.ts'
import { createWindowReader } from './diary/windows.ts'
import { makeDoseBars } from './dose-response.ts'
import { getWindow } from './exposures/exposure.ts'
import type { Exclusion, Measurement } from './finding.ts'

export function measure(context: AnalysisContext, association: Association): Measurement {
  const { exposure, fitted, contrast, missing } = association
  const contrastRatio = getContrastRatio(association)
  const isYesNo = exposure.scale.kind === 'yes-no'
  const strata = groupComparedDays(context.calendar, association.days)
  const count = (isWith: boolean) => {
    const days = strata.flat().filter(({ value }) => value > 0 === isWith)
    return { crampDays: days.filter(({ hasEvent }) => hasEvent).length, days: days.length }
  }
  return {
    estimate: fitted && getRatio(exposure, fitted, stepOf(exposure)),
    contrast: contrast &&
      contrastRatio && {
        ...contrastRatio,
        from: isYesNo ? null : contrast.from,
        to: isYesNo ? null : contrast.to,
      },
    pValue: association.pValue,
    factor: fitted?.factor ?? null,
    events: association.events,
    comparisonDays: association.comparisonDays,
    withIt: isYesNo ? count(true) : null,
    withoutIt: isYesNo ? count(false) : null,
    compared: contrast && computeComparedShares(strata, contrast),
    trackedDays: association.days.length,
    missing: [...missing],
    doseResponse: makeDoseBars(exposure, association.days),
    excluded: countExclusions(context, association),
  }
}

function countExclusions(context: AnalysisContext, { exposure, sets, reader }: Association): Exclusion[] {
  const { calendar, diary } = context
  const droppedFor = (reason: string) => sets.dropped.filter(dropped => dropped.reason === reason).length
  const timely = createWindowReader(diary, getWindow(exposure, diary), { withoutRetrospective: true })
  const [readWhole, readTimely] = [createOnsetReader(reader), createOnsetReader(timely)]
  const retrospective = calendar.events.filter(event => {
    const { day } = event
    return typeof readWhole(day, event) === 'number' && readTimely(day, event) === null
  })
  const undated = getStudiedEpisodes(diary).filter(episode => !isPlaced(episode))
  const counted: Exclusion[] = [
    { reason: 'travel', count: droppedFor('travel') },
    { reason: 'case-not-covered', count: droppedFor('case-not-covered') },
    { reason: 'onset-unclear', count: droppedFor('onset-unclear') + undated.length },
    { reason: 'no-referents', count: droppedFor('no-referents') },
    { reason: 'referent-windows-not-covered', count: sets.uncoveredReferents },
    { reason: 'onset-assumed', count: sets.events.filter(({ isOnsetAssumed }) => isOnsetAssumed).length },
    { reason: 'mostly-retrospective', count: retrospective.length },
  ]
  return counted.filter(({ count }) => count > 0)
}

/**
 * Findings of a diary: measures every exposure of the catalogue, judges it at the last two completed blocks of four
 * weeks, and writes the sentence.
 *
 *   blocks      |---- 28 days ----|---- 28 days ----|-- today ...
 *   checkpoints                  previous           last        the measurement shown (interim)
 *                                    '--- verdict ---'
 */
import { computeQValues } from '../statistics/benjamini-hochberg.ts'
import { dateOfDayNumber } from '../time/calendar-date.ts'
import { type AnalysisContext, createAnalysisContext } from './analysis-context.ts'
import { type Association, associate, getRatio, stepOf, testByPermutation } from './association.ts'
import { DAYS_PER_BLOCK, getBlock, getDayOfBlock } from './blocks-and-strata.ts'
import { readComparedDays } from './day-values.ts'
import { getTrackedCrampDays } from './diary/cramp-days.ts'
import type { DayNumber, Diary } from './diary/diary.ts'
import { createWindowReader } from './diary/windows.ts'
import { makeDoseBars } from './dose-response.ts'
import { type Exposure, getWindow } from './exposures/exposure.ts'
import { type BuiltInExposure, exposures } from './exposures/exposures.ts'
import type { Checks, Exclusion, Findings, Measurement, Ratio, Verdict } from './finding.ts'
import { writeFindingSentence } from './finding-sentences.ts'
import { computeSensitivityAnalyses, estimateByWeekday } from './sensitivity-analyses.ts'
import { type CheckpointResult, couldBeLikely, isPattern, judge } from './verdict.ts'

export interface FindingsOptions {
  /** The current cramp-day: blocks that end before it are complete. */
  readonly today: DayNumber
  /** Called after each of `total` steps. */
  readonly onProgress?: (done: number, total: number) => void
  /** Studied exposures; all built-in ones by default. Simulations study fewer. */
  readonly catalogue?: readonly BuiltInExposure[]
}

/** Results of all exposures at one checkpoint. */
interface Checkpoint {
  readonly lastDay: DayNumber
  readonly results: ReadonlyMap<Exposure, CheckpointResult & { readonly pValue: number | null }>
}

export function findFindings(
  diary: Diary,
  { today, onProgress = () => {}, catalogue = exposures }: FindingsOptions,
): Findings {
  const tracked = getTrackedCrampDays(diary)
  const ends = listCheckpoints(tracked, today)
  const total = catalogue.length * (ends.length + 1)
  let done = 0
  const advance = () => {
    done += 1
    onProgress(done, total)
  }
  const [last = null, previous = null] = ends.map(lastDay =>
    evaluateCheckpoint(diary, lastDay, catalogue, advance),
  )
  const now = createAnalysisContext(diary)
  const newest = tracked.at(-1)
  return {
    firstDate: tracked[0] === undefined ? null : dateOfDayNumber(tracked[0]),
    lastDate: newest === undefined ? null : dateOfDayNumber(newest),
    trackedDays: tracked.length,
    crampDays: now.calendar.eventDays.size,
    outcome: now.outcome,
    nextCheckpoint: dateOfDayNumber(getBlockStart(today) + DAYS_PER_BLOCK),
    findings: catalogue.map(exposure => {
      const current = last?.results.get(exposure) ?? null
      const verdict = judge(current, previous?.results.get(exposure) ?? null)
      const association = associate(now, exposure)
      const measurement = measure(now, association, verdict)
      advance()
      return {
        key: exposure.key,
        verdict,
        checkpoint: last &&
          current && {
            lastDate: dateOfDayNumber(last.lastDay),
            pValue: current.pValue,
            qValue: current.qValue,
            permutationP: current.permutationP,
          },
        isInterim: last === null || (newest !== undefined && newest > last.lastDay),
        measurement,
        sentence: writeFindingSentence({ exposure, measurement, verdict, outcome: now.outcome }),
      }
    }),
  }
}

const getBlockStart = (day: DayNumber) => day - getDayOfBlock(day)

/** Minimum new tracked days of a checkpoint. With fewer, the days count towards the next block's checkpoint. */
const MIN_NEW_DAYS = 7

/**
 * Last days of the newest two blocks with enough new days, newest first. A block without tracked days is no checkpoint:
 * a pattern must hold in new days, not only in the same old ones.
 */
export function listCheckpoints(tracked: readonly DayNumber[], today: DayNumber): DayNumber[] {
  const runningBlock = getBlock(today)
  const ends: DayNumber[] = []
  let newDays = 0
  tracked.forEach((day, index) => {
    newDays += 1
    const next = tracked[index + 1]
    const isLastOfBlock = next === undefined || getBlock(next) > getBlock(day)
    if (!isLastOfBlock || newDays < MIN_NEW_DAYS || getBlock(day) >= runningBlock) return
    ends.unshift(getBlockStart(day) + DAYS_PER_BLOCK - 1)
    newDays = 0
  })
  return ends.slice(0, 2)
}

function evaluateCheckpoint(
  diary: Diary,
  lastDay: DayNumber,
  catalogue: readonly BuiltInExposure[],
  advance: () => void,
): Checkpoint {
  const context = createAnalysisContext(diary, lastDay)
  const associations = catalogue.map(exposure => {
    const association = associate(context, exposure)
    advance()
    return association
  })
  const family = associations.filter(({ missing, pValue }) => missing.length === 0 && pValue !== null)
  const qValues = computeQValues(family.map(({ pValue }) => pValue ?? 1))
  const qOf = new Map(family.map((association, index) => [association, qValues[index] ?? null]))
  return {
    lastDay,
    results: new Map(
      associations.map(association => {
        const { exposure, isConstant, missing, pValue, events } = association
        const shown = {
          isConstant,
          missing,
          contrast: getContrastRatio(association),
          pValue,
          qValue: qOf.get(association) ?? null,
          events,
        }
        // Only candidates for "likely" get the costly tests: ten thousand draws for each exposure would be wasted.
        const isCandidate = couldBeLikely(shown)
        return [
          exposure,
          {
            ...shown,
            permutationP: isCandidate ? testByPermutation(association, context) : null,
            weekdayRatio: isCandidate ? estimateByWeekday(context, association) : null,
          },
        ]
      }),
    ),
  }
}

const contrastUnits = ({ contrast, exposure }: Association): number =>
  contrast === null ? stepOf(exposure) : contrast.to - contrast.from

function getContrastRatio(association: Association): Ratio | null {
  const { fitted, contrast, exposure } = association
  return fitted === null || contrast === null ? null : getRatio(exposure, fitted, contrastUnits(association))
}

const NO_CHECKS: Checks = {
  plain: null,
  mantelHaenszel: null,
  isUnstable: false,
  weekday: null,
  adjusted: null,
  longerLookBack: null,
  withoutRetrospective: null,
  withoutAssumedOnsets: null,
}

function measure(context: AnalysisContext, association: Association, verdict: Verdict): Measurement {
  const { exposure, fitted, contrast, missing, reader } = association
  const contrastRatio = getContrastRatio(association)
  const isYesNo = exposure.scale.kind === 'yes-no'
  const compared = isYesNo ? readComparedDays(context.calendar, reader).flat() : []
  const count = (isWith: boolean) => {
    const days = compared.filter(({ value }) => value > 0 === isWith)
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
    trackedDays: association.days.length,
    missing: [...missing],
    doseResponse: makeDoseBars(exposure, association.days),
    checks:
      missing.length === 0
        ? computeSensitivityAnalyses(context, association, isPattern({ verdict }))
        : NO_CHECKS,
    excluded: countExclusions(context, association),
  }
}

function countExclusions(context: AnalysisContext, { exposure, sets, reader }: Association): Exclusion[] {
  const { calendar, diary } = context
  const droppedFor = (reason: string) => sets.dropped.filter(dropped => dropped.reason === reason).length
  const timely = createWindowReader(diary, getWindow(exposure, diary), { withoutRetrospective: true })
  const retrospective = calendar.events.filter(
    ({ day, offsetMinutes }) => reader(day, offsetMinutes) !== null && timely(day, offsetMinutes) === null,
  )
  const counted: Exclusion[] = [
    { reason: 'travel', count: droppedFor('travel') },
    { reason: 'case-not-covered', count: droppedFor('case-not-covered') },
    { reason: 'no-referents', count: droppedFor('no-referents') },
    { reason: 'referent-windows-not-covered', count: sets.uncoveredReferents },
    { reason: 'onset-assumed', count: sets.events.filter(({ isOnsetAssumed }) => isOnsetAssumed).length },
    { reason: 'mostly-retrospective', count: retrospective.length },
  ]
  return counted.filter(({ count }) => count > 0)
}

/**
 * Checkpoints: ends of completed four-week periods, at which verdicts are judged. Between them nothing changes its word, so
 * that looking every day does not spend the error budget.
 */
import { dayNumber } from '../time/calendar-date.ts'
import { DAYS_PER_CHECKPOINT, getBlock, getDayOfBlock } from './blocks-and-strata.ts'
import type { DayNumber } from './diary/diary.ts'
import { adjustFamily } from './error-budget.ts'
import type { Evaluator } from './exposure-result.ts'
import type { Exposure } from './exposures/exposure.ts'
import type { FamilyGroup } from './finding.ts'
import type { ExposureResult, FamilyTest } from './stored-checkpoints.ts'
import type { Suspect } from './suspects.ts'

/** Minimum new tracked days of a checkpoint. With fewer, the days count towards the next checkpoint. */
const MIN_NEW_DAYS = 7

/** First day after the four-week period of a day. */
export const getNextCheckpoint = (day: DayNumber): DayNumber =>
  day - getDayOfBlock(day, DAYS_PER_CHECKPOINT) + DAYS_PER_CHECKPOINT

/**
 * Last days of the newest two periods with enough new days, newest first. A period without tracked days is no checkpoint:
 * a pattern must hold in new days, not only in the same old ones.
 */
export function listCheckpoints(tracked: readonly DayNumber[], today: DayNumber): DayNumber[] {
  const periodOf = (day: DayNumber) => getBlock(day, DAYS_PER_CHECKPOINT)
  const runningPeriod = periodOf(today)
  const ends: DayNumber[] = []
  let newDays = 0
  tracked.forEach((day, index) => {
    newDays += 1
    const next = tracked[index + 1]
    const isLastOfPeriod = next === undefined || periodOf(next) > periodOf(day)
    if (!isLastOfPeriod || newDays < MIN_NEW_DAYS || periodOf(day) >= runningPeriod) return
    ends.unshift(getNextCheckpoint(day) - 1)
    newDays = 0
  })
  return ends.slice(0, 2)
}

/** Result of an exposure among the others of one checkpoint. */
export interface JudgedResult extends ExposureResult {
  /** Group of the family that it is judged in; null if it is not judged. */
  readonly group: FamilyGroup | null
  /** P adjusted for its group, over the group's share; null if it is not judged. */
  readonly adjustedP: number | null
  /** First cramp-day that counts, for a suspect that was named later; null if all days count. */
  readonly since: DayNumber | null
}

export interface Checkpoint {
  readonly lastDay: DayNumber
  /** Judged exposures of both groups. */
  readonly familySize: number
  readonly results: ReadonlyMap<Exposure, JudgedResult>
}

/** Evaluates every exposure at a checkpoint and adjusts the family. @param advance called after each exposure */
export function evaluateCheckpoint(
  lastDay: DayNumber,
  catalogue: readonly Exposure[],
  suspects: readonly Suspect[],
  evaluate: Evaluator,
  advance: () => void,
): Checkpoint {
  const placed = catalogue.map(exposure => {
    const suspect = suspects.find(({ exposure: key }) => key === exposure.key)
    const place = placeInFamily(exposure, suspect, lastDay, evaluate)
    advance()
    return { exposure, ...place }
  })
  const family = placed.flatMap(({ exposure, group, result }) =>
    isJudged(result) ? [{ exposure, group, ...result.test }] : [],
  )
  const counted = placed.flatMap(({ before }) =>
    before !== null && isJudged(before) ? [{ group: 'other' as const, ...before.test }] : [],
  )
  const adjusted = adjustFamily([...family, ...counted])
  const adjustedOf = new Map(family.map(({ exposure }, index) => [exposure, adjusted[index] ?? 1]))
  return {
    lastDay,
    familySize: family.length,
    results: new Map(
      placed.map(({ exposure, group, result, since }) => {
        const adjustedP = adjustedOf.get(exposure) ?? null
        return [exposure, { ...result, group: adjustedP === null ? null : group, adjustedP, since }]
      }),
    ),
  }
}

const isJudged = (result: ExposureResult): result is ExposureResult & { test: FamilyTest } =>
  result.test !== null && result.contrast !== null

interface Place {
  readonly group: FamilyGroup
  readonly result: ExposureResult
  readonly since: DayNumber | null
  /** Result from all days of a suspect that was named later, which still counts among the others; null otherwise. */
  readonly before: ExposureResult | null
}

/**
 * Group of an exposure, and the days it is judged on. A suspect that was named after its estimate had been shown is judged on
 * the cramp-days after the naming alone; until these pass the gate it remains among the others.
 *
 * A later naming does not make the family of the others smaller: naming the exposures with large P would leave the promising
 * ones alone with the others' share. By simulation something false was then likely within a year in 14 instead of 8 % of lives.
 */
function placeInFamily(
  exposure: Exposure,
  suspect: Suspect | undefined,
  lastDay: DayNumber,
  evaluate: Evaluator,
): Place {
  const whole = evaluate(exposure, { lastDay })
  if (suspect === undefined) return { group: 'other', result: whole, since: null, before: null }
  if (suspect.isBeforehand) return { group: 'suspect', result: whole, since: null, before: null }
  const firstDay = dayNumber(suspect.namedOn) + 1
  if (firstDay <= lastDay) {
    const result = evaluate(exposure, { firstDay, lastDay })
    if (isJudged(result)) return { group: 'suspect', result, since: firstDay, before: whole }
  }
  return { group: 'other', result: whole, since: null, before: null }
}

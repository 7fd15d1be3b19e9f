/**
 * Looks at a simulated diary, as its person has them: every checkpoint of the program, judged by the program's own rules.
 * `journals.test.ts` compares them with the findings that the program shows.
 */
import { createAnalysisContext } from '../../../shared/analysis/analysis-context.ts'
import { type Association, associate } from '../../../shared/analysis/association.ts'
import { DAYS_PER_CHECKPOINT } from '../../../shared/analysis/blocks-and-strata.ts'
import { type Checkpoint, evaluateCheckpoint, listCheckpoints } from '../../../shared/analysis/checkpoints.ts'
import { getTrackedCrampDays } from '../../../shared/analysis/diary/cramp-days.ts'
import type { DayNumber, Diary } from '../../../shared/analysis/diary/diary.ts'
import { getLevel } from '../../../shared/analysis/error-budget.ts'
import { createEvaluator } from '../../../shared/analysis/exposure-result.ts'
import type { Exposure } from '../../../shared/analysis/exposures/exposure.ts'
import { type CataloguedExposure, exposures } from '../../../shared/analysis/exposures/exposures.ts'
import type { Side, Verdict } from '../../../shared/analysis/finding.ts'
import type { ExposureResult } from '../../../shared/analysis/stored-checkpoints.ts'
import { MAX_SUSPECTS, type Suspect } from '../../../shared/analysis/suspects.ts'
import { judge } from '../../../shared/analysis/verdict.ts'
import { dateOfDayNumber } from '../../../shared/time/calendar-date.ts'
import type { LivedKey } from './everyday-habits.ts'
import { BLOCK_START, type Span } from './life.ts'

/** Adjusted P of a verdict without the budget of many looks. */
export const ONE_LOOK_LEVEL = 0.05

/** An exposure at one look. */
export interface Judged {
  readonly key: string
  readonly verdict: Verdict
  /** P and adjusted P; null for an exposure that is not judged. */
  readonly pValue: number | null
  readonly adjustedP: number | null
  readonly side: Side | null
  /** Every criterion of "likely" holds, at level 0.05. */
  readonly isClear: boolean
  /** The same without the checkpoint before. */
  readonly isClearAlone: boolean
}

export interface Look {
  /** Number of the look among those at which anything was judged, from 1. */
  readonly number: number
  readonly lastDay: DayNumber
  readonly judged: readonly Judged[]
}

export interface LookOptions {
  /** Suspects named before the first look. */
  readonly suspects?: readonly Suspect[]
  /** Suspects after a look, named on the day after it; unchanged by default. */
  readonly renameAfter?: (look: Look, suspects: readonly Suspect[]) => readonly Suspect[]
}

/** All looks until the end of the span, oldest first. Checkpoints at which nothing can be judged are left out. */
export type LookLister = (options?: LookOptions) => Look[]

/** Prepares the looks at a diary. Different suspects share the results of the exposures, which do not depend on them. */
export function createLookLister(
  diary: Diary,
  { first, days }: Span,
  catalogue: readonly CataloguedExposure[],
): LookLister {
  const tracked = getTrackedCrampDays(diary)
  const evaluate = createCachedEvaluator(diary)
  return ({ suspects: named = [], renameAfter }: LookOptions = {}) => {
    let suspects = named
    const evaluateAt = (lastDay: DayNumber) =>
      evaluateCheckpoint(lastDay, catalogue, suspects, evaluate, () => {})
    const looks: Look[] = []
    for (let today = BLOCK_START + DAYS_PER_CHECKPOINT; today <= first + days; today += DAYS_PER_CHECKPOINT) {
      const [lastDay, dayBefore] = listCheckpoints(tracked, today)
      if (lastDay !== today - 1) continue
      const before = dayBefore === undefined ? null : evaluateAt(dayBefore)
      const judged = judgeAll(catalogue, evaluateAt(lastDay), before, looks.length + 1)
      if (!judged.some(({ adjustedP }) => adjustedP !== null)) continue
      const look = { number: looks.length + 1, lastDay, judged }
      looks.push(look)
      suspects = renameAfter?.(look, suspects) ?? suspects
    }
    return looks
  }
}

/** The look at the end of a span; null if nothing was judged there. */
export const findLookAt = (looks: readonly Look[], { first, days }: Span): Look | null =>
  looks.find(({ lastDay }) => lastDay === first + days - 1) ?? null

export const catalogueOf = (keys: readonly LivedKey[]): readonly CataloguedExposure[] =>
  exposures.filter(({ key }) => keys.some(lived => lived === key))

function createCachedEvaluator(diary: Diary) {
  const now = createAnalysisContext(diary)
  const associations = new Map<Exposure, Association>()
  const results = new Map<string, ExposureResult>()
  return createEvaluator({
    diary,
    associateWhole: exposure => {
      const known = associations.get(exposure) ?? associate(now, exposure)
      associations.set(exposure, known)
      return known
    },
    store: {
      get: name => results.get(name) ?? null,
      set: ({ name, result }) => void results.set(name, result),
    },
    getInputs: () => '',
  })
}

function judgeAll(
  catalogue: readonly CataloguedExposure[],
  current: Checkpoint,
  previous: Checkpoint | null,
  look: number,
): Judged[] {
  return catalogue.map(exposure => {
    const now = current.results.get(exposure) ?? null
    const before = previous?.results.get(exposure) ?? null
    const rules = { level: getLevel(look), isFiltered: false }
    const { verdict, reason } = judge(now, before, { ...rules, level: ONE_LOOK_LEVEL })
    return {
      key: exposure.key,
      verdict: judge(now, before, rules).verdict,
      pValue: now?.test?.pValue ?? null,
      adjustedP: now?.adjustedP ?? null,
      side: now?.test?.side ?? null,
      isClear: verdict === 'likely',
      isClearAlone: verdict === 'likely' || reason === 'not-before' || reason === 'turned-round',
    }
  })
}

/**
 * A person who names, after every look, the six exposures with the smallest P. Those that are withdrawn for it keep their
 * share and their date, as in the program (`suspects.ts`), so that the suspects become more and more.
 */
export const nameTheSmallest = renameBy((a, b) => a - b)

/**
 * A person who names the six exposures with the largest P, so that the promising ones remain alone among the others with
 * their share of the level.
 */
export const nameTheLargest = renameBy((a, b) => b - a)

function renameBy(
  compare: (pValue: number, other: number) => number,
): NonNullable<LookOptions['renameAfter']> {
  return ({ lastDay, judged }, suspects) => {
    const isNamed = (key: string) => suspects.some(({ exposure }) => exposure === key)
    const chosen = judged
      .filter(({ pValue }) => pValue !== null)
      .toSorted((a, b) => compare(a.pValue ?? 1, b.pValue ?? 1))
      .slice(0, MAX_SUSPECTS)
      .filter(({ key }) => !isNamed(key))
    const namedOn = dateOfDayNumber(lastDay + 1)
    return [...suspects, ...chosen.map(({ key }) => ({ exposure: key, namedOn, isBeforehand: false }))]
  }
}

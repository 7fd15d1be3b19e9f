/**
 * Findings of a diary: measures every exposure of the catalogue, judges it at the last checkpoint, and writes the sentence.
 *
 *   four weeks  |---- 28 days ----|---- 28 days ----|-- today ...
 *   strata      |----------- 56 days ---------------|----
 *   checkpoints                  previous           last        the measurement shown (interim)
 *                                    '--- verdict ---'
 *
 * Sets are built once per exposure from the whole diary; each checkpoint filters their rows by day.
 */
import { type CalendarDate, dateOfDayNumber } from '../time/calendar-date.ts'
import { createAnalysisContext } from './analysis-context.ts'
import { type Association, associate } from './association.ts'
import { type Checkpoint, evaluateCheckpoint, getNextCheckpoint, listCheckpoints } from './checkpoints.ts'
import { getTrackedCrampDays } from './diary/cramp-days.ts'
import type { DayNumber, Diary } from './diary/diary.ts'
import { getLevel } from './error-budget.ts'
import { createEvaluator } from './exposure-result.ts'
import type { Exposure } from './exposures/exposure.ts'
import { type CataloguedExposure, exposures } from './exposures/exposures.ts'
import type { ExposureTest, Finding, Findings } from './finding.ts'
import { writeFindingSentence } from './finding-sentences.ts'
import { createInputFingerprints } from './input-fingerprint.ts'
import { measure } from './measurement.ts'
import type { ResultStore } from './stored-checkpoints.ts'
import type { Suspect } from './suspects.ts'
import { judge } from './verdict.ts'

export interface FindingsOptions {
  /** The current cramp-day: four-week periods that end before it are complete. */
  readonly today: DayNumber
  /** Called after each of `total` steps. */
  readonly onProgress?: (done: number, total: number) => void
  /** Studied exposures: those of the journal. The built-in ones by default; simulations study fewer. */
  readonly catalogue?: readonly CataloguedExposure[]
  /** Exposures named by the person; none by default. */
  readonly suspects?: readonly Suspect[]
  /** Last dates of the checkpoints that the person has been shown, in the order of showing; none by default. */
  readonly looks?: readonly CalendarDate[]
  /** Level of each look, the first being 1; that of the error budget by default. Simulations compare others. */
  readonly levelOf?: (look: number) => number
  /** The diary holds only some cramps of legs and feet (a filter): then nothing is called likely. */
  readonly isFiltered?: boolean
  /** Results of finished looks, to be used again; null by default. */
  readonly store?: ResultStore | null
}

export function findFindings(diary: Diary, options: FindingsOptions): Findings {
  const { today, catalogue = exposures, suspects = [], looks = [], levelOf = getLevel } = options
  const { onProgress = () => {}, isFiltered = false, store = null } = options
  const tracked = getTrackedCrampDays(diary)
  const ends = listCheckpoints(tracked, today)
  const total = catalogue.length * (ends.length + 1)
  let done = 0
  const advance = () => {
    done += 1
    onProgress(done, total)
  }

  const now = createAnalysisContext(diary)
  const associations = new Map<Exposure, Association>()
  const associateWhole = (exposure: Exposure): Association => {
    const known = associations.get(exposure) ?? associate(now, exposure)
    associations.set(exposure, known)
    return known
  }
  const evaluate = createEvaluator({
    diary,
    associateWhole,
    store,
    getInputs: createInputFingerprints(diary),
  })
  const [last = null, previous = null] = ends.map(lastDay =>
    evaluateCheckpoint(lastDay, catalogue, suspects, evaluate, advance),
  )
  const look = last && getLook(last, looks)
  const level = look === null ? 0 : levelOf(look)
  const newest = tracked.at(-1)
  return {
    firstDate: tracked[0] === undefined ? null : dateOfDayNumber(tracked[0]),
    lastDate: newest === undefined ? null : dateOfDayNumber(newest),
    trackedDays: tracked.length,
    crampDays: now.calendar.eventDays.size,
    outcome: now.outcome,
    nextCheckpoint: dateOfDayNumber(getNextCheckpoint(today)),
    findings: catalogue.map(exposure => {
      const current = last?.results.get(exposure) ?? null
      const before = previous?.results.get(exposure) ?? null
      const { verdict, reason } = judge(current, before, { level, isFiltered })
      const measurement = measure(now, associateWhole(exposure))
      const checkpoint =
        last === null || look === null || current === null
          ? null
          : describeCheckpoint(last, { look, level }, current, before)
      advance()
      return {
        key: exposure.key,
        factor: exposure.factor ?? null,
        verdict,
        reason,
        checkpoint,
        isInterim: last === null || (newest !== undefined && newest > last.lastDay),
        measurement,
        sentence: writeFindingSentence({
          ...{ exposure, measurement, verdict, reason, outcome: now.outcome },
          familySize: last?.familySize ?? 0,
        }),
      }
    }),
  }
}

/**
 * Number of a checkpoint among those that the person has been shown: a fact of the person's history, not of the data. A
 * checkpoint keeps its number when older entries change, and all that an import completes at once is one look.
 */
function getLook({ lastDay }: Checkpoint, looks: readonly CalendarDate[]): number {
  const known = looks.indexOf(dateOfDayNumber(lastDay))
  return 1 + (known < 0 ? looks.length : known)
}

type JudgedResult = NonNullable<ReturnType<Checkpoint['results']['get']>>

function describeCheckpoint(
  { lastDay, familySize }: Checkpoint,
  lookAndLevel: { readonly look: number; readonly level: number },
  { test, group, adjustedP, since, likelihoodP }: JudgedResult,
  previous: JudgedResult | null,
): NonNullable<Finding['checkpoint']> {
  return {
    lastDate: dateOfDayNumber(lastDay),
    ...lookAndLevel,
    familySize,
    likelihoodP,
    test:
      test === null || group === null || adjustedP === null
        ? null
        : {
            ...describeTest(test),
            group,
            adjustedP,
            since: since === null ? null : dateOfDayNumber(since),
            previousAdjustedP: previous?.adjustedP ?? null,
          },
  }
}

/** A test as shown: without what only the adjustment for its family needs. */
const describeTest = ({
  statistic,
  pMore,
  pFewer,
  pValue,
  side,
  draws,
  seed,
}: ExposureTest): ExposureTest => ({
  ...{ statistic, pMore, pFewer, pValue, side, draws, seed },
})

/** Last date of the checkpoint on which these findings spend a look; null if nothing was judged. */
export function getShownLook({ findings }: Pick<Findings, 'findings'>): CalendarDate | null {
  return findings.find(({ checkpoint }) => checkpoint?.test != null)?.checkpoint?.lastDate ?? null
}

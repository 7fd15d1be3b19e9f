/** Checkpoints as stored: when each was shown, and the results of its exposures. */
import { z } from 'zod'
import { calendarDateField, instantField } from '../kinds/schemas.ts'
import { exposureTest, ratio, requirementField } from './finding.ts'

/** Checkpoint that the person has been shown. */
export const shownCheckpoint = z.strictObject({
  lastDate: calendarDateField,
  /** UTC milliseconds of the first time. */
  shownAt: instantField,
})
export type ShownCheckpoint = z.infer<typeof shownCheckpoint>

/** Scores of a test with few possible values, and how often it reaches them under the null hypothesis. */
const nullScores = z.strictObject({
  observed: z.number(),
  /** Possible scores, ascending, and the chance of a score at most each. */
  scores: z.array(z.number()),
  chances: z.array(z.number()),
})
export type NullScores = z.infer<typeof nullScores>

/** Test of an exposure, with what the adjustment for its family needs. */
const familyTest = exposureTest.extend({
  /** Null where the p value can be nearly any number: then it is the score. */
  nullScores: nullScores.nullable(),
})
export type FamilyTest = z.infer<typeof familyTest>

/**
 * Result of one exposure at one look: all that the verdicts need of it. It depends on its own data alone, not on the other
 * exposures, so that a finished one can be stored and used again.
 */
export const exposureResult = z.strictObject({
  isConstant: z.boolean(),
  missing: z.array(requirementField),
  /** Ratio with over without, or 75th over 25th percentile. */
  contrast: ratio.nullable(),
  /** Ratio per step, matched by weekday; null where it is not estimable or was not needed. */
  weekdayRatio: z.number().nullable(),
  /** p value of the likelihood ratio: a check. */
  likelihoodP: z.number().nullable(),
  /** Null unless the gate is passed. */
  test: familyTest.nullable(),
})
export type ExposureResult = z.infer<typeof exposureResult>

export interface StoredResult {
  /** Exposure and range of days. */
  readonly name: string
  /** Fingerprint of its inputs (`input-fingerprint.ts`). */
  readonly inputs: string
  readonly result: ExposureResult
}

/** Results of finished looks that can be used again. */
export interface ResultStore {
  /** Result that was stored with the same inputs; null without one. */
  readonly get: (name: string, inputs: string) => ExposureResult | null
  readonly set: (stored: StoredResult) => void
}

/** Store over the results of earlier analyses, which also keeps those of the present one. */
export function createResultStore(earlier: readonly StoredResult[]) {
  const known = new Map(earlier.map(stored => [stored.name, stored]))
  const used = new Map<string, StoredResult>()
  let isNew = false
  const store: ResultStore = {
    get: (name, inputs) => {
      const stored = known.get(name)
      if (stored?.inputs !== inputs) return null
      used.set(name, stored)
      return stored.result
    },
    set: stored => {
      isNew = true
      used.set(stored.name, stored)
    },
  }
  return {
    store,
    /** Results used by the present analysis; null if all of them were known before. */
    getUsed: (): StoredResult[] | null => (isNew ? [...used.values()] : null),
  }
}

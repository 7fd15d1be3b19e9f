/** Builds a finding from the given fields, with defaults for the others. */
import type { Finding, Measurement } from '../../../shared/analysis/finding.ts'
import { reasonOf } from '../advice/make-finding.ts'

interface FindingFields extends Partial<Measurement> {
  key: Finding['key']
  verdict: Finding['verdict']
}

type Checkpoint = NonNullable<Finding['checkpoint']>

/** A judged checkpoint with the given test. */
export const makeCheckpoint = (
  test: Partial<NonNullable<Checkpoint['test']>>,
  fields: Partial<Checkpoint> = {},
): Checkpoint => ({
  lastDate: '2026-11-01',
  look: 3,
  level: 0.025,
  familySize: 16,
  likelihoodP: 0.2,
  ...fields,
  test: {
    ...{ statistic: 1.1, pMore: 0.14, pFewer: 0.87, pValue: 0.155, side: 'more', draws: 143, seed: 1 },
    ...{ group: 'other', adjustedP: 0.9, since: null, previousAdjustedP: null },
    ...test,
  },
})

export function makeFinding({ key, verdict, ...measured }: FindingFields): Finding {
  return {
    key,
    factor: null,
    verdict,
    reason: reasonOf[verdict],
    checkpoint: makeCheckpoint({}),
    isInterim: false,
    sentence: `What is said of ${key}.`,
    measurement: {
      estimate: null,
      contrast: null,
      pValue: null,
      factor: null,
      events: 20,
      comparisonDays: 80,
      withIt: null,
      withoutIt: null,
      compared: null,
      trackedDays: 100,
      missing: [],
      doseResponse: [],
      excluded: [],
      ...measured,
    },
  }
}

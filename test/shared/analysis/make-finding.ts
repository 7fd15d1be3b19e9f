/** Builds a finding from the given fields, with defaults for the others. */
import type { Finding, Measurement } from '../../../shared/analysis/finding.ts'

interface FindingFields extends Partial<Measurement> {
  key: Finding['key']
  verdict: Finding['verdict']
}

export function makeFinding({ key, verdict, ...measured }: FindingFields): Finding {
  return {
    key,
    verdict,
    checkpoint: { lastDate: '2026-11-01', pValue: 0.2, qValue: 0.3, permutationP: null },
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
      trackedDays: 100,
      missing: [],
      doseResponse: [],
      checks: {
        plain: null,
        mantelHaenszel: null,
        isUnstable: false,
        weekday: null,
        adjusted: null,
        longerLookBack: null,
        withoutRetrospective: null,
        withoutAssumedOnsets: null,
      },
      excluded: [],
      ...measured,
    },
  }
}

/** Suggestion about an own factor: its answer to what the person wanted to know, and never more than that. */
import { isOwnKey } from '../../analysis/exposures/own-exposure.ts'
import type { Finding } from '../../analysis/finding.ts'
import { isPattern } from '../../analysis/verdict.ts'
import { isolate } from '../../locale/bidi.ts'
import { findNameObstacle } from './sensitive-names.ts'
import type { Change, Suggestion } from './suggestion.ts'

const COMPARE =
  'Keep writing down the days with it and the days without, so that there is something to compare.'

const harmlessSteps: Record<Change['helps'], string> = {
  more: 'If it does you no harm, do it more often for four weeks, or let a coin decide and test it fairly.',
  less: 'If you can do without it, leave it out for four weeks, or let a coin decide and test it fairly.',
}
const ASK_FIRST = 'Talk to your doctor or pharmacist before you change anything about it.'

/** The suggestion about a finding; none for a built-in exposure, or without a possible or likely link. */
export function suggestFromFinding(finding: Finding): Suggestion[] {
  const { key, factor, measurement } = finding
  if (factor === null || !isOwnKey(key) || !isPattern(finding) || measurement.contrast === null) return []
  const helps = measurement.contrast.ratio > 1 ? 'less' : 'more'
  const isSensitive = findNameObstacle(factor.name) !== null
  return [
    {
      id: key,
      title: `You wanted to know: ${isolate(factor.name)}`,
      summary: 'Your own idea',
      steps: [COMPARE, isSensitive ? ASK_FIRST : harmlessSteps[helps]],
      reason: 'This is your idea, so you know best why it may matter.',
      claims: [],
      evidence: [
        {
          about: null,
          grade: 'O',
          finding: 'Unknot has no study about this. Only your own journal speaks for it.',
          sources: [],
        },
      ],
      ownJudgement: null,
      safety: [],
      ease: null,
      changes: [{ exposure: key, helps }],
      notWith: [],
      aboutFluids: false,
    },
  ]
}

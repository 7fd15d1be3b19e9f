/** Sentences on a suggestion's rank: the person's own numbers, and what would change it. */
import { type ExposureKey, getExposure, getExposureOf } from '../../analysis/exposures/exposures.ts'
import { isOwnKey } from '../../analysis/exposures/own-exposure.ts'
import { formatMissing } from '../../analysis/finding-sentences.ts'
import type { RankedSuggestion } from './suggest.ts'

const KEEP_LOGGING = 'Not enough yet: your own entries say nothing about this so far.'

/** The journal's evidence about a suggestion. */
export function describeYourPattern({ suggestion, yourPattern }: RankedSuggestion): string {
  const { kind, finding } = yourPattern
  if (suggestion.changes.length === 0)
    return 'Days with and without it cannot be compared. Your doctor or pharmacist will want to see what you wrote down about your medicines.'
  if (finding === null) return KEEP_LOGGING
  const about = `${getExposureOf(finding).name}. ${finding.sentence}`
  return kind === 'other-way-round' ? `${about} That is the opposite of what this advice expects.` : about
}

/**
 * Conditions that would change the rank.
 *
 * @param nextCheckpoint formatted date of the next checkpoint; null before the first analysis
 */
export function describeChangeOfMind(
  { suggestion, yourPattern: { kind, finding } }: RankedSuggestion,
  nextCheckpoint: string | null,
): string {
  if (suggestion.changes.length === 0) return 'What your doctor or pharmacist says.'
  const when =
    nextCheckpoint === null
      ? 'at the next four-week check'
      : `at the next four-week check, on ${nextCheckpoint}`
  switch (kind) {
    case 'likely':
      return `It moves down if ${when}, the link no longer shows, or if an experiment on yourself shows no difference.`
    case 'possible':
      return `It is judged again ${when}: the link may become a likely one, or turn out to be chance.`
    case 'not-sure-yet':
      return `More days with and without it. It is judged again ${when}.`
    case 'no-clear-link':
      return `A clear difference in your own days. It is judged again ${when}.`
    case 'other-way-round':
      return `It moves up only if ${when}, the link no longer points this way.`
    case 'not-enough-yet':
      return describeWhatIsMissing(suggestion.changes[0]?.exposure, finding)
  }
}

/** A built-in exposure; null for an own factor, which is known by its finding alone. */
const findExposure = (key: ExposureKey | undefined) =>
  key === undefined || isOwnKey(key) ? null : getExposure(key)

function describeWhatIsMissing(
  exposureKey: ExposureKey | undefined,
  finding: RankedSuggestion['yourPattern']['finding'],
): string {
  const exposure = finding === null ? findExposure(exposureKey) : getExposureOf(finding)
  if (exposure === null) return KEEP_LOGGING
  const missing = finding?.measurement.missing ?? []
  return missing.length === 0
    ? `Days with and without it to compare. Log ${exposure.toLog}.`
    : `Enough days to compare: ${formatMissing(missing, exposure)}. Log ${exposure.toLog}.`
}

/** Question for the place in the symptom check, where the place decides how soon a sign has to be seen. */
import type { CrampSite } from '../../kinds/cramp.ts'
import { muscles } from '../../kinds/muscles.ts'
import { type WarningLevel, warningLevels } from './rule.ts'
import { gatherAnswers, type SymptomAnswers } from './symptom-check.ts'
import { findWarnings } from './warnings.ts'

/** Places that stand for all others: each muscle on one side and on both, and hands and feet together. */
const candidates: readonly (readonly CrampSite[])[] = [
  ...muscles.ids.flatMap(
    muscle => [[{ muscle, side: 'left' }], [{ muscle, side: 'both' }]] satisfies CrampSite[][],
  ),
  [
    { muscle: 'hand', side: 'both' },
    { muscle: 'toes', side: 'both' },
  ],
]

function findLevel(answers: SymptomAnswers, now: number): number {
  const [first] = findWarnings(gatherAnswers(answers, now, false))
  return first === undefined ? warningLevels.length : warningLevels.indexOf(first.level)
}

/**
 * Most urgent level that a place could bring, if that is more urgent than what is known without one; else null.
 *
 * @param now UTC milliseconds
 */
export function findUrgencyOfPlace(answers: SymptomAnswers, now: number): WarningLevel | null {
  if (answers.sites.length > 0 || answers.symptoms.length === 0) return null
  const worst = Math.min(...candidates.map(sites => findLevel({ ...answers, sites }, now)))
  return worst < findLevel(answers, now) ? (warningLevels[worst] ?? null) : null
}

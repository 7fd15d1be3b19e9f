/** Counts of page one that fit on the line of their title: state at onset, symptoms, and relief attempts. */

import { statesAtOnset } from '../../../shared/kinds/cramp.ts'
import { nameWithin } from '../../../shared/kinds/journal-lists.ts'
import { reliefTechniques } from '../../../shared/kinds/reliefs.ts'
import { symptoms } from '../../../shared/kinds/symptoms.ts'
import { lowerFirst } from '../../../shared/locale/lower-first.ts'
import { cutList } from '../../../shared/report/cuts.ts'
import type { OnsetSummary, ReliefTried, Report, SymptomCounts } from '../../../shared/report/report.ts'
import { formatDate, formatNumber } from '../../data/format.ts'
import { formatCount } from './report-words.ts'

/** `Asleep 23; in bed, awake 8.` */
export function OnsetCounts({ onset: { states, unknown, rest } }: { onset: OnsetSummary }) {
  const answered = rest.yes + rest.no
  const counts = states.map(
    ({ state, count }) => `${lowerFirst(statesAtOnset.words[state])} ${formatNumber(count)}`,
  )
  return (
    <p>
      {counts.length > 0 && `${counts.join('; ')}. `}
      {unknown > 0 && `Not recorded for ${formatCount(unknown, 'cramp')}. `}
      {answered === 0
        ? 'Rest: not recorded.'
        : `Gone within 10 minutes of rest: ${rest.yes} of ${answered} answered.`}
    </p>
  )
}

/** `Swelling 1 (last 26 Sep); numbness 2 (last 25 Oct).` */
export function SymptomCountList({
  symptoms: { counts, crampCount },
  ownNames,
  cap,
}: {
  symptoms: SymptomCounts
  ownNames: Report['ownNames']
  cap: number
}) {
  const { shown, more } = cutList(counts, cap)
  if (counts.length === 0)
    return (
      <p>
        none was written down for {formatCount(crampCount, 'cramp')}; it was not asked each time whether there
        was any.
      </p>
    )
  return (
    <p>
      {shown
        .map(
          ({ symptom, count, lastDate }) =>
            `${nameWithin(symptoms, symptom, ownNames)} ${formatNumber(count)} (last ${formatDate(lastDate, 'day')})`,
        )
        .join('; ')}
      {more > 0 && `; ${more} more on page 2`}.
    </p>
  )
}

/** `Stretched 3 of 5, half by 2 min; warmth 3 of 3.` */
export function ReliefCounts({
  relief,
  ownNames,
  cap,
}: {
  relief: ReliefTried
  ownNames: Report['ownNames']
  cap: number
}) {
  const { shown, more } = cutList(relief, cap)
  return (
    <p>
      helped, of times tried:{' '}
      {shown
        .map(
          ({ technique, n, helped, medianMinutes }) =>
            `${nameWithin(reliefTechniques, technique, ownNames)} ${helped} of ${n}` +
            (medianMinutes === null ? '' : `, half by ${formatNumber(medianMinutes, 1)} min`),
        )
        .join('; ')}
      {more > 0 && `; ${more} more on page 2`}.
    </p>
  )
}

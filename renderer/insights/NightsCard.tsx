import { writeNightsLeftOutSentence, writeNightsSentence } from '../../shared/analysis/habit-sentences.ts'
import type { ConditionShare, NightCondition, NightPattern } from '../../shared/analysis/night-pattern.ts'
import { beddings, roomFeels, sleepPositions } from '../../shared/kinds/night.ts'
import { formats } from '../data/sentence-formats.ts'
import { ChartCard } from '../ui/charts/ChartCard.tsx'
import type { ChartBasis } from '../ui/charts/chart-basis.ts'
import { IntervalRows, makeScale } from '../ui/charts/IntervalRows.tsx'
import { formatShare, listShare, makeShareRow, shareColumns } from './share-rows.ts'

const conditionWords: Record<NightCondition, string> = {
  legs: 'Legs and feet',
  bedding: 'Bedding',
  position: 'Position',
  room: 'Bedroom',
}

/** The conditions of nights, and how often there was a cramp under each. */
export function NightsCard({ nights, basis }: { nights: NightPattern; basis: ChartBasis }) {
  const { all, conditions } = nights
  const lines = [
    { key: 'all', name: 'All nights', heading: 'Together', share: all },
    ...conditions.map(one => ({
      key: `${one.condition} ${one.answer}`,
      name: answerWords(one),
      heading: conditionWords[one.condition],
      share: one,
    })),
  ]
  const rows = lines.map(({ key, name, heading, share }) =>
    makeShareRow({ key, label: name, heading }, share, 'night'),
  )
  const isEmpty = all.days === 0
  return (
    <ChartCard
      question="What are the nights with cramps like?"
      answer={writeNightsSentence(
        nights,
        one => `${conditionWords[one.condition].toLowerCase()}: ${answerWords(one).toLowerCase()}`,
        formats,
      )}
      leftOut={writeNightsLeftOutSentence(nights, formats)}
      basis={basis}
      howItIsComputed={
        <p>
          A night counts when both its times, and whether there was a cramp, are known. It has a cramp if one
          began between going to bed and getting up, or was logged as "in the night". A night is left out if
          its only cramp may have begun before or after it. Each condition counts the nights for which it was
          written down. The lines are 95% intervals (Wilson); a condition is named when its line does not
          touch that of another answer; outlined bars come from fewer than 5 nights. Many conditions are
          looked at here, and chance is not allowed for: that is done under "What goes with my cramps?".
        </p>
      }
      missing={
        isEmpty
          ? { words: 'Log your nights with both times, and how you lay, and they will appear here.' }
          : null
      }
      drawing={
        isEmpty
          ? null
          : {
              chart: (
                <IntervalRows
                  title={
                    <>
                      <b>Nights with a cramp</b> in % of nights, with 95% interval
                    </>
                  }
                  rows={rows}
                  scale={makeScale(rows, formatShare)}
                />
              ),
              numbers: [
                {
                  columns: [{ title: 'Condition' }, ...shareColumns('night')],
                  rows: lines.map(({ name, heading, share }) => [`${heading}: ${name}`, ...listShare(share)]),
                },
              ],
            }
      }
    />
  )
}

function answerWords(one: ConditionShare): string {
  switch (one.condition) {
    case 'legs':
      return one.answer === 'cold' ? 'Cold' : 'Not cold'
    case 'bedding':
      return beddings.words[one.answer]
    case 'position':
      return sleepPositions.words[one.answer]
    case 'room':
      return roomFeels.words[one.answer]
  }
}

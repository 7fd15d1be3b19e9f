import {
  writeReliefLeftOutSentence,
  writeReliefTimesSentence,
} from '../../shared/analysis/relief-sentences.ts'
import { MIN_TIMED_USES, type ReliefTimes, type TechniqueTimes } from '../../shared/analysis/relief-times.ts'
import { countOf } from '../../shared/analysis/sentence-parts.ts'
import { formatNumber } from '../data/format.ts'
import { useLists } from '../data/queries.ts'
import { formats } from '../data/sentence-formats.ts'
import { ChartCard } from '../ui/charts/ChartCard.tsx'
import type { ChartBasis } from '../ui/charts/chart-basis.ts'
import { type IntervalRow, IntervalRows, makeScale } from '../ui/charts/IntervalRows.tsx'

/** Relief techniques with time to relief and felt help, ordered by name: no ranking. */
export function ReliefCard({ relief, basis }: { relief: ReliefTimes; basis: ChartBasis }) {
  const lists = useLists()
  const wordOf = ({ technique }: TechniqueTimes) => lists.reliefs.get(technique).words
  const techniques = relief.techniques.toSorted((a, b) => (wordOf(a) < wordOf(b) ? -1 : 1))
  const rows = techniques.map(technique => makeRow(technique, wordOf(technique)))
  const isEmpty = techniques.length === 0
  return (
    <ChartCard
      question="What helps, and how soon?"
      answer={writeReliefTimesSentence({ ...relief, techniques }, formats, lists)}
      leftOut={writeReliefLeftOutSentence(relief, formats, lists)}
      basis={basis}
      howItIsComputed={
        <p>
          The time until half of the cramps were gone is the median by Kaplan and Meier: a cramp that
          something else ended, or that was still there, counts for as long as it was known to last. The line
          reaches from a quarter gone to three quarters gone, and an arrow means that this was not reached.
          Shown from {MIN_TIMED_USES} uses with a known time, in order of name.
        </p>
      }
      missing={
        isEmpty
          ? {
              words:
                'Log what you tried with a cramp, whether it helped and after how many minutes it was gone.',
            }
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
                      <b>Minutes</b> until half of the cramps were gone; line from a quarter to three quarters
                    </>
                  }
                  rows={rows}
                  scale={makeScale(rows, value => formatNumber(value, 1))}
                />
              ),
              numbers: [
                {
                  columns: [
                    { title: 'Tried' },
                    { title: 'Uses' },
                    { title: 'Helped' },
                    { title: 'Helped a little' },
                    { title: 'Did not help' },
                    { title: 'Uses with a time' },
                    { title: 'A quarter gone, min', digits: 1, unknown: NOT_REACHED },
                    { title: 'Half gone, min', digits: 1, unknown: NOT_REACHED },
                    { title: 'Three quarters gone, min', digits: 1, unknown: NOT_REACHED },
                    { title: 'Longest seen, min', digits: 1, unknown: 'too few' },
                    { title: 'Intensity (median)', digits: 1, unknown: 'not logged' },
                  ],
                  rows: techniques.map(technique => {
                    const { uses, helped, timedUses, minutes, medianIntensity } = technique
                    return [
                      wordOf(technique),
                      uses,
                      helped.yes,
                      helped.aLittle,
                      helped.no,
                      timedUses,
                      minutes?.quarter ?? null,
                      minutes?.half ?? null,
                      minutes?.threeQuarters ?? null,
                      minutes?.last ?? null,
                      medianIntensity,
                    ]
                  }),
                },
              ],
            }
      }
    >
      {!isEmpty && (
        <p>
          <strong>This is not a ranking.</strong> What is tried in a bad attack differs from what is tried in
          a mild one, and a bad one lasts longer whatever is done.
        </p>
      )}
    </ChartCard>
  )
}

const NOT_REACHED = 'not reached, or too few'

function makeRow(technique: TechniqueTimes, label: string): IntervalRow {
  const { uses, helped, timedUses, minutes } = technique
  const answers = `helped ${formatNumber(helped.yes)}, a little ${formatNumber(helped.aLittle)}, not ${formatNumber(helped.no)}`
  const half = minutes?.half ?? null
  const time =
    minutes === null
      ? `${formatNumber(timedUses)} timed, ${MIN_TIMED_USES} needed`
      : half === null
        ? `over half not gone by ${formatNumber(minutes.last, 1)} min (${formatNumber(timedUses)} timed)`
        : `${formatNumber(half, 1)} min (${formatNumber(timedUses)} timed)`
  return {
    key: technique.technique,
    label,
    value: half,
    lower: minutes?.quarter ?? null,
    upper: minutes?.threeQuarters ?? null,
    words: `${time}, ${countOf(uses, 'use', formats)}: ${answers}`,
  }
}

import type { FluidPattern } from '../../shared/analysis/fluid-pattern.ts'
import { describeDaysLeftOut, describeFluids } from '../../shared/analysis/habit-sentences.ts'
import { AmountsOfDays } from '../charts/AmountsOfDays.tsx'
import { ChartCard } from '../charts/ChartCard.tsx'
import { IntervalRows, makeScale } from '../charts/IntervalRows.tsx'
import { formatNumber } from '../format.ts'
import { formats } from './formats.ts'
import { formatShare, listShare, makeShareRow, shareColumns } from './share-rows.ts'

/** How much was drunk, and how often there was a cramp after so much. */
export function FluidsCard({ fluids }: { fluids: FluidPattern }) {
  const { doseResponse, days } = fluids
  return (
    <ChartCard
      question="Do I drink differently before cramps?"
      answer={describeFluids(fluids, formats)}
      leftOut={describeDaysLeftOut(fluids, 'all drinks', formats)}
      howItIsComputed={
        <p>
          For each tracked day, the drinks of the 24 hours before its first cramp are added up; on a day
          without, those of the 24 hours before your usual time of cramps. A day counts only if you said that
          its drinks are all there: what is not logged is unknown, never nothing. Drinks taken against a cramp
          are left out. "In the middle" is the median. The lines are 95% intervals (Wilson); bars in outline
          come from fewer than 5 days. Cramps of legs and feet unless another place is chosen. Whether it is
          more than chance is judged under "What goes with my cramps?".
        </p>
      }
      missing={
        days === 0
          ? {
              words:
                "Say that a day's drinks are complete, and how much you drank will show beside the cramps.",
            }
          : null
      }
      drawing={
        days === 0
          ? null
          : {
              chart: <FluidsChart fluids={fluids} />,
              numbers: {
                columns: [{ title: 'In 24 hours' }, ...shareColumns()],
                rows: doseResponse.map(bar => [bar.label, ...listShare(bar)]),
              },
            }
      }
    />
  )
}

function FluidsChart({ fluids: { doseResponse, distribution } }: { fluids: FluidPattern }) {
  const rows = doseResponse.map(bar => makeShareRow({ key: bar.label, label: bar.label }, bar))
  return (
    <>
      <IntervalRows
        title={
          <>
            <b>Days with a cramp</b> in % of days, by what was drunk in 24 hours, with 95% interval
          </>
        }
        rows={rows}
        scale={makeScale(rows, formatShare)}
      />
      <AmountsOfDays
        unit="ml drunk in 24 hours, in steps of 250"
        steps={distribution.map(({ fromMl, days, crampDays }) => ({
          label: formatNumber(fromMl),
          withCramp: crampDays,
          without: days - crampDays,
        }))}
        describeStep={({ label, withCramp, without }) => ({
          title: `From ${label} ml on`,
          lines: [`${formatNumber(withCramp)} with a cramp`, `${formatNumber(without)} without`],
        })}
      />
    </>
  )
}

import { labelDoseBar } from '../../shared/analysis/dose-response.ts'
import { getExposure } from '../../shared/analysis/exposures/exposures.ts'
import { FLUID_STEP_ML, type FluidPattern } from '../../shared/analysis/fluid-pattern.ts'
import { writeDaysLeftOutSentence, writeFluidsSentence } from '../../shared/analysis/habit-sentences.ts'
import type { Formats } from '../../shared/analysis/sentence-parts.ts'
import { formatNumber } from '../data/format.ts'
import { useFormats } from '../data/sentence-formats.ts'
import { type DisplayUnit, useUnits } from '../data/units.ts'
import { AmountsOfDays } from '../ui/charts/AmountsOfDays.tsx'
import { ChartCard } from '../ui/charts/ChartCard.tsx'
import type { ChartBasis } from '../ui/charts/chart-basis.ts'
import type { ChartNumbers } from '../ui/charts/chart-numbers.ts'
import { IntervalRows, makeScale } from '../ui/charts/IntervalRows.tsx'
import { formatShare, listShare, makeShareRow, shareColumns } from './share-rows.ts'

/** Daily drinks, and the share of days with a cramp by amount. */
export function FluidsCard({ fluids, basis }: { fluids: FluidPattern; basis: ChartBasis }) {
  const { days } = fluids
  const formats = useFormats()
  const { volume } = useUnits()
  return (
    <ChartCard
      question="Do I drink differently before cramps?"
      answer={writeFluidsSentence(fluids, formats)}
      leftOut={writeDaysLeftOutSentence(fluids, 'all drinks', formats)}
      basis={basis}
      howItIsComputed={
        <p>
          For each answered day, the drinks of the 24 hours before its first cramp are added up; on a day
          without, those of the 24 hours before your usual time of cramps. A day counts only if you said that
          all its drinks are logged: what is not logged is unknown, never nothing. Drinks taken for a cramp
          are left out. "Typically" means the median. The lines are 95% intervals (Wilson); outlined bars come
          from fewer than 5 days. Cramps of legs and feet unless another place is chosen. Whether it is more
          than chance is judged under "All things compared".
        </p>
      }
      missing={
        days === 0
          ? {
              words:
                "Say that a day's drinks are complete, and how much you drank will appear next to the cramps.",
            }
          : null
      }
      drawing={
        days === 0
          ? null
          : {
              chart: <FluidsChart fluids={fluids} />,
              numbers: listNumbers(fluids, formats, volume),
            }
      }
    />
  )
}

const labelBar = (bar: FluidPattern['doseResponse'][number], formats: Formats) =>
  labelDoseBar(getExposure('fluids-low'), bar, formats)

/** A table for each drawing, and one for the amounts of which the answer speaks. */
function listNumbers(
  { doseResponse, distribution, medianMl }: FluidPattern,
  formats: Formats,
  { symbol, digits, show }: DisplayUnit,
): ChartNumbers[] {
  const medianOf = (ml: number | null) => (ml === null ? null : show(ml))
  return [
    {
      title: 'Days with a cramp, by what was drunk in 24 hours',
      columns: [{ title: 'In 24 hours' }, ...shareColumns()],
      rows: doseResponse.map(bar => [labelBar(bar, formats), ...listShare(bar)]),
    },
    {
      title: 'Days by what was drunk in 24 hours',
      columns: [
        { title: `From, ${symbol}`, digits },
        { title: `to below, ${symbol}`, digits },
        { title: 'Days with a cramp' },
        { title: 'Days without' },
      ],
      rows: distribution.map(({ fromMl, toMl, days, crampDays }) => [
        show(fromMl),
        show(toMl),
        crampDays,
        days - crampDays,
      ]),
    },
    {
      title: 'Median',
      columns: [{ title: 'Days' }, { title: `Median, ${symbol}`, digits, unknown: 'no such day' }],
      rows: [
        ['with a cramp', medianOf(medianMl.withCramp)],
        ['without', medianOf(medianMl.without)],
      ],
    },
  ]
}

function FluidsChart({ fluids: { doseResponse, distribution } }: { fluids: FluidPattern }) {
  const formats = useFormats()
  const { volume } = useUnits()
  const inUnit = (ml: number) => formatNumber(volume.show(ml), volume.digits)
  const rows = doseResponse.map(bar => {
    const label = labelBar(bar, formats)
    return makeShareRow({ key: label, label }, bar)
  })
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
        unit={`${volume.symbol} drunk in 24 hours, in steps of ${inUnit(FLUID_STEP_ML)}`}
        steps={distribution.map(({ fromMl, days, crampDays }) => ({
          label: inUnit(fromMl),
          withCramp: crampDays,
          without: days - crampDays,
        }))}
        describeStep={({ label, withCramp, without }) => ({
          title: `From ${label} ${volume.symbol} on`,
          lines: [`${formatNumber(withCramp)} with a cramp`, `${formatNumber(without)} without`],
        })}
      />
    </>
  )
}

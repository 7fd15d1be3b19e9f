import { Fragment, useId } from 'react'
import type { BinRate } from '../../../shared/analysis/cramp-rates.ts'
import type { Timeline, TimelineBin } from '../../../shared/analysis/overview-timeline.ts'
import type { DisplayUnit } from '../../data/units.ts'
import { ChartLegend, type LegendItem } from './ChartLegend.tsx'
import { ChartTooltip } from './ChartTooltip.tsx'
import classes from './charts.module.css'
import { type BarSeries, getPanelHeight, TimePanel } from './TimePanel.tsx'
import { chooseTimeTicks } from './time-ticks.ts'
import { renderInTurn } from './turns.tsx'

export interface CrampsOverTimeProps {
  timeline: Timeline
  /** The rate at each bin, with its interval. */
  rates: readonly (BinRate | null)[]
  /** Bins in which something changed, by the short name of the list below. */
  marks: readonly { readonly fromDate: string; readonly name: string }[]
  /** Unit of the drinks. */
  volume: DisplayUnit
  describeBin: (bin: TimelineBin) => { title: string; lines: string[] }
}

/** Ten years in three panels are too much to be drawn in one go. */
const PanelInTurn = renderInTurn(TimePanel, getPanelHeight)

interface Panel {
  readonly title: string
  readonly unit: string
  readonly height: number
  readonly series: readonly BarSeries[]
  readonly trackedDaysOf: (bin: TimelineBin) => number
}

const contextFill = { fill: 'var(--chart-context)', stroke: 'var(--chart-context)' } as const

const listPanels = (unit: Timeline['unit'], volume: DisplayUnit): readonly Panel[] => [
  {
    title: 'Cramps',
    unit: unit === 'week' ? 'per week' : 'per 4 weeks',
    height: 200,
    series: [
      {
        name: 'crampDays',
        amountOf: bin => bin.crampDays,
        fill: 'var(--chart-main)',
        stroke: 'var(--chart-main)',
      },
      {
        name: 'furtherCramps',
        amountOf: bin => bin.furtherCramps,
        isOnTop: true,
        fill: 'var(--chart-main-soft)',
        stroke: 'var(--chart-main)',
      },
    ],
    trackedDaysOf: bin => bin.crampTrackedDays,
  },
  {
    title: 'Drinks',
    unit: `${volume.symbol} per day`,
    height: 84,
    series: [
      {
        name: 'fluids',
        amountOf: ({ fluidMlPerDay: ml }) => (ml === null ? null : volume.show(ml)),
        ...contextFill,
      },
    ],
    trackedDaysOf: bin => bin.fluidTrackedDays,
  },
  {
    title: 'Activity load',
    unit: 'minutes × exertion per day',
    height: 84,
    series: [{ name: 'load', amountOf: bin => bin.activityLoadPerDay, ...contextFill }],
    trackedDaysOf: bin => bin.activityTrackedDays,
  },
]

const legend = [
  { words: 'Days with a cramp', fill: 'var(--chart-main)' },
  {
    words: 'Further cramps on the same days',
    fill: 'var(--chart-main-soft)',
    stroke: 'var(--chart-main)',
  },
  { words: 'Answered on some days', fill: 'var(--chart-main)', look: 'hatched' },
  {
    words: 'Not answered: unknown, not zero',
    fill: 'var(--chart-unknown)',
    stroke: 'var(--chart-unknown-line)',
    look: 'dashed',
  },
] as const satisfies readonly LegendItem[]

/** Cramps and cramp days, and below them, on the same time axis, what was drunk and done. */
export function CrampsOverTime({
  timeline: { unit, bins },
  rates,
  marks,
  volume,
  describeBin,
}: CrampsOverTimeProps) {
  const syncId = useId()
  const ticks = chooseTimeTicks(bins.map(bin => bin.fromDate))
  const panels = listPanels(unit, volume)
  // A panel of which nothing is known gets words: an axis without a single number would only pretend.
  const drawn = panels.filter(({ trackedDaysOf }) => bins.some(bin => trackedDaysOf(bin) > 0))
  return (
    <div className={classes.chart}>
      <ChartLegend items={legend} />
      <ul className={classes.legend}>
        <li>
          <svg width={28} height={14} aria-hidden data-picture>
            <rect width={28} height={14} fill="var(--chart-band)" />
            <path d="M0 7H28" stroke="var(--chart-ink)" strokeWidth={2} />
          </svg>
          Rate over the 4 weeks up to then, with its 95% interval
        </li>
      </ul>
      {panels.map(panel => (
        <Fragment key={panel.title}>
          <p className={classes.panelTitle}>
            <b>{panel.title}</b> {panel.unit}
          </p>
          {drawn.includes(panel) ? (
            <PanelInTurn
              bins={bins}
              ticks={ticks}
              syncId={syncId}
              series={panel.series}
              trackedDaysOf={panel.trackedDaysOf}
              plotHeight={panel.height}
              showsDates={panel === drawn.at(-1)}
              marks={marks}
              {...(panel === panels[0] && { rates })}
              // The tooltip of the first panel describes all panels.
              {...(panel === drawn[0] && {
                renderTooltip: (bin: TimelineBin) => <ChartTooltip {...describeBin(bin)} />,
              })}
            />
          ) : (
            <p className={classes.unknownPanel}>Not answered on any day</p>
          )}
        </Fragment>
      ))}
    </div>
  )
}

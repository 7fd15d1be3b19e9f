import { type ReactNode, useId } from 'react'
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { BinRate } from '../../../shared/analysis/cramp-rates.ts'
import type { TimelineBin } from '../../../shared/analysis/overview-timeline.ts'
import { formatNumber } from '../../data/format.ts'
import { useTextScale } from '../components/text-size.ts'
import type { TimeTicks } from './time-ticks.ts'

/** Series of bar segments. Several series are stacked in the order given. */
export interface BarSeries {
  readonly name: string
  /** Null where nothing is known. */
  readonly amountOf: (bin: TimelineBin) => number | null
  /** It goes on top of another, which already shows where there was nothing. */
  readonly isOnTop?: boolean
  readonly fill: string
  readonly stroke: string
}

export interface TimePanelProps {
  bins: readonly TimelineBin[]
  series: readonly BarSeries[]
  /** Days of a bin on which what the panel shows was tracked. */
  trackedDaysOf: (bin: TimelineBin) => number
  /** Height of the bars' part in pixels; dates come on top of it. */
  plotHeight: number
  ticks: TimeTicks
  /** Shows the date axis; stacked panels share the lowest one. */
  showsDates: boolean
  /** Panels with the same name follow the pointer together. */
  syncId: string
  /** A line with its interval over the bars, a value or null for each bin. */
  rates?: readonly (BinRate | null)[]
  /** Bins in which something changed, each with the short name it has in the list of changes. */
  marks?: readonly { readonly fromDate: string; readonly name: string }[]
  /** Tooltip text of a bin; panels without it only highlight the bin. */
  renderTooltip?: (bin: TimelineBin) => ReactNode
}

/** Pixels of the axes at the usual text size. */
const DATES_HEIGHT = 24
const NO_DATES_HEIGHT = 4
const NUMBERS_WIDTH = 46

export const getPanelHeight = ({
  plotHeight,
  showsDates,
}: Pick<TimePanelProps, 'plotHeight' | 'showsDates'>) =>
  plotHeight + (showsDates ? DATES_HEIGHT : NO_DATES_HEIGHT)

/**
 * Bars over time. Bins of which nothing is known are shaded; those that are partly tracked are hatched, the sparser
 * the fewer days are known.
 */
export function TimePanel({
  bins,
  series,
  trackedDaysOf,
  plotHeight,
  ticks,
  showsDates,
  syncId,
  rates,
  marks = [],
  renderTooltip,
}: TimePanelProps) {
  const scale = useTextScale()
  const axisHeight = showsDates ? DATES_HEIGHT * scale : NO_DATES_HEIGHT
  // The names of marks stand above the panel that has the line; the others only carry the lines on.
  const showsMarkNames = rates !== undefined
  const height = plotHeight + axisHeight
  const hatchId = useId()
  const hatchOf = (name: string, level: number) => `${hatchId}-${name}-${level}`
  const fillOf = (bin: TimelineBin, name: string, solid: string) => {
    const share = trackedDaysOf(bin) / bin.days
    return share < 1 ? `url(#${hatchOf(name, Math.floor(share * hatchWidths.length))})` : solid
  }
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart
        data={bins.map((bin, index) => ({ ...bin, ...describeRate(rates?.[index] ?? null) }))}
        syncId={syncId}
        accessibilityLayer={false}
        margin={{ top: marks.length > 0 && showsMarkNames ? 20 * scale : 8, right: 4, bottom: 0, left: 0 }}
        barCategoryGap={bins.length > 60 ? 1 : '18%'}
      >
        <defs>
          {series.flatMap(({ name, fill }) =>
            hatchWidths.map((width, level) => (
              <pattern
                key={`${name}-${width}`}
                id={hatchOf(name, level)}
                width={HATCH_PERIOD}
                height={HATCH_PERIOD}
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width={width} height={HATCH_PERIOD} fill={fill} />
              </pattern>
            )),
          )}
        </defs>
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        {findUntrackedRuns(bins, trackedDaysOf).map(({ from, to, share }) => (
          <ReferenceArea
            key={from}
            x1={from}
            x2={to}
            fill="var(--chart-unknown)"
            fillOpacity={1}
            stroke="var(--chart-unknown-line)"
            strokeDasharray="3 3"
            {...(share >= SHARE_WITH_LABEL && { label: { value: 'not answered', fontSize: '0.75rem' } })}
          />
        ))}
        <XAxis
          dataKey="fromDate"
          ticks={[...ticks.dates]}
          tickFormatter={ticks.format}
          interval="preserveStartEnd"
          minTickGap={8 * scale}
          tick={showsDates}
          tickLine={false}
          height={axisHeight}
          axisLine={{ stroke: 'var(--chart-unknown-line)' }}
        />
        <YAxis
          width={NUMBERS_WIDTH * scale}
          allowDecimals={false}
          domain={[0, 'auto']}
          tickCount={plotHeight > 150 ? 4 : 3}
          interval={0}
          tickFormatter={(value: number) => formatNumber(value)}
          tickLine={false}
          axisLine={false}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--chart-cursor)' }}
          allowEscapeViewBox={{ x: false, y: true }}
          wrapperStyle={{ zIndex: 2 }}
          content={({ active, payload }) => {
            const bin: TimelineBin | undefined = payload?.[0]?.payload
            return active && bin !== undefined && renderTooltip !== undefined ? renderTooltip(bin) : null
          }}
        />
        {series.map(({ name, amountOf, isOnTop = false, fill, stroke }) => (
          <Bar
            key={name}
            dataKey={amountOf}
            stackId="all"
            maxBarSize={34}
            isAnimationActive={false}
            shape={({ x, y, width, height: barHeight, payload }) => {
              const value = amountOf(payload)
              if (value === null) return <g />
              // A flat line on the ground: tracked, and there was nothing.
              const least = value === 0 && !isOnTop ? 2 : 0
              return (
                <rect
                  x={x}
                  y={y - Math.max(0, least - barHeight)}
                  width={width}
                  height={Math.max(least, barHeight)}
                  stroke={stroke}
                  strokeWidth={width > 4 ? 1 : 0}
                  fill={fillOf(payload, name, fill)}
                />
              )
            }}
          />
        ))}
        {rates !== undefined && (
          <Area
            dataKey="band"
            isAnimationActive={false}
            connectNulls={false}
            fill="var(--chart-band)"
            fillOpacity={1}
            stroke="none"
            activeDot={false}
          />
        )}
        {rates !== undefined && (
          <Line
            dataKey="rate"
            isAnimationActive={false}
            connectNulls={false}
            dot={false}
            activeDot={false}
            stroke="var(--chart-ink)"
            strokeWidth={2}
          />
        )}
        {marks.map(({ fromDate, name }) => (
          <ReferenceLine
            key={name}
            x={fromDate}
            stroke="var(--chart-mark)"
            strokeDasharray="4 3"
            strokeWidth={1.5}
            {...(showsMarkNames && {
              label: {
                value: name,
                position: 'top',
                fontSize: '0.75rem',
                fontWeight: 600,
                fill: 'var(--chart-mark)',
              },
            })}
          />
        ))}
      </ComposedChart>
    </ResponsiveContainer>
  )
}

/** Null twice where there is no rate, so that the line has a gap there. */
const describeRate = (rate: BinRate | null) => ({
  rate: rate?.rate ?? null,
  band: rate === null ? null : [rate.lower, rate.upper],
})

/** A shaded stretch says "not tracked" inside it when it takes up this share of the width. */
const SHARE_WITH_LABEL = 0.15

/** Distance of the hatch's lines from each other, in pixels. */
const HATCH_PERIOD = 5
/** Thickness of the lines, from hardly tracked to nearly all: the more is known, the closer to solid. */
const hatchWidths = [1.2, 2.2, 3.2, 4.1] as const

/** Neighbouring bins without a tracked day, as one stretch each. */
function findUntrackedRuns(bins: readonly TimelineBin[], trackedDaysOf: (bin: TimelineBin) => number) {
  const runs: { from: string; to: string; share: number }[] = []
  let isRunning = false
  for (const bin of bins) {
    const last = runs.at(-1)
    const isUntracked = trackedDaysOf(bin) === 0
    if (isUntracked && isRunning && last !== undefined) {
      last.to = bin.fromDate
      last.share += 1 / bins.length
    } else if (isUntracked) runs.push({ from: bin.fromDate, to: bin.fromDate, share: 1 / bins.length })
    isRunning = isUntracked
  }
  return runs
}

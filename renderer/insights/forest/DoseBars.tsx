import { useId } from 'react'
import {
  Bar,
  BarChart,
  CartesianGrid,
  ErrorBar,
  Rectangle,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts'
import type { DoseBar } from '../../../shared/analysis/finding.ts'
import { formatNumber } from '../../data/format.ts'
import chartClasses from '../../ui/charts/charts.module.css'
import { useTextScale } from '../../ui/components/text-size.ts'

export interface DoseBarsProps {
  bars: readonly DoseBar[]
  /** Title of the drawing: the outcome by the amount. */
  title: string
}

const BAR_HEIGHT = 46
const AXIS_HEIGHT = 26
const LABEL_WIDTH = 150
/** Bars of fewer days are hatched: they say next to nothing. */
const FEW_DAYS = 5

interface KnownBar extends DoseBar {
  readonly share: number
  readonly lower: number
  readonly upper: number
}

const isKnown = (bar: DoseBar): bar is KnownBar =>
  bar.share !== null && bar.lower !== null && bar.upper !== null

/** On which share of the days there was a cramp, by amount, with Wilson's limits. All days together, not matched. */
export function DoseBars({ bars, title }: DoseBarsProps) {
  const hatchId = useId()
  const scale = useTextScale()
  const data = bars
    .filter(isKnown)
    .map(bar => ({ ...bar, reach: [bar.share - bar.lower, bar.upper - bar.share] }))
  const few = data.some(({ days }) => days < FEW_DAYS)
  return (
    <div className={chartClasses.chart}>
      <p className={chartClasses.panelTitle}>
        <b>Days with a cramp</b>, % of days
      </p>
      <div role="img" aria-label={`${title}. ${data.map(describeBar).join(' ')}`}>
        <ResponsiveContainer width="100%" height={(data.length * BAR_HEIGHT + AXIS_HEIGHT) * scale}>
          <BarChart
            data={data}
            layout="vertical"
            accessibilityLayer={false}
            margin={{ top: 0, right: 12, bottom: 0, left: 0 }}
            barCategoryGap="34%"
          >
            <defs>
              <pattern
                id={hatchId}
                width={5}
                height={5}
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width={2} height={5} fill="var(--chart-main)" />
              </pattern>
            </defs>
            <CartesianGrid horizontal={false} stroke="var(--chart-grid)" />
            <XAxis
              type="number"
              domain={[0, 1]}
              ticks={[0, 0.25, 0.5, 0.75, 1]}
              tickFormatter={(share: number) => `${formatNumber(100 * share)}%`}
              height={AXIS_HEIGHT * scale}
              tickLine={false}
              axisLine={{ stroke: 'var(--chart-unknown-line)' }}
            />
            <YAxis
              type="category"
              dataKey="label"
              width={LABEL_WIDTH * scale}
              interval={0}
              tickLine={false}
              axisLine={false}
              tick={({ x, y, index }) => <BarLabel x={Number(x)} y={Number(y)} bar={data[index]} />}
            />
            <Bar
              dataKey="share"
              isAnimationActive={false}
              maxBarSize={22 * scale}
              shape={({ x, y, width, height, payload }) => (
                <Rectangle
                  x={x}
                  y={y}
                  width={width}
                  height={height}
                  stroke="var(--chart-main)"
                  fill={payload.days < FEW_DAYS ? `url(#${hatchId})` : 'var(--chart-main-soft)'}
                />
              )}
            >
              <ErrorBar
                dataKey="reach"
                direction="x"
                width={5}
                strokeWidth={1.75}
                stroke="var(--chart-ink)"
                isAnimationActive={false}
              />
            </Bar>
          </BarChart>
        </ResponsiveContainer>
      </div>
      {few && <p className={chartClasses.panelTitle}>Hatched: fewer than {FEW_DAYS} days.</p>}
    </div>
  )
}

/** Axis label of a bar: its amount, and below it the number of days. */
function BarLabel({ x, y, bar }: { x: number; y: number; bar: KnownBar | undefined }) {
  if (bar === undefined) return null
  return (
    <text x={x} y={y} textAnchor="end">
      <tspan x={x} dy="-0.2em" className={chartClasses.strong}>
        {bar.label}
      </tspan>
      <tspan x={x} dy="1.2em">
        {formatNumber(bar.crampDays)} of {formatNumber(bar.days)} {bar.days === 1 ? 'day' : 'days'}
      </tspan>
    </text>
  )
}

function describeBar({ label, crampDays, days, share, lower, upper }: KnownBar): string {
  const percent = (value: number) => `${formatNumber(100 * value)}%`
  return `${label}: ${crampDays} of ${days} days, ${percent(share)} (95% interval ${percent(lower)} to ${percent(upper)}).`
}

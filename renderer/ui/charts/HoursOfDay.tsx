import {
  Bar,
  BarChart,
  CartesianGrid,
  Rectangle,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { formatNumber } from '../../data/format.ts'
import { useTextScale } from '../components/text-size.ts'
import { ChartLegend } from './ChartLegend.tsx'
import { ChartTooltip } from './ChartTooltip.tsx'
import classes from './charts.module.css'

/** Cramps that began within one clock hour. */
export interface HourBar {
  readonly hour: number
  readonly count: number
  /** True for the hours in which most cramps began. */
  readonly isMarked: boolean
}

export interface HoursOfDayProps {
  /** Bars in drawing order. */
  bars: readonly HourBar[]
  formatHour: (hour: number) => string
  describeBar: (bar: HourBar) => { title: string; lines: string[] }
  /** Usual time in bed, in hours after noon; null where that is not known. */
  timeInBed: { readonly fromHours: number; readonly untilHours: number; readonly words: string } | null
}

/** Cramps by clock hour, in the order given: from noon to noon, so that the night stays in one piece. */
export function HoursOfDay({ bars, formatHour, describeBar, timeInBed }: HoursOfDayProps) {
  const scale = useTextScale()
  const first = bars[0]?.hour ?? 0
  const everyThird = bars.map((_, index) => index).filter(index => index % 3 === 0)
  const legend = [
    ...(bars.some(({ isMarked }) => isMarked)
      ? [{ words: 'The four hours with the most', fill: 'var(--chart-main)' }]
      : []),
    ...(timeInBed === null
      ? []
      : [{ words: timeInBed.words, fill: 'var(--chart-rest)', stroke: 'var(--chart-unknown-line)' }]),
  ]
  return (
    <div className={classes.chart}>
      <p className={classes.panelTitle}>
        <b>Cramps</b> that began within each hour, from noon to noon
      </p>
      {legend.length > 0 && <ChartLegend items={legend} />}
      <ResponsiveContainer width="100%" height={186 + 24 * scale}>
        <BarChart
          data={[...bars]}
          accessibilityLayer={false}
          margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
          barCategoryGap="14%"
        >
          {timeInBed !== null && (
            <ReferenceArea
              xAxisId="clock"
              x1={timeInBed.fromHours}
              x2={timeInBed.untilHours}
              fill="var(--chart-rest)"
              fillOpacity={1}
              stroke="var(--chart-unknown-line)"
              strokeWidth={0.5}
            />
          )}
          <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
          {/* Without a height, or the visible one would stand below it, outside of the drawing. */}
          <XAxis dataKey="hour" hide height={0} />
          {/* The same day as a line of hours: bars stand between its marks, and a time in bed begins anywhere. */}
          <XAxis
            xAxisId="clock"
            type="number"
            domain={[0, 24]}
            ticks={everyThird}
            tickFormatter={(hoursIn: number) => formatHour((first + hoursIn) % 24)}
            interval={0}
            tickSize={4}
            height={24 * scale}
            axisLine={{ stroke: 'var(--chart-unknown-line)' }}
            tickLine={{ stroke: 'var(--chart-unknown-line)' }}
          />
          <YAxis
            width={46 * scale}
            allowDecimals={false}
            domain={[0, 'auto']}
            interval={0}
            tickFormatter={(value: number) => formatNumber(value)}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--chart-cursor)' }}
            content={({ active, payload }) => {
              const bar: HourBar | undefined = payload?.[0]?.payload
              return active && bar !== undefined ? <ChartTooltip {...describeBar(bar)} /> : null
            }}
          />
          <Bar
            dataKey="count"
            maxBarSize={34}
            isAnimationActive={false}
            shape={({ x, y, width, height: barHeight, payload }) => (
              <Rectangle
                x={x}
                y={y}
                width={width}
                height={barHeight}
                stroke="var(--chart-main)"
                fill={payload.isMarked ? 'var(--chart-main)' : 'var(--chart-main-soft)'}
              />
            )}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}

import { Bar, BarChart, CartesianGrid, Rectangle, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { formatNumber } from '../../data/format.ts'
import { useTextScale } from '../components/text-size.ts'
import { ChartLegend, type LegendItem } from './ChartLegend.tsx'
import { ChartTooltip } from './ChartTooltip.tsx'
import classes from './charts.module.css'

/** Bar of an experiment's period. */
export interface PeriodBar {
  readonly number: number
  /** True for a period with the change, false for one without. */
  readonly isWith: boolean
  /** Cramps per week of counted days; null where too few days count. */
  readonly crampsPerWeek: number | null
}

export interface ExperimentPeriodsProps {
  /** Bars in the order in which the periods were run. */
  bars: readonly PeriodBar[]
  withName: string
  withoutName: string
  formatTick: (number: number) => string
  describeBar: (bar: PeriodBar) => { title: string; lines: string[] }
}

const PLOT_HEIGHT = 186

const leftOut: LegendItem = {
  words: 'Left out: too few days count',
  fill: 'var(--chart-unknown)',
  stroke: 'var(--chart-unknown-line)',
  look: 'dashed',
}

/** Cramp rate of each period, in the randomised order. */
export function ExperimentPeriods({
  bars,
  withName,
  withoutName,
  formatTick,
  describeBar,
}: ExperimentPeriodsProps) {
  const scale = useTextScale()
  return (
    <div className={classes.chart}>
      <ChartLegend
        items={[
          { words: withName, fill: 'var(--chart-main)' },
          { words: withoutName, fill: 'var(--chart-main-soft)', stroke: 'var(--chart-main)' },
          ...(bars.some(({ crampsPerWeek }) => crampsPerWeek === null) ? [leftOut] : []),
        ]}
      />
      <p className={classes.panelTitle}>
        <b>Cramps per week</b> in each period, by the date it began
      </p>
      <ResponsiveContainer width="100%" height={PLOT_HEIGHT + 24 * scale}>
        <BarChart
          data={[...bars]}
          accessibilityLayer={false}
          margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
          barCategoryGap={bars.length > 30 ? 1 : '18%'}
        >
          <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
          <XAxis
            dataKey="number"
            tickFormatter={formatTick}
            interval="preserveStartEnd"
            minTickGap={16 * scale}
            tickLine={false}
            height={24 * scale}
            axisLine={{ stroke: 'var(--chart-unknown-line)' }}
          />
          <YAxis
            width={46 * scale}
            domain={[0, 'auto']}
            tickFormatter={(value: number) => formatNumber(value, 1)}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--chart-cursor)' }}
            content={({ active, payload }) => {
              const bar: PeriodBar | undefined = payload?.[0]?.payload
              return active && bar !== undefined ? <ChartTooltip {...describeBar(bar)} /> : null
            }}
          />
          <Bar
            dataKey={({ crampsPerWeek }: PeriodBar) => crampsPerWeek ?? 0}
            maxBarSize={44}
            // A period without cramps is a result as well: a thin bar in its colour shows which arm it is.
            minPointSize={3}
            isAnimationActive={false}
            background={({ x, y, width, height, payload }) => (
              <Rectangle
                x={x}
                y={y}
                width={width}
                height={height}
                fill="var(--chart-unknown)"
                stroke="var(--chart-unknown-line)"
                strokeDasharray="3 3"
                opacity={payload.crampsPerWeek === null ? 1 : 0}
              />
            )}
            shape={({ x, y, width, height, payload }) => (
              <Rectangle
                x={x}
                y={y}
                width={width}
                height={height}
                stroke="var(--chart-main)"
                fill={payload.isWith ? 'var(--chart-main)' : 'var(--chart-main-soft)'}
                opacity={payload.crampsPerWeek === null ? 0 : 1}
              />
            )}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}

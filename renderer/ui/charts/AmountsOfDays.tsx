import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { formatNumber } from '../../data/format.ts'
import { useTextScale } from '../components/text-size.ts'
import { ChartLegend } from './ChartLegend.tsx'
import { ChartTooltip } from './ChartTooltip.tsx'
import charts from './charts.module.css'

interface AmountStep {
  /** Axis label of the step's lower bound. */
  readonly label: string
  readonly withCramp: number
  readonly without: number
}

export interface AmountsOfDaysProps {
  steps: readonly AmountStep[]
  /** "ml in 24 hours" */
  unit: string
  describeStep: (step: AmountStep) => { title: string; lines: string[] }
}

/** Histogram of daily amounts: the number of days per step, and of those with a cramp. */
export function AmountsOfDays({ steps, unit, describeStep }: AmountsOfDaysProps) {
  const scale = useTextScale()
  return (
    <div className={charts.chart}>
      <p className={charts.panelTitle}>
        <b>Days</b> by {unit}
      </p>
      <ChartLegend items={legend} />
      <ResponsiveContainer width="100%" height={146 + 24 * scale}>
        <BarChart
          data={[...steps]}
          accessibilityLayer={false}
          margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
          barCategoryGap="10%"
        >
          <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
          <XAxis
            dataKey="label"
            interval="preserveStartEnd"
            minTickGap={12 * scale}
            tickLine={false}
            height={24 * scale}
            axisLine={{ stroke: 'var(--chart-unknown-line)' }}
          />
          <YAxis
            width={46 * scale}
            allowDecimals={false}
            domain={[0, 'auto']}
            tickFormatter={(value: number) => formatNumber(value)}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--chart-cursor)' }}
            content={({ active, payload }) => {
              const step: AmountStep | undefined = payload?.[0]?.payload
              return active && step !== undefined ? <ChartTooltip {...describeStep(step)} /> : null
            }}
          />
          <Bar
            dataKey="withCramp"
            name="Days with a cramp"
            stackId="days"
            isAnimationActive={false}
            maxBarSize={44}
            fill="var(--chart-main)"
            stroke="var(--chart-main)"
          />
          <Bar
            dataKey="without"
            name="Days without"
            stackId="days"
            isAnimationActive={false}
            maxBarSize={44}
            fill="var(--chart-main-soft)"
            stroke="var(--chart-main)"
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}

const legend = [
  { words: 'Days with a cramp', fill: 'var(--chart-main)' },
  { words: 'Days without', fill: 'var(--chart-main-soft)', stroke: 'var(--chart-main)' },
]

import { Bar, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { LoadPattern } from '../../shared/analysis/load-pattern.ts'
import { formatNumber } from '../format.ts'
import { ChartTooltip } from './ChartTooltip.tsx'
import charts from './charts.module.css'
import classes from './LoadOverTime.module.css'
import { chooseTimeTicks } from './time-ticks.ts'

export type LoadWeek = LoadPattern['weeks'][number]

export interface LoadOverTimeProps {
  weeks: readonly LoadWeek[]
  describeWeek: (week: LoadWeek) => { title: string; lines: string[] }
}

/** Load of each week over what was usual then, and below it, on the same time axis, the cramps. */
export function LoadOverTime({ weeks, describeWeek }: LoadOverTimeProps) {
  const ticks = chooseTimeTicks(weeks.map(({ monday }) => monday))
  const hasDots = weeks.length <= MOST_WEEKS_WITH_DOTS
  const axes = (showsDates: boolean) => (
    <>
      <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
      <XAxis
        dataKey="monday"
        ticks={[...ticks.dates]}
        tickFormatter={ticks.format}
        interval="preserveStartEnd"
        minTickGap={8}
        tick={showsDates}
        tickLine={false}
        height={showsDates ? 24 : 4}
        axisLine={{ stroke: 'var(--chart-unknown-line)' }}
        padding={{ left: 8, right: 8 }}
      />
      <YAxis
        width={46}
        allowDecimals={false}
        domain={[0, 'auto']}
        tickFormatter={(value: number) => formatNumber(value)}
        tickLine={false}
        axisLine={false}
      />
    </>
  )
  return (
    <div className={charts.chart}>
      <p className={charts.panelTitle}>
        <b>Activity load</b> minutes × exertion, per day
      </p>
      <ul className={charts.legend}>
        <li>
          <LineSwatch isDashed={false} />
          Of the week (acute)
        </li>
        <li>
          <LineSwatch isDashed />
          Of the 4 weeks that end with it (chronic)
        </li>
        <li>Gaps: too little known</li>
      </ul>
      <ResponsiveContainer width="100%" height={180}>
        <ComposedChart
          data={[...weeks]}
          syncId="load"
          accessibilityLayer={false}
          margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
        >
          {axes(false)}
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--chart-unknown-line)' }}
            allowEscapeViewBox={{ x: false, y: true }}
            wrapperStyle={{ zIndex: 2 }}
            content={({ active, payload }) => {
              const week: LoadWeek | undefined = payload?.[0]?.payload
              return active && week !== undefined ? <ChartTooltip {...describeWeek(week)} /> : null
            }}
          />
          <Line
            dataKey="chronicPerDay"
            stroke="var(--chart-context)"
            strokeWidth={2}
            strokeDasharray="5 4"
            dot={false}
            isAnimationActive={false}
          />
          <Line
            dataKey="acutePerDay"
            stroke="var(--chart-main)"
            strokeWidth={2}
            dot={hasDots && { r: 3, fill: 'var(--chart-main)' }}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
      <p className={charts.panelTitle}>
        <b>Cramps</b> per week, on its tracked days; a flat line is none, a gap is not tracked
      </p>
      <ResponsiveContainer width="100%" height={110}>
        <ComposedChart
          data={[...weeks]}
          syncId="load"
          accessibilityLayer={false}
          margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
        >
          {axes(true)}
          <Tooltip cursor={{ fill: 'var(--chart-cursor)' }} content={() => null} />
          <Bar
            dataKey="cramps"
            name="Cramps"
            minPointSize={2}
            fill="var(--chart-main-soft)"
            stroke="var(--chart-main)"
            maxBarSize={26}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  )
}

const MOST_WEEKS_WITH_DOTS = 60

function LineSwatch({ isDashed }: { isDashed: boolean }) {
  return (
    <svg width={26} height={14} aria-hidden data-picture className={classes.swatch}>
      <line
        x1={0}
        x2={26}
        y1={7}
        y2={7}
        strokeWidth={2}
        stroke={isDashed ? 'var(--chart-context)' : 'var(--chart-main)'}
        {...(isDashed && { strokeDasharray: '5 4' })}
      />
      {!isDashed && <circle cx={13} cy={7} r={3} fill="var(--chart-main)" />}
    </svg>
  )
}

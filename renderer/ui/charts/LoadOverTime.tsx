import { Bar, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { LoadBin, LoadTimeline } from '../../../shared/analysis/load-pattern.ts'
import { formatNumber } from '../../data/format.ts'
import { useTextScale } from '../components/text-size.ts'
import { ChartTooltip } from './ChartTooltip.tsx'
import charts from './charts.module.css'
import classes from './LoadOverTime.module.css'
import { chooseTimeTicks } from './time-ticks.ts'

export interface LoadOverTimeProps {
  timeline: LoadTimeline
  describeBin: (bin: LoadBin) => { title: string; lines: string[] }
}

/** Load of each week over what was usual then, and below it, on the same time axis, the cramps. */
export function LoadOverTime({ timeline: { unit, bins }, describeBin }: LoadOverTimeProps) {
  const scale = useTextScale()
  const ticks = chooseTimeTicks(bins.map(({ fromDate }) => fromDate))
  const hasDots = bins.length <= MOST_BINS_WITH_DOTS
  const isWeekly = unit === 'week'
  const axes = (showsDates: boolean) => (
    <>
      <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
      <XAxis
        dataKey="fromDate"
        // Points stand above the middle of the bars.
        scale="band"
        ticks={[...ticks.dates]}
        tickFormatter={ticks.format}
        interval="preserveStartEnd"
        minTickGap={8 * scale}
        tick={showsDates}
        tickLine={false}
        height={showsDates ? 24 * scale : 4}
        axisLine={{ stroke: 'var(--chart-unknown-line)' }}
      />
      <YAxis
        width={46 * scale}
        allowDecimals={false}
        domain={[0, 'auto']}
        interval={0}
        tickCount={showsDates ? 3 : 4}
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
        {isWeekly && (
          <li>
            <LineSwatch isDashed={false} />
            This week
          </li>
        )}
        <li>
          <LineSwatch isDashed />
          {isWeekly ? 'Your usual over 4 weeks' : 'Each 4 weeks'}
        </li>
        <li>Gaps: too little known</li>
      </ul>
      <ResponsiveContainer width="100%" height={180}>
        <ComposedChart
          data={[...bins]}
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
              const bin: LoadBin | undefined = payload?.[0]?.payload
              return active && bin !== undefined ? <ChartTooltip {...describeBin(bin)} /> : null
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
          {isWeekly && (
            <Line
              dataKey="acutePerDay"
              stroke="var(--chart-main)"
              strokeWidth={2}
              dot={hasDots && { r: 3, fill: 'var(--chart-main)' }}
              isAnimationActive={false}
            />
          )}
        </ComposedChart>
      </ResponsiveContainer>
      <p className={charts.panelTitle}>
        <b>Cramps</b> per {isWeekly ? 'week' : '4 weeks'}, on answered days; a flat line is none, a gap is
        unknown
      </p>
      <ResponsiveContainer width="100%" height={86 + 24 * scale}>
        <ComposedChart
          data={[...bins]}
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

const MOST_BINS_WITH_DOTS = 60

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

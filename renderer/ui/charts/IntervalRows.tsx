import type { ReactNode } from 'react'
import { useTextScale } from '../components/text-size.ts'
import charts from './charts.module.css'
import classes from './IntervalRows.module.css'

export interface IntervalRow {
  readonly key: string
  readonly label: string
  /** Rows of one heading follow each other; none unless told. */
  readonly heading?: string
  /** Null where it is not known. */
  readonly value: number | null
  readonly lower: number | null
  /** Null is open-ended where there is a value. */
  readonly upper: number | null
  /** The same in words and the counts behind it; what is said instead of a bar where there is no value. */
  readonly words: string
  /** Counted from so little that it is drawn in outline only. */
  readonly isThin?: boolean
}

export interface IntervalRowsProps {
  /** Heading above the bars: the measure and its unit. */
  readonly title: ReactNode
  readonly rows: readonly IntervalRow[]
  readonly scale: AxisScale
}

export interface AxisScale {
  readonly max: number
  readonly ticks: readonly number[]
  readonly format: (value: number) => string
}

/**
 * Bars that lie one below the other, each with its interval and what it was counted from. For things with names: their
 * words need more room than an axis below upright bars would leave.
 */
export function IntervalRows({ title, rows, scale }: IntervalRowsProps) {
  return (
    <div className={`${charts.chart} ${classes.rows}`}>
      <p className={`${charts.panelTitle} ${classes.title}`}>{title}</p>
      {rows.map((row, index) => (
        <div key={row.key} className={classes.row}>
          {row.heading !== undefined && row.heading !== rows[index - 1]?.heading && (
            <p className={classes.heading}>{row.heading}</p>
          )}
          <span className={classes.label}>{row.label}</span>
          <Track row={row} scale={scale} />
          <span className={classes.words}>{row.words}</span>
        </div>
      ))}
      <div className={classes.row}>
        <Axis scale={scale} />
      </div>
    </div>
  )
}

const HEIGHT = 24
const MIDDLE = HEIGHT / 2
const CAP = 4

function Track({
  row: { value, lower, upper, isThin = false },
  scale,
}: {
  row: IntervalRow
  scale: AxisScale
}) {
  const at = (x: number) => `${(100 * Math.min(x, scale.max)) / scale.max}%`
  const isOpen = value !== null && (upper === null || upper > scale.max)
  const end = isOpen ? '100%' : at(upper ?? 0)
  return (
    <svg className={classes.track} height={HEIGHT} width="100%" aria-hidden data-picture>
      {scale.ticks.map(tick => (
        <line key={tick} x1={at(tick)} x2={at(tick)} y1={0} y2={HEIGHT} stroke="var(--chart-grid)" />
      ))}
      {value !== null && (
        <>
          <rect
            x={0}
            y={4}
            width={at(value)}
            height={HEIGHT - 8}
            rx={2}
            fill={isThin ? 'none' : 'var(--chart-main-soft)'}
            stroke="var(--chart-main)"
            {...(isThin && { strokeDasharray: '3 3' })}
          />
          <g stroke="var(--chart-main)" strokeWidth={2}>
            <line x1={at(lower ?? 0)} x2={end} y1={MIDDLE} y2={MIDDLE} />
            <line x1={at(lower ?? 0)} x2={at(lower ?? 0)} y1={MIDDLE - CAP} y2={MIDDLE + CAP} />
            {!isOpen && <line x1={end} x2={end} y1={MIDDLE - CAP} y2={MIDDLE + CAP} />}
          </g>
          {isOpen && (
            // It goes on beyond what is drawn.
            <svg x="100%" overflow="visible" aria-hidden>
              <path d={`M-8 ${MIDDLE - 5}L0 ${MIDDLE}L-8 ${MIDDLE + 5}z`} fill="var(--chart-main)" />
            </svg>
          )}
          <circle cx={at(value)} cy={MIDDLE} r={4} fill="var(--chart-main)" />
        </>
      )}
    </svg>
  )
}

function Axis({ scale: { ticks, max, format } }: { scale: AxisScale }) {
  const textScale = useTextScale()
  return (
    <svg className={classes.track} height={18 * textScale} width="100%" aria-hidden data-picture>
      {ticks.map(tick => (
        <text
          key={tick}
          x={`${(100 * tick) / max}%`}
          y={13 * textScale}
          textAnchor={tick === 0 ? 'start' : tick === max ? 'end' : 'middle'}
        >
          {format(tick)}
        </text>
      ))}
    </svg>
  )
}

/**
 * A scale from 0 that ends at a round number. Intervals that reach far beyond every value are cut off rather than pressing
 * all others together.
 */
export function makeScale(rows: readonly IntervalRow[], format: (value: number) => string): AxisScale {
  const values = rows.map(({ value }) => value ?? 0)
  const limits = rows.map(({ value, upper }) => upper ?? value ?? 0)
  const most = Math.max(...values, 0)
  const step = roundUp(Math.min(Math.max(...limits, 0), 2.5 * most) / STEPS)
  const ticks = Array.from({ length: STEPS + 1 }, (_, index) => index * step)
  return { max: STEPS * step, ticks, format }
}

const STEPS = 4

/** To a round number of its power of ten; a chart of nothing but zeros goes up to one. */
function roundUp(step: number): number {
  if (!(step > 0)) return 1 / STEPS
  const power = 10 ** Math.floor(Math.log10(step))
  const factor = [1, 1.5, 2, 2.5, 3, 4, 5, 10].find(one => one * power >= step * (1 - 1e-9)) ?? 10
  return factor * power
}

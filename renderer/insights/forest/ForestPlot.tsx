import { VisuallyHidden } from '@mantine/core'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { memo, useMemo, useState } from 'react'
import {
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  usePlotArea,
  XAxis,
  YAxis,
} from 'recharts'
import type { ExposureKey } from '../../../shared/analysis/exposures/exposures.ts'
import type { Findings } from '../../../shared/analysis/finding.ts'
import { formatLimits, formatRatio, verdictWords } from '../../../shared/analysis/finding-sentences.ts'
import {
  chooseAxis,
  type ForestRow,
  placeOnAxis,
  type RatioAxis,
  verdictsBySureness,
} from '../../../shared/analysis/forest-plot.ts'
import { formatNumber } from '../../data/format.ts'
import { useFormats } from '../../data/sentence-formats.ts'
import chartClasses from '../../ui/charts/charts.module.css'
import { renderInTurn } from '../../ui/charts/turns.tsx'
import { useIsNarrow, useTextScale } from '../../ui/components/text-size.ts'
import classes from './Forest.module.css'
import { describeVerdict, outcomeWords, tellFinding } from './finding-words.ts'
import { getVerdictColor, VerdictShape, VerdictSign } from './VerdictShape.tsx'

export interface ForestPlotProps {
  rows: readonly ForestRow[]
  outcome: Findings['outcome']
  openKey: ExposureKey | null
  /** The element in which the chosen finding opens. */
  panelId: string
  onChoose: (key: ExposureKey) => void
}

/** A name over two lines and what is compared below it. All heights are pixels at the usual text size. */
const ROW_HEIGHT = 52
/** Names over three lines. As wide as `Forest.module.css` takes for narrow. */
const NARROW_ROW_HEIGHT = 66
const NARROW_EM = 68
/** Below this, names and numbers leave no room for a drawing, and say the same. */
const STACKED_EM = 34
const AXIS_HEIGHT = 26

/** Forest plot: a line per exposure with its interval and a shape for how sure it is. Each line opens the finding. */
export const ForestPlot = memo(function ForestPlot({
  rows,
  outcome,
  openKey,
  panelId,
  onChoose,
}: ForestPlotProps) {
  const [pointedKey, setPointedKey] = useState<ExposureKey | null>(null)
  const axis = useMemo(() => chooseAxis(rows), [rows])
  const pointed = rows.find(({ finding }) => finding.key === pointedKey)
  const leave = () => setPointedKey(null)
  const formats = useFormats()
  const words = outcomeWords[outcome]
  const scale = useTextScale()
  const isNarrow = useIsNarrow(NARROW_EM)
  const isStacked = useIsNarrow(STACKED_EM)
  const rowHeight = (isNarrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT) * scale
  return (
    <div className={chartClasses.chart}>
      <VerdictLegend rows={rows} />
      <p className={`${chartClasses.panelTitle} ${classes.directions}`}>
        <span>
          <IconArrowLeft size={14} aria-hidden data-picture /> {words.fewer}
        </span>
        <span>
          {words.more} <IconArrowRight size={14} aria-hidden data-picture />
        </span>
      </p>
      <div className={classes.frame}>
        {!isStacked && (
          <div className={classes.plot} aria-hidden>
            <IntervalsInTurn rows={rows} axis={axis} rowHeight={rowHeight} axisHeight={AXIS_HEIGHT * scale} />
          </div>
        )}
        <ul className={classes.rows}>
          {rows.map(row => (
            <li key={row.finding.key}>
              <button
                type="button"
                className={classes.row}
                style={isStacked ? {} : { height: rowHeight }}
                aria-expanded={openKey === row.finding.key}
                aria-controls={panelId}
                data-pointed={pointedKey === row.finding.key || undefined}
                onClick={() => onChoose(row.finding.key)}
                onKeyDown={event => {
                  if (event.key === 'Escape' && openKey === row.finding.key) onChoose(row.finding.key)
                }}
                onMouseEnter={() => setPointedKey(row.finding.key)}
                onMouseLeave={leave}
                onFocus={() => setPointedKey(row.finding.key)}
                onBlur={leave}
              >
                <span className={classes.name}>
                  <span>{row.exposure.name}</span>
                  {row.exposure.scale.kind === 'amount' ? (
                    <span className={classes.comparison}>{row.comparison}</span>
                  ) : (
                    <VisuallyHidden> {row.comparison}</VisuallyHidden>
                  )}
                </span>
                <span className={classes.numbers}>
                  <span className={classes.effect}>
                    {formatRatio(row.effect.ratio, formats)}{' '}
                    <VisuallyHidden>{words.times}, 95% interval </VisuallyHidden>(
                    {formatLimits(row.effect, formats)})
                  </span>{' '}
                  <span className={classes.comparison}>{describeVerdict(row.finding)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      <p className={`${chartClasses.panelTitle} ${classes.axisTitle}`}>
        <b>{words.timesTitle}</b> {words.what} (95% interval; logarithmic scale)
      </p>
      {openKey === null && (
        <p className={classes.preview} data-not-pictured>
          {pointed === undefined
            ? 'Point at a line to read what it says. Choose it to see everything behind it.'
            : tellFinding(pointed.finding, outcome, formats)}
        </p>
      )}
    </div>
  )
})

function VerdictLegend({ rows }: { rows: readonly ForestRow[] }) {
  const shown = verdictsBySureness.filter(verdict => rows.some(({ finding }) => finding.verdict === verdict))
  return (
    <ul className={chartClasses.legend}>
      {shown.map(verdict => (
        <li key={verdict}>
          <VerdictSign verdict={verdict} />
          {verdictWords[verdict]}
        </li>
      ))}
    </ul>
  )
}

interface IntervalsProps {
  rows: readonly ForestRow[]
  axis: RatioAxis
  rowHeight: number
  axisHeight: number
}

/** Drawn once: the pointer wanders over it all the time. */
const IntervalsInTurn = renderInTurn(Intervals, getPlotHeight)

function getPlotHeight({ rows, rowHeight, axisHeight }: IntervalsProps): number {
  return rows.length * rowHeight + axisHeight
}

function Intervals(props: IntervalsProps) {
  const { rows, axis, axisHeight } = props
  const data = rows.map((row, index) => ({ row, index, ratio: row.effect.ratio }))
  return (
    <ResponsiveContainer width="100%" height={getPlotHeight(props)}>
      <ScatterChart accessibilityLayer={false} margin={{ top: 0, right: 16, bottom: 0, left: 16 }}>
        <CartesianGrid horizontal={false} stroke="var(--chart-grid)" />
        <XAxis
          type="number"
          dataKey="ratio"
          scale="log"
          domain={[axis.from, axis.to]}
          allowDataOverflow
          ticks={[...axis.ticks]}
          tickFormatter={(value: number) => formatNumber(value, 2)}
          interval={0}
          tickLine={false}
          height={axisHeight}
          axisLine={{ stroke: 'var(--chart-unknown-line)' }}
        />
        <YAxis type="number" dataKey="index" domain={[-0.5, rows.length - 0.5]} reversed hide />
        <ReferenceLine x={1} stroke="var(--chart-one)" strokeWidth={1.5} />
        <Scatter
          data={data}
          isAnimationActive={false}
          shape={({ cy, payload }) =>
            cy === undefined ? <g /> : <Interval row={payload.row} axis={axis} y={cy} />
          }
        />
      </ScatterChart>
    </ResponsiveContainer>
  )
}

const ARROW = 6

function Interval({ row, axis, y }: { row: ForestRow; axis: RatioAxis; y: number }) {
  const plot = usePlotArea()
  if (plot === undefined) return null
  const { at, from, to, isOpenLeft, isOpenRight } = placeOnAxis(row.effect, axis)
  const x = (share: number) => plot.x + share * plot.width
  const color = getVerdictColor(row.finding.verdict)
  return (
    <g data-interval={row.finding.key}>
      <path d={`M${x(from)} ${y}H${x(to)}`} stroke={color} strokeWidth={2.5} fill="none" />
      {isOpenLeft && (
        <path
          d={`M${x(0) + ARROW} ${y - ARROW}l${-ARROW} ${ARROW}l${ARROW} ${ARROW}`}
          stroke={color}
          strokeWidth={2}
          fill="none"
        />
      )}
      {isOpenRight && (
        <path
          d={`M${x(1) - ARROW} ${y - ARROW}l${ARROW} ${ARROW}l${-ARROW} ${ARROW}`}
          stroke={color}
          strokeWidth={2}
          fill="none"
        />
      )}
      <VerdictShape verdict={row.finding.verdict} x={x(at)} y={y} />
    </g>
  )
}

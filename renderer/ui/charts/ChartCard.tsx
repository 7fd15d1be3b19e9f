import { Button, ScrollArea, SegmentedControl } from '@mantine/core'
import { createContext, type ReactNode, useContext, useRef, useState } from 'react'
import { Link } from 'react-router'
import { Disclosure } from '../components/Disclosure.tsx'
import classes from './ChartCard.module.css'
import { type ChartBasis, describeChartBasis } from './chart-basis.ts'
import type { ChartNumbers } from './chart-numbers.ts'
import { ExportChart } from './ExportChart.tsx'
import { NumbersTable } from './NumbersTable.tsx'

export interface ChartCardProps {
  /** The question the chart answers; its title, and the name of its files. */
  question: string
  /** The answer in one sentence, for everybody; also what a screen reader hears instead of the drawing. */
  answer: string
  /** Period and filter of the answer; null where the question names them. */
  basis?: ChartBasis | null
  /** Sentences about data that could not be counted; empty shows nothing. */
  leftOut?: string
  howItIsComputed: ReactNode
  /** Advice on how to fill an empty chart, with a link; null when nothing is missing. */
  missing: Missing | null
  /** Null when there is nothing to draw: then `missing` says what is lacking. */
  drawing: Drawing | null
  /** Newer numbers are on their way. */
  isPending?: boolean
  /** The data still belong to the previous question: faded until the new answer arrives. */
  isStale?: boolean
  /** Content below both chart and table: lists, further findings. */
  children?: ReactNode
  /** True where the chart itself is what was asked for. By default one press on the question opens it. */
  startsOpen?: boolean
}

interface Missing {
  readonly words: string
  /** The way to Today unless told. */
  readonly action?: { readonly words: string; readonly to: string }
}

interface Drawing {
  readonly chart: ReactNode
  /** Lists that marks of the drawing refer to. They are read as text, and stand in the picture too. */
  readonly markList?: ReactNode
  /** The numbers of the chart, every one of them, drawing by drawing: tables and CSV file are made from these. */
  readonly numbers: readonly ChartNumbers[]
  /** The chart has parts of its own to focus, so it is a group with a name and no single image. */
  readonly isInteractive?: boolean
}

type View = 'chart' | 'table'

/** Charts without a drawing: closed like the others, or hidden while the journal is too young for most of them. */
export const EmptyCharts = createContext<'closed' | 'hidden'>('closed')

/**
 * Disclosure of a chart: a question with its answer in words; one press opens the chart or the same numbers as a table,
 * both as a file (PNG, CSV), with what was left out and how it was computed.
 *
 *     <ChartCard
 *       question="When in the day?"
 *       answer="Most began between 01:00 and 05:00."
 *       howItIsComputed={<p>Every cramp counts at the hour in which it began.</p>}
 *       missing={null}
 *       drawing={{
 *         chart: <HoursOfDay bars={bars} … />,
 *         numbers: [{ columns: [{ title: 'Hour' }, { title: 'Cramps' }], rows: [['00:00 to 01:00', 3], …] }],
 *       }}
 *     />
 *
 * The chart goes inside an element of class `charts.module.css` `chart`, which holds the colours (`--chart-…`), for
 * light, dark and paper. Marks in words go into `ChartLegend`. Drawings outside of Recharts carry `data-picture`, or the
 * saved picture lacks them. Nothing is animated (`isAnimationActive={false}`), so that there is no motion to reduce.
 * Every axis names its unit: in a `panelTitle` above it, or as its label. Charts are as wide as the card: legible from
 * 620 px on, which is what a window of 900 leaves.
 */
export function ChartCard(props: ChartCardProps) {
  const { question, answer, drawing, isPending = false, isStale = false, startsOpen = false } = props
  if (useContext(EmptyCharts) === 'hidden' && drawing === null) return null
  return (
    <Disclosure
      title={question}
      answer={answer}
      startsOpen={startsOpen}
      isBusy={isPending || isStale}
      isStale={isStale}
    >
      <ChartBody {...props} />
    </Disclosure>
  )
}

function ChartBody({
  question,
  answer,
  basis = null,
  leftOut = '',
  howItIsComputed,
  missing,
  drawing,
  children,
}: ChartCardProps) {
  const [view, setView] = useState<View>('chart')
  const figure = useRef<HTMLDivElement>(null)
  const spoken = {
    role: drawing?.isInteractive === true ? 'group' : 'img',
    'aria-label': `Chart. ${answer} ${basis === null ? '' : `${describeChartBasis(basis)}. `}The table holds the same numbers.`,
  }
  return (
    <>
      <div className={classes.header}>
        {basis !== null && <p className={classes.basis}>{describeChartBasis(basis)}</p>}
        {drawing !== null && (
          <div className={classes.controls}>
            <SegmentedControl<View>
              size="xs"
              aria-label={`Show "${question}" as`}
              value={view}
              onChange={setView}
              data={[
                { value: 'chart', label: 'Chart' },
                { value: 'table', label: 'Table' },
              ]}
            />
            <ExportChart
              question={question}
              answer={answer}
              basis={basis}
              numbers={drawing.numbers}
              figure={figure}
              isDrawn={view === 'chart'}
            />
          </div>
        )}
      </div>
      {drawing !== null && view === 'chart' && (
        <div ref={figure} className={classes.figure}>
          <div {...spoken}>{drawing.chart}</div>
          {drawing.markList}
        </div>
      )}
      {drawing !== null && view === 'table' && (
        <ScrollArea.Autosize
          mah={430}
          className={classes.tableFrame ?? ''}
          // It scrolls, so it can be reached and scrolled with the keys.
          viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': `${question} As a table` }}
        >
          {drawing.numbers.map((numbers, index) => (
            <NumbersTable key={numbers.title ?? index} numbers={numbers} />
          ))}
        </ScrollArea.Autosize>
      )}
      {missing !== null && <MissingNotice {...missing} />}
      {children}
      <footer className={classes.footer}>
        {leftOut !== '' && <p>{leftOut}</p>}
        <details className={classes.how}>
          <summary>How is this computed?</summary>
          {howItIsComputed}
        </details>
      </footer>
    </>
  )
}

function MissingNotice({ words, action = { words: 'Go to Today', to: '/today' } }: Missing) {
  return (
    <div className={classes.missing}>
      <p>{words}</p>
      <Button component={Link} to={action.to} size="xs" variant="default">
        {action.words}
      </Button>
    </div>
  )
}

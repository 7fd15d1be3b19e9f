/**
 * Summary page of the report, always exactly one sheet. It begins with a line that can be read aloud; then warning signs,
 * numbers, where and when, medicines, what was tried, what goes with the cramps, and questions. What does not fit is on
 * page two; `onCut` reports the cut level for that.
 */
import { useEffect } from 'react'
import { getCaps } from '../../../shared/report/cuts.ts'
import { writeFirstLine } from '../../../shared/report/first-line.ts'
import type { PageLayout } from '../../../shared/report/page-fit.ts'
import { marginsMm, sheets } from '../../../shared/report/paper.ts'
import type { Report } from '../../../shared/report/report.ts'
import { formatDate, formatDateRange, formatNumber } from '../../data/format.ts'
import { Block } from './Block.tsx'
import { useFitting } from './fitting.ts'
import { KeyNumbersTable } from './KeyNumbersTable.tsx'
import { ReliefCounts } from './PatternBlocks.tsx'
import classes from './Report.module.css'
import { describeFindingsSource, formatHour, listKnownDays, shorten } from './report-words.ts'
import { ExperimentList, FindingList, TreatmentList, WarningList } from './TreatmentBlocks.tsx'
import { WhereAndWhen } from './WhereAndWhen.tsx'

export interface PageOneProps {
  report: Report
  /** Receives the cut level of the lists whenever fitting tries another one. */
  onCut: (level: number) => void
  /** Layout fitted earlier, which is used as it is; null to fit it here. */
  layout: PageLayout | null
  /** Called once the content fits the page. */
  onFitted?: ((layout: PageLayout) => void) | undefined
}

/** Height left unused, so that rounding never causes a second page. */
const SLACK_MM = 1

export function PageOne({ report, layout, onCut, onFitted }: PageOneProps) {
  const { pageRef, contentRef, level, zoom, runsOn } = useFitting(onFitted, layout)
  const caps = getCaps(level)
  const { widthMm, heightMm } = sheets[report.order.paper]
  useEffect(() => onCut(level), [level, onCut])
  const height = `${heightMm - marginsMm.top - marginsMm.bottom - SLACK_MM}mm`
  return (
    <section
      ref={pageRef}
      className={classes.pageOne}
      style={{
        width: `${widthMm - marginsMm.left - marginsMm.right}mm`,
        ...(runsOn ? { minHeight: height } : { height }),
      }}
    >
      <div ref={contentRef} className={classes.content} style={{ zoom }}>
        <Header report={report} hasKnownDays={caps.hasIntervals} />
        <Block title="Warning signs raised" section={report.warnings}>
          {warnings => <WarningList warnings={warnings} caps={caps} daysInPeriod={report.daysInPeriod} />}
        </Block>
        <Block title="In numbers" section={report.numbers}>
          {numbers => <KeyNumbersTable numbers={numbers} caps={caps} />}
        </Block>
        <WhereAndWhen report={report} caps={caps} />
        <Block title="Medicines and conditions" section={report.medicines}>
          {treatment => <TreatmentList treatment={treatment} caps={caps} />}
        </Block>
        <Block title="What was tried" isInline section={report.relief}>
          {relief => <ReliefCounts relief={relief} ownNames={report.ownNames} cap={caps.relief} />}
        </Block>
        <Block title="Experiments" aside="chance decided what was done when" section={report.experiments}>
          {experiments => <ExperimentList experiments={experiments} cap={caps.experiments} />}
        </Block>
        <Block
          title="What goes with the cramps"
          aside={describeFindingsSource(report)}
          section={report.findings}
        >
          {findings => <FindingList findings={findings} caps={caps} />}
        </Block>
        {report.order.sections.includes('questions') && (
          <Questions text={report.order.questions} characters={caps.questions} />
        )}
      </div>
    </section>
  )
}

function Header({ report, hasKnownDays }: { report: Report; hasKnownDays: boolean }) {
  const { order, name, dateOfBirth, daysInPeriod, trackedDays, diarySince, madeOn } = report
  const firstLine = writeFirstLine(report, { count: formatNumber, hour: formatHour })
  return (
    <header className={classes.header}>
      <div className={classes.headings}>
        <div>
          <h1>Cramp report</h1>
          <p className={classes.period}>{formatDateRange(order.fromDate, order.toDate)}</p>
          <p>
            Diary kept on {formatNumber(trackedDays.cramp)} of {formatNumber(daysInPeriod)} days
            {hasKnownDays && listKnownDays(report)}.
          </p>
        </div>
        <div className={classes.person}>
          <p className={classes.name} dir="auto">
            {name || 'Name: ____________________'}
          </p>
          {dateOfBirth !== null && <p>Born {formatDate(dateOfBirth)}</p>}
          <p>
            Made on {formatDate(madeOn)}
            {diarySince !== null && `, diary since ${formatDate(diarySince)}`}.
          </p>
          <p>Self-recorded; not a diagnosis.</p>
        </div>
      </div>
      {firstLine !== null && <p className={classes.firstLine}>{firstLine}</p>}
    </header>
  )
}

function Questions({ text, characters }: { text: string; characters: number }) {
  return (
    <section className={classes.questions}>
      <h2>Questions for the doctor</h2>
      {text === '' ? (
        <div className={classes.ruled} />
      ) : (
        <p className={classes.typed} dir="auto">
          {shorten(text, characters)}
          {text.length > characters && <em> (continued on page 2)</em>}
        </p>
      )}
    </section>
  )
}

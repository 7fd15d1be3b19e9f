/**
 * Summary page of the report, always exactly one sheet: frequency, intensity, hours, places, treatment, relief, warning
 * signs. Lists that are cut to fit are repeated whole on page two; `onCut` reports the cut level for that.
 */
import { useEffect } from 'react'
import { type TrackedKind, trackedKinds } from '../../../shared/kinds/check-in.ts'
import { getCaps } from '../../../shared/report/cuts.ts'
import type { PageLayout } from '../../../shared/report/page-fit.ts'
import { marginsMm, sheets } from '../../../shared/report/paper.ts'
import type { Report } from '../../../shared/report/report.ts'
import { formatDate, formatDateRange, formatNumber } from '../../data/format.ts'
import { Block } from './Block.tsx'
import { useFitting } from './fitting.ts'
import { HourChart } from './HourChart.tsx'
import { KeyNumbersTable } from './KeyNumbersTable.tsx'
import { OnsetTable, ReliefTable, SymptomList } from './PatternBlocks.tsx'
import { PlaceMap } from './PlaceMap.tsx'
import classes from './Report.module.css'
import { describeFindingsSource, formatCount, shorten } from './report-words.ts'
import { ExperimentList, FindingList, TreatmentList, WarningList } from './TreatmentBlocks.tsx'
import { TrendChart } from './TrendChart.tsx'

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
  const { pageRef, contentRef, level, zoom } = useFitting(onFitted, layout)
  const caps = getCaps(level)
  const { widthMm, heightMm } = sheets[report.order.paper]
  useEffect(() => onCut(level), [level, onCut])
  const medicines = report.medicines?.kind === 'shown' ? report.medicines.content.medicines : []
  return (
    <section
      ref={pageRef}
      className={classes.pageOne}
      style={{
        width: `${widthMm - marginsMm.left - marginsMm.right}mm`,
        height: `${heightMm - marginsMm.top - marginsMm.bottom - SLACK_MM}mm`,
      }}
    >
      <div ref={contentRef} className={classes.content} style={{ zoom }}>
        <Header report={report} />
        <Block title="Warning signs raised" section={report.warnings}>
          {warnings => <WarningList warnings={warnings} cap={caps.warnings} />}
        </Block>
        <Block title="In numbers" section={report.numbers}>
          {numbers => <KeyNumbersTable numbers={numbers} />}
        </Block>
        <div className={classes.columns}>
          <div className={classes.column}>
            <Block title="Cramps per week" aside="12 weeks" section={report.trend}>
              {trend => <TrendChart trend={trend} medicines={medicines.slice(0, caps.medicines)} />}
            </Block>
            <Block title="Hour of onset" aside="noon to noon" section={report.hours}>
              {hours => (
                <>
                  <HourChart hours={hours} />
                  {hours.withoutHour > 0 && (
                    <p className={classes.note}>
                      {formatCount(hours.withoutHour, 'more cramp')} known only as “in the night”.
                    </p>
                  )}
                </>
              )}
            </Block>
            <Block title="Medicines and conditions" section={report.medicines}>
              {treatment => <TreatmentList treatment={treatment} caps={caps} />}
            </Block>
            <div className={classes.pair}>
              <Block title="Symptoms with it" section={report.symptoms}>
                {symptoms => <SymptomList symptoms={symptoms} cap={caps.symptoms} />}
              </Block>
              <Block title="What was tried" aside="helped, of times tried" section={report.relief}>
                {relief => <ReliefTable relief={relief} cap={caps.relief} />}
              </Block>
            </div>
          </div>
          <div className={classes.column}>
            <Block title="Where" section={report.places}>
              {places => <PlaceMap places={places} />}
            </Block>
            <Block title="At the onset" section={report.onset}>
              {onset => <OnsetTable onset={onset} />}
            </Block>
          </div>
        </div>
        <Block
          title="What goes with the cramps"
          aside={describeFindingsSource(report)}
          section={report.findings}
        >
          {findings => <FindingList findings={findings} caps={caps} />}
        </Block>
        <Block title="Experiments" aside="chance decided what was done when" section={report.experiments}>
          {experiments => <ExperimentList experiments={experiments} cap={caps.experiments} />}
        </Block>
        {report.order.sections.includes('questions') && (
          <Questions text={report.order.questions} characters={caps.questions} />
        )}
      </div>
    </section>
  )
}

const kindNames: Record<TrackedKind, string> = {
  cramp: 'cramps',
  fluid: 'drinks',
  footwear: 'footwear',
  activity: 'activity',
  stretch: 'stretching',
  food: 'food',
  day: 'the day',
  night: 'nights',
}

function Header({ report }: { report: Report }) {
  const { order, name, dateOfBirth, daysInPeriod, trackedDays, diarySince, madeOn } = report
  const others = trackedKinds.filter(kind => kind !== 'cramp' && (trackedDays[kind] ?? 0) > 0)
  return (
    <header className={classes.header}>
      <div>
        <h1>Cramp report</h1>
        <p className={classes.period}>{formatDateRange(order.fromDate, order.toDate)}</p>
        <p>
          Tracked days of {formatNumber(daysInPeriod)}:{' '}
          <strong>cramps {formatNumber(trackedDays.cramp)}</strong>
          {others.map(kind => `, ${kindNames[kind]} ${formatNumber(trackedDays[kind] ?? 0)}`)}
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

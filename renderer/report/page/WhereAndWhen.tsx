/**
 * Where and when: body map beside the hours of onset and the weeks; the same in words once the drawings do not fit. State
 * at onset and symptoms follow, beside the map where the weeks leave room.
 */
import type { ReactNode } from 'react'
import type { HourProfile } from '../../../shared/analysis/cramp-times.ts'
import type { Caps } from '../../../shared/report/cuts.ts'
import type { Report } from '../../../shared/report/report.ts'
import { Block } from './Block.tsx'
import { formatHourCounts, HourChart } from './HourChart.tsx'
import { OnsetCounts, SymptomCountList } from './PatternBlocks.tsx'
import { describeOffMap, describePlaces, PlaceMap } from './PlaceMap.tsx'
import classes from './Report.module.css'
import { formatCount } from './report-words.ts'
import { TrendChart } from './TrendChart.tsx'

export function WhereAndWhen({ report, caps }: { report: Report; caps: Caps }) {
  const { places, hours, onset, symptoms, ownNames } = report
  const counts = (
    <>
      <Block title="At the onset" isInline section={onset}>
        {shown => <OnsetCounts onset={shown} />}
      </Block>
      <Block title="Symptoms with it" isInline section={symptoms}>
        {shown => <SymptomCountList symptoms={shown} ownNames={ownNames} cap={caps.symptoms} />}
      </Block>
    </>
  )
  if (!caps.hasDrawings)
    return (
      <>
        <Block title="Where" isInline section={places}>
          {shown => <p>{describePlaces(shown)}</p>}
        </Block>
        <Block title="Hour of onset" isInline section={hours}>
          {shown => (
            <p>
              {formatHourCounts(shown.counts)}
              {describeWithoutHour(shown)}.
            </p>
          )}
        </Block>
        {counts}
      </>
    )
  if (!caps.hasTrend && places?.kind === 'shown')
    return (
      <Drawings report={report} caps={caps}>
        {counts}
      </Drawings>
    )
  return (
    <>
      <Drawings report={report} caps={caps} />
      {counts}
    </>
  )
}

interface DrawingsProps {
  report: Report
  caps: Pick<Caps, 'hasTrend' | 'hasIntervals'>
  /** Below the charts, beside the map. */
  children?: ReactNode
}

/** Both drawings with the weeks, as on page one with room for them, and on page two without. */
export function Drawings({ report, caps, children }: DrawingsProps) {
  const { places, hours, trend, medicines } = report
  const hasMap = places?.kind === 'shown'
  return (
    <div className={hasMap ? classes.whereAndWhen : classes.column}>
      <Block title="Where" section={places}>
        {shown => <PlaceMap places={shown} />}
      </Block>
      <div className={classes.column}>
        <Block
          title="Hour of onset"
          aside={`noon to noon${hours?.kind === 'shown' ? describeWithoutHour(hours.content) : ''}`}
          section={hours}
        >
          {shown => <HourChart hours={shown} />}
        </Block>
        {caps.hasTrend && (
          <Block title="Cramps per week" aside="12 weeks" section={trend}>
            {shown => (
              <TrendChart
                trend={shown}
                // In the order of their list on the page, whose numbers the marks repeat.
                medicines={medicines?.kind === 'shown' ? medicines.content.medicines : []}
                hasInterval={caps.hasIntervals}
              />
            )}
          </Block>
        )}
        {hasMap && <p className={classes.note}>On the map: {describeOffMap(places.content)}</p>}
        {children}
      </div>
    </div>
  )
}

function describeWithoutHour({ withoutHour, withoutHourByDay = 0 }: HourProfile): string {
  if (withoutHour === 0) return ''
  const known = withoutHourByDay > 0 ? 'without a known hour' : 'known only as “in the night”'
  return `; ${formatCount(withoutHour, 'more cramp')} ${known}`
}

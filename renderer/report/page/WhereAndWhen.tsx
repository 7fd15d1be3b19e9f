/** Where and when: body map beside the hours of onset and the weeks; the same in words once the drawings do not fit. */
import type { HourProfile } from '../../../shared/analysis/cramp-times.ts'
import type { Caps } from '../../../shared/report/cuts.ts'
import type { Report, ReportMedicine } from '../../../shared/report/report.ts'
import { Block } from './Block.tsx'
import { formatHourCounts, HourChart } from './HourChart.tsx'
import { describeOffMap, describePlaces, PlaceMap } from './PlaceMap.tsx'
import classes from './Report.module.css'
import { formatCount } from './report-words.ts'
import { TrendChart } from './TrendChart.tsx'

export function WhereAndWhen({ report, caps }: { report: Report; caps: Caps }) {
  if (!caps.hasDrawings)
    return (
      <>
        <Block title="Where" isInline section={report.places}>
          {places => <p>{describePlaces(places)}</p>}
        </Block>
        <Block title="Hour of onset" isInline section={report.hours}>
          {hours => (
            <p>
              {formatHourCounts(hours.counts)}
              {describeWithoutHour(hours)}
            </p>
          )}
        </Block>
      </>
    )
  return <Drawings report={report} caps={caps} />
}

/** Both drawings with the weeks, as on page one with room for them, and on page two without. */
export function Drawings({
  report,
  caps,
}: {
  report: Report
  caps: Pick<Caps, 'hasTrend' | 'hasIntervals'>
}) {
  const { places, hours, trend } = report
  const hasMap = places?.kind === 'shown'
  const medicines = listNumberedMedicines(report)
  return (
    <>
      <div className={hasMap ? classes.whereAndWhen : classes.column}>
        <Block title="Where" section={places}>
          {shown => <PlaceMap places={shown} />}
        </Block>
        <div className={classes.column}>
          <Block title="Hour of onset" aside="noon to noon" section={hours}>
            {shown => (
              <>
                <HourChart hours={shown} />
                {shown.withoutHour > 0 && <p className={classes.note}>{describeWithoutHour(shown).trim()}</p>}
              </>
            )}
          </Block>
          {caps.hasTrend && (
            <Block title="Cramps per week" aside="12 weeks" section={trend}>
              {shown => <TrendChart trend={shown} medicines={medicines} hasInterval={caps.hasIntervals} />}
            </Block>
          )}
        </div>
      </div>
      {hasMap && <p className={classes.note}>{describeOffMap(places.content)}</p>}
    </>
  )
}

/** Medicines in the order of their list on the page, whose numbers the weeks' marks repeat. */
export const listNumberedMedicines = ({ medicines }: Pick<Report, 'medicines'>): readonly ReportMedicine[] =>
  medicines?.kind === 'shown' ? medicines.content.medicines : []

const describeWithoutHour = ({ withoutHour }: HourProfile): string =>
  withoutHour === 0 ? '' : ` ${formatCount(withoutHour, 'more cramp')} known only as “in the night”.`

import { useState } from 'react'
import type { CrampFilter } from '../../shared/analysis/cramp-filter.ts'
import { computeRates, getRateBand } from '../../shared/analysis/cramp-rates.ts'
import type { MedicineComparison } from '../../shared/analysis/medicine-changes.ts'
import type { Overview } from '../../shared/analysis/overview.ts'
import {
  writeBinTooltip,
  writeCrampsSentence,
  writeMissingKindsSentence,
  writeRateBasisSentence,
  writeUntrackedDaysSentence,
} from '../../shared/analysis/overview-sentences.ts'
import { makeRunUp, makeTimeline, type Timeline } from '../../shared/analysis/overview-timeline.ts'
import { formatDate, formatDateRange } from '../data/format.ts'
import { useFormats } from '../data/sentence-formats.ts'
import { type DisplayUnit, useUnits } from '../data/units.ts'
import { ChartCard } from '../ui/charts/ChartCard.tsx'
import { CrampsOverTime } from '../ui/charts/CrampsOverTime.tsx'
import type { ChartNumbers } from '../ui/charts/chart-numbers.ts'
import { ZoomBar } from '../ui/charts/ZoomBar.tsx'
import classes from './Cramps.module.css'
import { listFilter } from './filter-words.ts'
import { Medicines } from './Medicines.tsx'
import { describeMark } from './medicine-words.ts'

/** Overview and the filter it was computed for. */
export type OverviewOfFilter = Overview & { readonly filter: CrampFilter }

export interface CrampsCardProps {
  overview: OverviewOfFilter
  /** Comparison before and after each change of medicine; empty until the findings are ready. */
  medicines: readonly MedicineComparison[]
}

/** Cramps per week, above the drinks and the activity of the same weeks. */
export function CrampsCard({ overview, medicines }: CrampsCardProps) {
  const timeline = makeTimeline(overview)
  const { bins, unit } = timeline
  const runUp = unit === 'week' ? makeRunUp(overview) : []
  const rateOfBin = getRateBand([...runUp, ...bins], unit).slice(runUp.length)
  const formats = useFormats()
  const { volume } = useUnits()
  const rates = computeRates(overview.weeks)
  const missing = writeMissingKindsSentence(timeline)
  const { shown, setShown } = useZoom(timeline)
  const [first, last] = shown
  const zoomed = { unit, bins: bins.slice(first, last + 1) }
  const marks = nameMarks(overview, zoomed)
  const shownWords = formatDateRange(
    bins[first]?.fromDate ?? overview.toDate,
    bins[last]?.toDate ?? overview.toDate,
  )
  const isZoomed = zoomed.bins.length < bins.length
  return (
    <ChartCard
      question="How are the cramps doing?"
      answer={writeCrampsSentence(timeline, rates, formats)}
      basis={{
        fromDate: bins[0]?.fromDate ?? overview.fromDate,
        toDate: overview.toDate,
        only: listFilter(overview.filter),
        note: isZoomed ? `the answer is for the whole period, the chart shows ${shownWords}` : '',
      }}
      leftOut={[writeRateBasisSentence(rates, formats), writeUntrackedDaysSentence(timeline, formats)]
        .join(' ')
        .trim()}
      howItIsComputed={<HowItIsComputed />}
      missing={missing === '' ? null : { words: missing }}
      drawing={{
        chart: (
          <CrampsOverTime
            timeline={zoomed}
            rates={rateOfBin.slice(first, last + 1)}
            marks={joinMarks(marks)}
            volume={volume}
            describeBin={bin => writeBinTooltip(bin, formats)}
          />
        ),
        ...(marks.length > 0 && { markList: <MarkList marks={marks} /> }),
        numbers: [listNumbers(timeline, rateOfBin, shown, volume)],
      }}
    >
      <ZoomBar
        count={bins.length}
        shown={shown}
        onChange={setShown}
        formatBin={index => formatDate(bins[index]?.fromDate ?? overview.toDate)}
        words={shownWords}
      />
      {medicines.length > 0 && <Medicines medicines={medicines} />}
    </ChartCard>
  )
}

/** Several changes in one bin share a line, and its label names them all: "2, 3". */
function joinMarks(marks: ReturnType<typeof nameMarks>) {
  return [...Map.groupBy(marks, ({ fromDate }) => fromDate)].map(([fromDate, ofBin]) => ({
    fromDate,
    name: ofBin.map(({ name }) => name).join(', '),
  }))
}

/** Legend of the numbered dashed lines. */
function MarkList({ marks }: { marks: ReturnType<typeof nameMarks> }) {
  return (
    <ol className={classes.marks} aria-label="Changes in this time">
      {marks.map(({ name, date, words }) => (
        <li key={name}>
          <b>{name}</b> {formatDate(date)}: {words}
        </li>
      ))}
    </ol>
  )
}

/** The bins in view; all of them again as soon as the timeline is another one. */
function useZoom({ bins }: Timeline) {
  const whole = `${bins[0]?.fromDate} ${bins.at(-1)?.toDate}`
  const [zoom, setZoom] = useState<{ whole: string; shown: [number, number] } | null>(null)
  const shown: [number, number] = zoom?.whole === whole ? zoom.shown : [0, Math.max(0, bins.length - 1)]
  return { shown, setShown: (next: [number, number]) => setZoom({ whole, shown: next }) }
}

/** Marks in view, numbered from the first, each with the start of its bin. */
function nameMarks({ marks }: Overview, { bins }: Timeline) {
  return marks
    .flatMap(mark => {
      const bin = bins.find(({ fromDate, toDate }) => fromDate <= mark.date && mark.date <= toDate)
      return bin === undefined ? [] : [{ fromDate: bin.fromDate, date: mark.date, words: describeMark(mark) }]
    })
    .map((mark, index) => ({ ...mark, name: String(index + 1) }))
}

/** Table rows, newest first, each value with its tracked days. */
function listNumbers(
  { bins, unit }: Timeline,
  rates: ReturnType<typeof getRateBand>,
  [first, last]: readonly [number, number],
  volume: DisplayUnit,
): ChartNumbers {
  const perBin = unit === 'week' ? 'per week' : 'per 4 weeks'
  return {
    columns: [
      { title: unit === 'week' ? 'Week' : '4 weeks' },
      { title: 'Cramps' },
      { title: 'Days with a cramp' },
      { title: 'of days answered' },
      { title: `Rate, cramps ${perBin}`, digits: 1, unknown: 'not known' },
      { title: '95% from', digits: 1, unknown: 'not known' },
      { title: '95% to', digits: 1, unknown: 'not known' },
      { title: `Fluids, ${volume.symbol} per day`, digits: volume.digits },
      { title: 'of days complete' },
      { title: 'Activity load, minutes × exertion per day' },
      { title: 'of days known' },
    ],
    rows: bins
      .map((bin, index) => [
        formatDateRange(bin.fromDate, bin.toDate),
        bin.cramps,
        bin.crampDays,
        bin.crampTrackedDays,
        rates[index]?.rate ?? null,
        rates[index]?.lower ?? null,
        rates[index]?.upper ?? null,
        bin.fluidMlPerDay === null ? null : volume.show(bin.fluidMlPerDay),
        bin.fluidTrackedDays,
        bin.activityLoadPerDay,
        bin.activityTrackedDays,
      ])
      .slice(first, last + 1)
      .toReversed(),
  }
}

function HowItIsComputed() {
  return (
    <p>
      A cramp counts for the day whose noon came before it, so a night stays in one piece: one at 3 in the
      morning belongs to the evening before. A day is answered when a cramp was logged or you said there was
      none. The rate is per answered day, over the four weeks that end with each bar; its interval is exact
      for independent cramps (Garwood), and wider where weeks differ more than chance would have it, because
      cramps come in clusters. The change is a Poisson regression on the weeks with at least three answered
      days, from a year on with the season allowed for. Fluids are the mean over the days you called complete.
      Load is minutes times exertion, averaged over the days with an activity or marked as having none;
      sitting and standing do not count, and a day with a session of unknown exertion is left out. New shoes
      are those first worn two weeks or more after the journal began. Seeing things side by side here does not
      mean that one brings on the other.
    </p>
  )
}

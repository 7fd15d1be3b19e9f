import type { CrampPlaces, PlaceChange } from '../../shared/analysis/cramp-places.ts'
import {
  isLess,
  isMore,
  writePlaceChangesSentence,
  writePlacesLeftOutSentence,
  writePlacesSentence,
} from '../../shared/analysis/cramp-places-sentences.ts'
import { countOf } from '../../shared/analysis/sentence-parts.ts'
import { type Muscle, muscles } from '../../shared/kinds/muscles.ts'
import { formatNumber } from '../data/format.ts'
import { formats } from '../data/sentence-formats.ts'
import { BodyCounts } from '../ui/charts/BodyCounts.tsx'
import { ChartCard } from '../ui/charts/ChartCard.tsx'
import type { ChartBasis } from '../ui/charts/chart-basis.ts'
import type { ChartNumbers } from '../ui/charts/chart-numbers.ts'
import charts from '../ui/charts/charts.module.css'
import { areas } from '../ui/components/body-areas.ts'
import classes from './Patterns.module.css'

/** Cramp sites, left and right, and the change since the previous period. */
export function PlacesCard({ places, basis }: { places: CrampPlaces; basis: ChartBasis }) {
  const isEmpty = places.now.places.length === 0
  return (
    <ChartCard
      question="Where does it cramp?"
      answer={`${writePlacesSentence(places, formats)}${places.changes === null ? '' : ` ${writePlaceChangesSentence(places, formats)}`}`}
      leftOut={writePlacesLeftOutSentence(places, formats)}
      basis={basis}
      howItIsComputed={
        <p>
          A cramp counts at every place it was at; one on both sides counts for each side. The change compares
          the days with a cramp at a place, per answered day, with those of the period before: the ratio of
          two rates with exact 95% limits (Poisson). Several places are compared at once, so now and then one
          will seem to change by chance.
        </p>
      }
      missing={
        isEmpty ? { words: 'Log a cramp with the place it was at, and it will appear on the map.' } : null
      }
      drawing={isEmpty ? null : { chart: <PlacesChart places={places} />, numbers: [listNumbers(places)] }}
    />
  )
}

function PlacesChart({ places }: { places: CrampPlaces }) {
  const { now, changes } = places
  const countAt = (muscle: Muscle, side: 'left' | 'right') =>
    now.places.find(place => place.muscle === muscle)?.[side] ?? 0
  const drawn = new Set(areas.map(({ muscle }) => muscle))
  const elsewhere = now.places.filter(({ muscle }) => !drawn.has(muscle))
  return (
    <div className={charts.chart}>
      <p className={charts.panelTitle}>
        <b>Cramps</b> at each place, left as you look down at yourself
      </p>
      <div className={classes.places}>
        <div>
          <BodyCounts countOf={countAt} format={count => formatNumber(count)} />
          {elsewhere.length > 0 && (
            <p className={classes.elsewhere}>
              {elsewhere
                .map(({ muscle, cramps }) => `${muscles.words[muscle]}: ${formatNumber(cramps)}`)
                .join(', ')}
            </p>
          )}
        </div>
        <div>
          <p className={classes.heading}>Since the period before</p>
          {changes === null || changes.length === 0 ? (
            <p className={classes.elsewhere}>{writePlaceChangesSentence(places, formats)}</p>
          ) : (
            <Changes changes={changes} />
          )}
        </div>
      </div>
    </div>
  )
}

function Changes({ changes }: { changes: readonly PlaceChange[] }) {
  return (
    <table className={classes.changes}>
      <thead>
        <tr>
          <th scope="col">Days with a cramp</th>
          <th scope="col">Now</th>
          <th scope="col">Before</th>
          <th scope="col">Times as often (95%)</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(change => (
          <tr key={change.muscle}>
            <th scope="row">{muscles.words[change.muscle]}</th>
            <td>{formatNumber(change.days)}</td>
            <td>{formatNumber(change.daysBefore)}</td>
            <td>{formatChange(change)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** "more: 2.1 (1.2 to 3.9)"; open-ended where there was none before. */
function formatChange(change: PlaceChange): string {
  const { ratio, lower, upper } = change
  const mark = isMore(change) ? 'more: ' : isLess(change) ? 'less: ' : ''
  const limits = `${formatNumber(lower, 1)} to ${upper === null ? 'no upper end' : formatNumber(upper, 1)}`
  return `${mark}${ratio === null ? 'none before' : formatNumber(ratio, 1)} (${limits})`
}

const NO_CRAMPS = { left: 0, right: 0, cramps: 0, days: 0 }

function listNumbers({ now, before, changes }: CrampPlaces): ChartNumbers {
  const unknown = before === null ? 'nothing before' : 'too few days'
  // A place that had cramps only before is in the comparison, too.
  const isShown = (muscle: Muscle) =>
    now.places.some(one => one.muscle === muscle) || changes?.some(one => one.muscle === muscle) === true
  return {
    columns: [
      { title: 'Place' },
      { title: 'Cramps, left' },
      { title: 'Cramps, right' },
      { title: 'Cramps' },
      { title: `Days with a cramp, of ${countOf(now.trackedDays, 'answered day', formats)}` },
      { title: `Days before, of ${countOf(before?.trackedDays ?? 0, 'answered day', formats)}`, unknown },
      { title: 'Times as often', digits: 2, unknown },
      { title: '95% from', digits: 2, unknown },
      { title: '95% to', digits: 2, unknown },
    ],
    rows: muscles.ids.filter(isShown).map(muscle => {
      const { left, right, cramps, days } = now.places.find(one => one.muscle === muscle) ?? NO_CRAMPS
      const change = changes?.find(one => one.muscle === muscle)
      const daysBefore = before && (before.places.find(one => one.muscle === muscle)?.days ?? 0)
      return [
        muscles.words[muscle],
        left,
        right,
        cramps,
        days,
        daysBefore,
        change?.ratio ?? null,
        change?.lower ?? null,
        change?.upper ?? null,
      ]
    }),
  }
}

import { writeDaysLeftOutSentence, writeShoesSentence } from '../../shared/analysis/habit-sentences.ts'
import { countOf } from '../../shared/analysis/sentence-parts.ts'
import { MIN_OWN_DAYS, type ShoeDays, type ShoePattern } from '../../shared/analysis/shoe-pattern.ts'
import { formatNumber } from '../data/format.ts'
import { formats } from '../data/sentence-formats.ts'
import { ChartCard } from '../ui/charts/ChartCard.tsx'
import type { ChartBasis } from '../ui/charts/chart-basis.ts'
import { type IntervalRow, IntervalRows, makeScale } from '../ui/charts/IntervalRows.tsx'
import { formatShare, listShare, makeShareRow, shareColumns } from './share-rows.ts'

/** Shoe by shoe: the days in it, the hours, and how often there were cramps. */
export function ShoesCard({ shoes: pattern, basis }: { shoes: ShoePattern; basis: ChartBasis }) {
  const { days, shoes, withoutShoe } = pattern
  const isEmpty = days === 0 || shoes.length === 0
  return (
    <ChartCard
      question="In which shoes?"
      answer={writeShoesSentence(pattern, formats)}
      leftOut={writeDaysLeftOutSentence(pattern, 'footwear', formats)}
      basis={basis}
      howItIsComputed={
        <p>
          Each answered day counts for one shoe: the one you wore longest, for an hour or more, in the 24
          hours before its first cramp, or, on a day without one, before your usual time of cramps. So every
          cramp counts once. The rate sets the cramps of those days against the hours the shoe was worn in
          them, with exact 95% limits (Poisson); a shoe worn for only a few hours a day has a higher rate for
          that reason alone. The shares have Wilson intervals. Days on which it is not known when a shoe was
          taken off are left out. Shoes go with other things, with work and with sport: what remains when days
          are matched is shown under "All things compared".
        </p>
      }
      missing={
        isEmpty
          ? { words: 'Log which shoes you put on and when you took them off, and each shoe will appear.' }
          : null
      }
      drawing={
        isEmpty
          ? null
          : {
              chart: <ShoesChart shoes={shoes} withoutShoe={withoutShoe} />,
              numbers: [
                {
                  columns: [
                    { title: 'Shoe' },
                    { title: 'Hours worn', digits: 1, unknown: 'none' },
                    ...shareColumns(),
                    { title: 'Cramps on its days', unknown: NO_RATE },
                    { title: 'Hours on its days', digits: 1, unknown: NO_RATE },
                    { title: 'Cramps per 100 h', digits: 1, unknown: NO_RATE },
                    { title: 'per 100 h, 95% from', digits: 1, unknown: NO_RATE },
                    { title: 'per 100 h, 95% to', digits: 1, unknown: NO_RATE },
                  ],
                  rows: [
                    ...shoes.map(({ name, hoursWorn, ownDays, rate }) => [
                      name,
                      hoursWorn,
                      ...listShare(ownDays),
                      rate?.cramps ?? null,
                      rate?.hours ?? null,
                      rate?.per100Hours ?? null,
                      rate?.lower ?? null,
                      rate?.upper ?? null,
                    ]),
                    ...(withoutShoe.days === 0
                      ? []
                      : [[NO_SHOE, null, ...listShare(withoutShoe), null, null, null, null, null]]),
                  ],
                },
              ],
            }
      }
    />
  )
}

const NO_SHOE = 'No shoe for an hour'
/** Too few days in a shoe, or no shoe whose hours could be counted. */
const NO_RATE = 'no rate'

function ShoesChart({ shoes, withoutShoe }: Pick<ShoePattern, 'shoes' | 'withoutShoe'>) {
  const shares = [
    ...shoes.map(({ id, name, ownDays }) => makeShareRow({ key: String(id), label: name }, ownDays)),
    ...(withoutShoe.days === 0 ? [] : [makeShareRow({ key: 'none', label: NO_SHOE }, withoutShoe)]),
  ]
  const rates = shoes.map(makeRateRow)
  return (
    <>
      <IntervalRows
        title={
          <>
            <b>Days with a cramp</b> in % of the days in each shoe, with 95% interval
          </>
        }
        rows={shares}
        scale={makeScale(shares, formatShare)}
      />
      <IntervalRows
        title={
          <>
            <b>Cramps</b> per 100 hours worn, with 95% interval
          </>
        }
        rows={rates}
        scale={makeScale(rates, value => formatNumber(value, 1))}
      />
    </>
  )
}

function makeRateRow({ id, name, hoursWorn, ownDays, rate }: ShoeDays): IntervalRow {
  const hours = `${formatNumber(hoursWorn)} h worn`
  return {
    key: String(id),
    label: name,
    value: rate?.per100Hours ?? null,
    lower: rate?.lower ?? null,
    upper: rate?.upper ?? null,
    words:
      rate === null
        ? `${hours}; longest on ${countOf(ownDays.days, 'day', formats)}, ${MIN_OWN_DAYS} needed`
        : `${formatNumber(rate.cramps)} in ${formatNumber(rate.hours)} h (${hours} in all)`,
  }
}

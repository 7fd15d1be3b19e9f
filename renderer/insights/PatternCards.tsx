import { Alert, Button, Skeleton } from '@mantine/core'
import { memo, useMemo } from 'react'
import type { CrampFilter } from '../../shared/analysis/cramp-filter.ts'
import { BEFORE_ALL_ENTRIES, periodOfSpan } from '../../shared/analysis/overview-timeline.ts'
import type { Patterns } from '../../shared/analysis/patterns.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { useNow } from '../data/clock.ts'
import { usePatterns } from '../data/queries.ts'
import type { ChartBasis } from '../ui/charts/chart-basis.ts'
import { renderInTurn } from '../ui/charts/turns.tsx'
import { CalendarCard } from './CalendarCard.tsx'
import { FluidsCard } from './FluidsCard.tsx'
import { listFilter } from './filter-words.ts'
import { HoursCard } from './HoursCard.tsx'
import classes from './InsightsScreen.module.css'
import { LoadCard } from './LoadCard.tsx'
import { NightsCard } from './NightsCard.tsx'
import { PlacesCard } from './PlacesCard.tsx'
import { ReliefCard } from './ReliefCard.tsx'
import { ShoesCard } from './ShoesCard.tsx'
import type { View } from './view-in-address.ts'
import { WeekdaysCard } from './WeekdaysCard.tsx'

/** Charts of the patterns (times, sites, drinks, shoes, load, nights, relief) for one period and filter. */
export const PatternCards = memo(function PatternCards({ view: { span, filter } }: { view: View }) {
  const today = calendarDate(useNow())
  const { data, error, refetch, isPlaceholderData } = usePatterns(periodOfSpan(span, today), filter)
  if (error !== null)
    return (
      <Alert color="red" title="Some charts could not be made">
        <p>{error.message} Your entries are as they were.</p>
        <Button variant="default" onClick={() => refetch()}>
          Try again
        </Button>
      </Alert>
    )
  if (data === undefined)
    return (
      <div className={classes.cards} role="status" aria-label="Preparing more charts">
        <Skeleton height={360} radius="lg" />
        <Skeleton height={360} radius="lg" />
      </div>
    )
  return (
    <div className={classes.cards} aria-busy={isPlaceholderData}>
      <Cards patterns={data} />
    </div>
  )
})

const cards = {
  Hours: renderInTurn(HoursCard),
  Weekdays: renderInTurn(WeekdaysCard),
  Calendar: renderInTurn(CalendarCard),
  Places: renderInTurn(PlacesCard),
  Fluids: renderInTurn(FluidsCard),
  Shoes: renderInTurn(ShoesCard),
  Load: renderInTurn(LoadCard),
  Nights: renderInTurn(NightsCard),
  Relief: renderInTurn(ReliefCard),
} as const

type PatternsOfFilter = Patterns & { readonly filter: CrampFilter }

function Cards({ patterns }: { patterns: PatternsOfFilter }) {
  const { times, places, fluids, shoes, load, nights, relief } = patterns
  const basis = useMemo(() => findBasis(patterns), [patterns])
  return (
    <>
      <cards.Hours times={times} basis={basis} />
      <cards.Weekdays times={times} basis={basis} />
      <cards.Calendar times={times} basis={basis} />
      <cards.Places places={places} basis={basis} />
      <cards.Fluids fluids={fluids} basis={basis} />
      <cards.Shoes shoes={shoes} basis={basis} />
      <cards.Load load={load} basis={basis} />
      <cards.Nights nights={nights} basis={basis} />
      <cards.Relief relief={relief} basis={basis} />
    </>
  )
}

/** A period that takes in everything begins with the first day of which anything is known. */
function findBasis({ fromDate, toDate, times: { calendar }, filter }: PatternsOfFilter): ChartBasis {
  const isAll = fromDate <= BEFORE_ALL_ENTRIES
  return { fromDate: isAll ? calendar.fromDate : fromDate, toDate, only: listFilter(filter) }
}

import { Alert, Button, Skeleton } from '@mantine/core'
import { memo } from 'react'
import { periodOfSpan } from '../../shared/analysis/overview-timeline.ts'
import type { Patterns } from '../../shared/analysis/patterns.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { takeTurns } from '../charts/turns.tsx'
import { useNow } from '../clock.ts'
import { usePatterns } from '../queries.ts'
import { CalendarCard } from './CalendarCard.tsx'
import { FluidsCard } from './FluidsCard.tsx'
import { HoursCard } from './HoursCard.tsx'
import classes from './InsightsScreen.module.css'
import { LoadCard } from './LoadCard.tsx'
import { NightsCard } from './NightsCard.tsx'
import { PlacesCard } from './PlacesCard.tsx'
import { ReliefCard } from './ReliefCard.tsx'
import { ShoesCard } from './ShoesCard.tsx'
import type { View } from './view-in-address.ts'
import { WeekdaysCard } from './WeekdaysCard.tsx'

/** When, where, beside what, and what helped: a chart for each question, of one period and filter. */
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
      <div className={classes.cards} role="status" aria-label="More charts are being made">
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
  Hours: takeTurns(HoursCard),
  Weekdays: takeTurns(WeekdaysCard),
  Calendar: takeTurns(CalendarCard),
  Places: takeTurns(PlacesCard),
  Fluids: takeTurns(FluidsCard),
  Shoes: takeTurns(ShoesCard),
  Load: takeTurns(LoadCard),
  Nights: takeTurns(NightsCard),
  Relief: takeTurns(ReliefCard),
} as const

function Cards({ patterns: { times, places, fluids, shoes, load, nights, relief } }: { patterns: Patterns }) {
  return (
    <>
      <cards.Hours times={times} />
      <cards.Weekdays times={times} />
      <cards.Calendar times={times} />
      <cards.Places places={places} />
      <cards.Fluids fluids={fluids} />
      <cards.Shoes shoes={shoes} />
      <cards.Load load={load} />
      <cards.Nights nights={nights} />
      <cards.Relief relief={relief} />
    </>
  )
}

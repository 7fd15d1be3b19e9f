import { ActionIcon, Alert, Button, Group, Select, Skeleton, Title } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { type CrampCalendar, periodOfYear } from '../../shared/analysis/cramp-calendar.ts'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { calendarDate, crampDay } from '../../shared/time/moment.ts'
import { useNow } from '../data/clock.ts'
import { useOwnFactors } from '../data/queries.ts'
import { useCrampCalendar, useFactorDates } from '../data/search-queries.ts'
import classes from './CrampDays.module.css'
import { YearGrid } from './YearGrid.tsx'

/** Own factors from which on their list is searched by typing. */
const MOST_WITHOUT_SEARCH = 12

/** The cramp-days of a year, chosen by the address. */
export function CrampDays() {
  const [params, setParams] = useSearchParams()
  const now = useNow()
  const thisYear = Number(calendarDate(now).slice(0, 4))
  const year = readYear(params.get('year'), thisYear)
  const { data, error, refetch, isPlaceholderData } = useCrampCalendar(year)
  const { data: factors = [] } = useOwnFactors()
  const [markedId, setMarkedId] = useState<number | null>(null)
  const markedFactor = factors.find(({ id }) => id === markedId)
  const { data: dates = [] } = useFactorDates(markedFactor?.id ?? null, year)
  const marked = markedFactor === undefined ? null : { name: markedFactor.name, dates: new Set(dates) }
  if (error !== null)
    return (
      <Alert color="red" title="The year could not be read">
        <p>{error.message} Nothing in your journal has changed.</p>
        <Button variant="default" onClick={() => refetch()}>
          Try again
        </Button>
      </Alert>
    )
  if (data === undefined)
    return (
      <div role="status" aria-label="Loading the year">
        <Skeleton height={420} radius="lg" />
      </div>
    )
  const goTo = (next: number) => setParams({ view: 'cramp-days', year: String(next) })
  const lastEnded = addDays(crampDay(now), -1)
  return (
    <section className={classes.calendar} aria-labelledby="cramp-days" aria-busy={isPlaceholderData}>
      <header className={classes.header}>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="default"
            size="md"
            aria-label="Year before"
            disabled={data.firstYear === null || year <= data.firstYear}
            onClick={() => goTo(year - 1)}
          >
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <Title order={2} id="cramp-days" className={classes.year} aria-live="polite">
            Cramps in {year}
          </Title>
          <ActionIcon
            variant="default"
            size="md"
            aria-label="Year after"
            disabled={year >= thisYear}
            onClick={() => goTo(year + 1)}
          >
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
        </Group>
        <p className={classes.summary}>{summarize(data, lastEnded)}</p>
        {factors.length > 0 && (
          <Select
            label="Mark the days of"
            placeholder="Nothing"
            clearable
            searchable={factors.length > MOST_WITHOUT_SEARCH}
            data={factors.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={markedId === null ? null : String(markedId)}
            onChange={picked => setMarkedId(picked === null ? null : Number(picked))}
          />
        )}
      </header>
      <YearGrid calendar={data} lastEnded={lastEnded} today={calendarDate(now)} marked={marked} />
      <footer className={classes.legend}>
        <span className={classes.key}>
          <span className={classes.cell} data-state="cramps" aria-hidden>
            2
          </span>
          cramps that began on that day
        </span>
        <span className={classes.key}>
          <span className={classes.cell} data-state="none" aria-hidden />
          no cramp: you said there was none
        </span>
        <span className={classes.key}>
          <span className={classes.cell} data-state="unknown" aria-hidden />
          not known: no cramp logged, and you did not say that there was none
        </span>
        {marked !== null && (
          <span className={classes.key}>
            <span className={classes.cell} data-state="none" data-marked aria-hidden />
            <span>
              with <bdi>{marked.name}</bdi>
            </span>
          </span>
        )}
        <p className={classes.noon}>
          A day runs from noon to noon, so a cramp at 3 in the morning counts towards the evening before it.
        </p>
      </footer>
    </section>
  )
}

function readYear(text: string | null, thisYear: number): number {
  const year = Number(text)
  return text !== null && Number.isInteger(year) && year >= 1900 && year <= thisYear ? year : thisYear
}

/** The year in a sentence. */
function summarize({ year, days }: CrampCalendar, lastEnded: CalendarDate): string {
  const known = days.filter(({ cramps }) => cramps !== null)
  if (known.length === 0) return 'Nothing is known about this year.'
  const withCramps = known.filter(({ cramps }) => cramps !== 0)
  const cramps = withCramps.reduce((sum, day) => sum + (day.cramps ?? 0), 0)
  const { toDate } = periodOfYear(year)
  const end = toDate < lastEnded ? toDate : lastEnded
  const unknown = days.filter(day => day.cramps === null && day.date <= end).length
  const told = `${countDays(withCramps.length)} with ${cramps === 1 ? '1 cramp' : `${cramps} cramps`}, ${known.length - withCramps.length} without.`
  return unknown === 0 ? told : `${told} ${countDays(unknown)} ${unknown === 1 ? 'is' : 'are'} not known.`
}

const countDays = (count: number) => (count === 1 ? '1 day' : `${count} days`)

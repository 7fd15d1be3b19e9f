import { Button, Chip, Popover, Select, TextInput, VisuallyHidden } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { useDisclosure } from '@mantine/hooks'
import { IconCalendar, IconSearch } from '@tabler/icons-react'
import { type Ref, useState } from 'react'
import { entryKinds, kindWords } from '../../shared/kinds/entry.ts'
import { MAX_SEARCH_LENGTH } from '../../shared/kinds/limits.ts'
import { muscles, sides } from '../../shared/kinds/muscles.ts'
import { type EntryFilter, filterSides } from '../../shared/search/entry-filter.ts'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { getToday, useNow } from '../data/clock.ts'
import { formatDate, formatDateRange } from '../data/format.ts'
import { useDayStart } from '../data/queries.ts'
import { useHistorySources } from '../history/history-queries.ts'
import { DateInput } from '../ui/fields/DateInput.tsx'
import { getReadable, getUnread } from '../ui/fields/unread.ts'
import classes from './EntryFilters.module.css'

export interface EntryFiltersProps {
  filter: EntryFilter
  onChange: (changed: Partial<EntryFilter>) => void
  /** Text of the search field. */
  typed: string
  onType: (text: string) => void
  searchRef: Ref<HTMLInputElement>
}

/** Search controls: text, kinds, cramp site, source, period. */
export function EntryFilters({ filter, onChange, typed, onType, searchRef }: EntryFiltersProps) {
  return (
    <search className={classes.filters}>
      <TextInput
        ref={searchRef}
        type="search"
        aria-label="Search notes and names"
        className={classes.search}
        placeholder="Search notes and names"
        leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
        maxLength={MAX_SEARCH_LENGTH}
        value={typed}
        onChange={event => onType(event.currentTarget.value)}
      />
      <Select
        aria-label="Place of the cramp"
        className={classes.place}
        placeholder="Any place"
        clearable
        clearButtonProps={{ 'aria-label': 'Any place' }}
        data={muscles.ids.map(value => ({ value, label: muscles.words[value] }))}
        value={filter.muscle}
        onChange={muscle => onChange({ muscle })}
      />
      <Select
        aria-label="Side of the cramp"
        className={classes.side}
        placeholder="Any side"
        clearable
        clearButtonProps={{ 'aria-label': 'Any side' }}
        data={filterSides.map(value => ({ value, label: sides.words[value] }))}
        value={filter.side}
        onChange={side => onChange({ side })}
      />
      <SourceField filter={filter} onChange={onChange} />
      <PeriodField filter={filter} onChange={onChange} />
      <Chip.Group
        multiple
        value={[...filter.kinds]}
        onChange={chosen => onChange({ kinds: entryKinds.filter(kind => chosen.includes(kind)) })}
      >
        <fieldset className={classes.kinds}>
          <legend className={classes.legend}>Kinds</legend>
          {entryKinds.map(kind => (
            <Chip key={kind} value={kind} size="xs" variant="outline">
              {kindWords[kind]}
            </Chip>
          ))}
        </fieldset>
      </Chip.Group>
    </search>
  )
}

/** Program that entries came from. Shown once there is one. */
function SourceField({ filter: { source }, onChange }: Pick<EntryFiltersProps, 'filter' | 'onChange'>) {
  const { data: sources = [] } = useHistorySources()
  const names = new Set([...sources.map(({ name }) => name), ...(source === null ? [] : [source])])
  if (names.size === 0) return null
  return (
    <Select
      aria-label="Where entries came from"
      className={classes.place}
      placeholder="From anywhere"
      clearable
      clearButtonProps={{ 'aria-label': 'From anywhere' }}
      data={Array.from(names, name => ({ value: name, label: `From: ${name}` }))}
      value={source}
      onChange={picked => onChange({ source: picked })}
    />
  )
}

type Dates = [CalendarDate | null, CalendarDate | null]

/** Two dates that are chosen one after the other: only both of them, or none, are a period to look in. */
function PeriodField({ filter, onChange }: Pick<EntryFiltersProps, 'filter' | 'onChange'>) {
  const [begun, setBegun] = useState<Dates | null>(null)
  const [isPicking, picker] = useDisclosure(false)
  const today = getToday(useNow(), useDayStart())
  const last = (days: number): [CalendarDate, CalendarDate] => [addDays(today, 1 - days), today]
  const dates: Dates = begun ?? [filter.fromDate, filter.toDate]
  const choose = ([fromDate, toDate]: Dates) => {
    // The first date alone is not a period yet.
    if (fromDate !== null && toDate === null) return setBegun([fromDate, null])
    setBegun(null)
    picker.close()
    onChange({ fromDate, toDate })
  }
  return (
    <Popover opened={isPicking} onDismiss={picker.close} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          className={classes.period}
          leftSection={<IconCalendar size={16} aria-hidden />}
          onClick={picker.toggle}
        >
          <VisuallyHidden>Time: </VisuallyHidden>
          {formatDates(dates)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.dates}>
          <FilterDate
            label="From"
            value={filter.fromDate}
            latest={filter.toDate ?? today}
            onChange={fromDate => onChange({ fromDate })}
          />
          <FilterDate
            label="To"
            value={filter.toDate}
            earliest={filter.fromDate}
            latest={today}
            onChange={toDate => onChange({ toDate })}
          />
        </div>
        <DatePicker
          type="range"
          allowSingleDateInRange
          maxDate={today}
          // Mantine would open the month of the machine's own clock.
          defaultDate={dates[1] ?? dates[0] ?? today}
          value={dates}
          presets={[
            { label: 'Any time', value: [null, null] },
            { label: 'Last 7 days', value: last(7) },
            { label: 'Last 4 weeks', value: last(28) },
            { label: 'Last 12 months', value: last(365) },
          ]}
          onChange={choose}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

interface FilterDateProps {
  label: string
  value: CalendarDate | null
  /** Null: from the beginning on. */
  earliest?: CalendarDate | null
  latest: CalendarDate
  onChange: (date: CalendarDate | null) => void
}

/** Date field for one end of the period. The filter changes when the field is left; empty leaves that end open. */
function FilterDate({ label, value, earliest = null, latest, onChange }: FilterDateProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const findProblem = (date: string) => {
    if (date === '') return undefined
    if (date > latest) return `Enter a date up to ${formatDate(latest)}.`
    return earliest !== null && date < earliest ? `Enter a date from ${formatDate(earliest)} on.` : undefined
  }
  return (
    <DateInput
      label={label}
      size="sm"
      withoutCalendar
      value={typed ?? value ?? ''}
      onChange={setTyped}
      maxDate={latest}
      error={typed !== null && findProblem(getReadable(typed))}
      onLeave={left => {
        if (getUnread(left) !== null || findProblem(left) !== undefined) return
        setTyped(null)
        if (left !== (value ?? '')) onChange(left === '' ? null : left)
      }}
    />
  )
}

/** Text of the period field for the dates chosen so far. */
function formatDates([from, to]: Dates): string {
  if (from !== null && to !== null) return formatDateRange(from, to)
  if (from !== null) return `From ${formatDate(from)}`
  return to === null ? 'Any time' : `Until ${formatDate(to)}`
}

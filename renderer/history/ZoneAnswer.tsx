import { ActionIcon, Button, Group, Select, Stack } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type Ref, useState } from 'react'
import type { Answer } from '../../shared/history/history.ts'
import { readZones, type Stay, writeZones } from '../../shared/history/zones.ts'
import type { AskedQuestion } from '../../shared/history-calls.ts'
import { getToday, useNow } from '../data/clock.ts'
import { useDayStart } from '../data/queries.ts'
import { DateInput } from '../ui/fields/DateInput.tsx'
import { getReadable } from '../ui/fields/unread.ts'
import { describeQuestion } from './question-words.ts'

interface ZoneAnswerProps {
  question: AskedQuestion
  fieldRef: Ref<HTMLInputElement>
  onAnswer: (answer: Answer) => void
}

/** Zone in which the person lived, and stays in others. */
export function ZoneAnswer({ question, fieldRef, onAnswer }: ZoneAnswerProps) {
  const given = readZones(question.given ?? undefined)
  const [stays, setStays] = useState<readonly Stay[]>(given?.stays ?? [])
  const home = given?.home ?? ''
  /** Stays count once they are complete. */
  function change(nextHome: string, next: readonly Stay[]) {
    setStays(next)
    if (nextHome !== '') onAnswer(writeZones({ home: nextHome, stays: next.filter(isComplete) }))
  }
  return (
    <Stack gap="xs">
      <ZoneSelect
        label={question.text}
        description={describeQuestion(question)}
        fieldRef={fieldRef}
        value={home}
        onChange={zone => change(zone, stays)}
      />
      {stays.map((stay, index) => (
        <StayFields
          // Stays have no identity but their place in the list.
          key={String(index)}
          number={index + 1}
          stay={stay}
          onChange={changed => change(home, stays.with(index, changed))}
          onRemove={() => change(home, stays.toSpliced(index, 1))}
        />
      ))}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => setStays([...stays, { from: '', to: '', zone: '' }])}
        >
          I was in another zone for a while
        </Button>
      </div>
    </Stack>
  )
}

const isComplete = ({ from, to, zone }: Stay) =>
  getReadable(from) !== '' && getReadable(to) !== '' && from <= to && zone !== ''

interface StayFieldsProps {
  number: number
  stay: Stay
  onChange: (stay: Stay) => void
  onRemove: () => void
}

function StayFields({ number, stay, onChange, onRemove }: StayFieldsProps) {
  const maxDate = getToday(useNow(), useDayStart())
  return (
    <Group gap="sm" align="flex-end" role="group" aria-label={`Stay ${number}`}>
      <DateInput
        label="From"
        w={160}
        value={stay.from}
        maxDate={maxDate}
        onChange={from => onChange({ ...stay, from })}
      />
      <DateInput
        label="To"
        w={160}
        value={stay.to}
        maxDate={maxDate}
        onChange={to => onChange({ ...stay, to })}
      />
      <ZoneSelect label="Zone" value={stay.zone} onChange={zone => onChange({ ...stay, zone })} />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="input-sm"
        aria-label={`Remove stay ${number}`}
        onClick={onRemove}
      >
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </Group>
  )
}

interface ZoneSelectProps {
  label: string
  description?: string
  fieldRef?: Ref<HTMLInputElement>
  /** '' while there is none. */
  value: string
  onChange: (zone: string) => void
}

function ZoneSelect({ label, description, fieldRef, value, onChange }: ZoneSelectProps) {
  return (
    <Select
      {...(fieldRef !== undefined && { ref: fieldRef })}
      label={label}
      description={description}
      placeholder="Type a city"
      searchable
      allowDeselect={false}
      limit={60}
      maxDropdownHeight={280}
      nothingFoundMessage="Type the largest city of that zone."
      data={listZones(value)}
      value={value || null}
      // Typing replaces the city: behind its name it would find nothing.
      onFocus={event => event.currentTarget.select()}
      onChange={zone => zone !== null && onChange(zone)}
    />
  )
}

/** Zones that the system knows, by city; the present one is among them, whatever its name. */
const listZones = (present: string) =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), ...(present === '' ? [] : [present])])].map(zone => ({
    value: zone,
    label: nameZone(zone),
  }))

/** "New York (America)". */
function nameZone(zone: string): string {
  const parts = zone.replaceAll('_', ' ').split('/')
  const city = parts.at(-1) ?? zone
  return parts.length === 1 ? city : `${city} (${parts.slice(0, -1).join(', ')})`
}

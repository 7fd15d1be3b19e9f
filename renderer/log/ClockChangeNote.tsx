import { SegmentedControl, Text } from '@mantine/core'
import type { Moment } from '../../shared/time/moment.ts'
import { momentAtOffset } from '../../shared/time/time-zone.ts'
import { formatTime } from '../data/format.ts'
import { useFormZone } from './form-zone-context.ts'
import { getReadableWhen, listMomentsOfWhen, type When } from './when.ts'

export interface ClockChangeNoteProps {
  when: When
  /** Receives the choice between two moments. Without it there is no choice, and the note says which one is used. */
  onChange?: (when: When) => void
}

/** Note on a night of a clock change: the time came twice, with the question which one is meant, or did not exist. */
export function ClockChangeNote({ when, onChange }: ClockChangeNoteProps) {
  const zone = useFormZone()
  const { date, clock } = getReadableWhen(when)
  if (date === '' || clock === '') return null
  const [first, second] = listMomentsOfWhen(when, zone)
  const time = formatTime(momentAtOffset(date, clock, 0))
  if (first === undefined)
    return (
      <Text size="xs" mt={6} role="status">
        There was no {time} that night, because the clocks went forward. Enter an earlier or a later time.
      </Text>
    )
  if (second === undefined) return null
  if (onChange === undefined)
    return (
      <Text size="xs" c="dimmed" mt={6} role="status">
        {time} came twice that night. The first one, before the clocks went back, is used.
      </Text>
    )
  const wordOf = (moment: Moment) => String(moment.offsetMinutes)
  return (
    <>
      <Text size="xs" mt={6} role="status">
        {time} came twice that night. Which one was it?
      </Text>
      <SegmentedControl
        mt={4}
        size="xs"
        aria-label={`Which ${time}`}
        data={[
          { value: wordOf(first), label: 'Before the clocks went back' },
          { value: wordOf(second), label: 'After' },
        ]}
        value={wordOf(when.offsetMinutes === second.offsetMinutes ? second : first)}
        onChange={word => onChange({ ...when, offsetMinutes: Number(word) })}
      />
    </>
  )
}

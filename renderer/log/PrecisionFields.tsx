import { SegmentedControl, Stack, Text } from '@mantine/core'
import {
  getSpanOfDay,
  type OnsetPrecision,
  onsetPrecisions,
  roughPrecisions,
} from '../../shared/kinds/onset.ts'
import { MS_PER_MINUTE } from '../../shared/time/moment.ts'
import { formatTime } from '../data/format.ts'

interface PrecisionFieldsProps {
  precision: OnsetPrecision
  onChange: (precision: OnsetPrecision) => void
}

/** Chosen first: it claims the least. */
const ROUGH_AT_FIRST: OnsetPrecision = 'date'

const finePrecisions = onsetPrecisions.ids.filter(id => !roughPrecisions.includes(id))
const choices = [
  ...finePrecisions.map(value => ({ value, label: onsetPrecisions.words[value] })),
  { value: ROUGH_AT_FIRST, label: 'Less exactly' },
]

const formatClock = (minutes: number) => formatTime({ at: minutes * MS_PER_MINUTE, offsetMinutes: 0 })

/** How well the time of a cramp is known; a part of the day or the date alone is a second choice. */
export function PrecisionFields({ precision, onChange }: PrecisionFieldsProps) {
  const isRough = roughPrecisions.includes(precision)
  const span = getSpanOfDay(precision)
  return (
    <Stack gap={6}>
      <SegmentedControl
        size="sm"
        aria-label="How well you know the time"
        data={choices}
        value={isRough ? ROUGH_AT_FIRST : precision}
        onChange={onChange}
      />
      {isRough && (
        <SegmentedControl
          size="sm"
          aria-label="What you know"
          data={roughPrecisions.map(value => ({ value, label: onsetPrecisions.words[value] }))}
          value={precision}
          onChange={onChange}
        />
      )}
      {span !== null && precision !== 'date' && (
        <Text size="xs" c="dimmed">
          Some time between {formatClock(span.from)} and {formatClock(span.until)}.
        </Text>
      )}
    </Stack>
  )
}

import { Button, Group, Text } from '@mantine/core'
import { calendarDate } from '../../shared/time/moment.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'
import { useClock } from '../data/clock.ts'
import { formatDate, formatTime } from '../data/format.ts'
import classes from './BegunLine.module.css'

export interface BegunLineProps {
  /** UTC milliseconds of the last change. */
  begunAt: number
  onStartAfresh: () => void
}

/** Says that a form continues what was left unfinished. */
export function BegunLine({ begunAt, onStartAfresh }: BegunLineProps) {
  const moment = momentOfInstant(begunAt, useClock().timeZone())
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap" className={classes.begun} role="status">
      <Text size="sm">
        You started this on {formatDate(calendarDate(moment), 'short')}, {formatTime(moment)}. Continue, or
      </Text>
      <Button variant="default" size="compact-sm" flex="none" onClick={onStartAfresh}>
        Start afresh
      </Button>
    </Group>
  )
}

import { List, Text } from '@mantine/core'
import type { ComparedDays } from '../../shared/analysis/compared-days.ts'
import { isolate } from '../../shared/locale/bidi.ts'
import { formatNumber } from '../data/format.ts'
import { useComparedDays } from './history-queries.ts'

interface GainedDaysProps {
  /** Days before the import. */
  before: readonly ComparedDays[]
  /** The sheet follows, whose answers make days known. */
  asksBelow: boolean
}

/** Things compared with the cramps that have more known days than before. */
export function GainedDays({ before, asksBelow }: GainedDaysProps) {
  const { data: now } = useComparedDays()
  if (now === undefined) return <Text size="sm">Counting the days that can be compared …</Text>
  const gained = now.flatMap(({ key, name, days }) => {
    const more = days - (before.find(other => other.key === key)?.days ?? 0)
    return more > 0 ? [{ key, name, days, more }] : []
  })
  if (gained.length === 0)
    return (
      <Text size="sm" role="status">
        None of these days can be compared with your cramps yet. First you have to say that a day has all its
        cramps, and all its drinks.{' '}
        {asksBelow ? 'Answer below what you remember.' : '“That is everything” says so on the page of a day.'}
      </Text>
    )
  return (
    <div role="status">
      <Text size="sm">Days that can now be compared with your cramps:</Text>
      <List size="sm">
        {gained.map(({ key, name, days, more }) => (
          <List.Item key={key}>
            {isolate(name)}: {formatNumber(more)} more, {formatNumber(days)} in all
          </List.Item>
        ))}
      </List>
    </div>
  )
}

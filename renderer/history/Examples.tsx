import { Button, List, Text } from '@mantine/core'
import { useState } from 'react'
import type { EntryDraft } from '../../shared/kinds/entry.ts'
import { useLists } from '../data/queries.ts'
import { useUnits } from '../data/units.ts'
import { writeExample } from './example-sentence.ts'

interface ExamplesProps {
  examples: readonly EntryDraft[]
  /** Leads to the question about the zone; null where the file states its own. */
  onWrong: (() => void) | null
}

/** Dated sentences that confirm the clock: a wrong zone shows in a bedtime at once. */
export function Examples({ examples, onWrong }: ExamplesProps) {
  const lists = useLists()
  const units = useUnits()
  const [isWrong, setWrong] = useState(false)
  return (
    <>
      <List size="sm" spacing={4}>
        {examples.map(draft => (
          <List.Item key={`${draft.kind} ${draft.at}`}>{writeExample(draft, lists, units)}</List.Item>
        ))}
      </List>
      {isWrong && onWrong === null && (
        <Text size="sm" role="status">
          The file states the time of each entry itself, so there is no other way to read it. If the times are
          wrong, choose Cancel.
        </Text>
      )}
      <div>
        <Button variant="default" size="compact-md" onClick={onWrong ?? (() => setWrong(true))}>
          No, these times are wrong
        </Button>
      </div>
    </>
  )
}

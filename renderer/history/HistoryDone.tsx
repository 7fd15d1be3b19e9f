import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { ComparedDays } from '../../shared/analysis/compared-days.ts'
import type { Output } from '../../shared/contract.ts'
import { countWords } from '../data/format.ts'
import { useUndoLast } from '../ui/components/Undo.tsx'
import { GainedDays } from './GainedDays.tsx'
import { useHistorySheet } from './history-queries.ts'
import { SheetQuestions } from './SheetQuestions.tsx'

type StoredHistory = Extract<Output<'runHistory'>, { state: 'done' }>

interface HistoryDoneProps {
  stored: StoredHistory
  /** Days before the import. */
  before: readonly ComparedDays[]
  onClose: () => void
}

/** End of an import: what came in, Undo as a whole, and the questions that make its days known. */
export function HistoryDone({ stored, before, onClose }: HistoryDoneProps) {
  const undoLast = useUndoLast()
  const { data: sheet = [] } = useHistorySheet(stored.source)
  const heading = useRef<HTMLHeadingElement>(null)
  // A screen reader hears that it is done, and Tab goes on from there.
  useEffect(() => heading.current?.focus(), [])
  return (
    <Stack gap="lg">
      <div>
        <Title order={3} size="h4" ref={heading} tabIndex={-1}>
          {describeDone(stored)}
        </Title>
        <Text size="sm" mt={4}>
          You find it in the Journal. All of it can be removed later, in Settings under “Where entries came
          from”.
        </Text>
        <Button mt="sm" variant="default" size="compact-md" onClick={undoLast}>
          Undo the whole import
        </Button>
      </div>
      <GainedDays before={before} asksBelow={sheet.length > 0} />
      {sheet.length > 0 && <SheetQuestions questions={sheet} />}
      <Group justify="flex-end">
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  )
}

/** "4,812 entries added, 12 entries updated." */
export function describeDone({ added, updated }: StoredHistory): string {
  const words = [`${countWords(added, 'entry', 'entries')} added`]
  if (updated > 0) words.push(`${countWords(updated, 'entry', 'entries')} updated`)
  return `${words.join(', ')}.`
}

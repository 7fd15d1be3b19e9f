import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { HistorySource } from '../../shared/history-calls.ts'
import { isolate } from '../../shared/locale/bidi.ts'
import { countWords, formatDateRange } from '../data/format.ts'
import { showError } from '../ui/components/messages.ts'
import { useOfferUndo } from '../ui/components/Undo.tsx'
import { useHistorySheet, useHistorySources, useRemoveSource, useRestoreSource } from './history-queries.ts'
import { SheetQuestions } from './SheetQuestions.tsx'
import classes from './SourceList.module.css'
import { useChooseFiles } from './use-choose-files.ts'

/** Programs whose history was brought along: their entries, the open questions about them, and their removal. */
export function SourceList() {
  const { data: sources = [] } = useHistorySources()
  if (sources.length === 0) return null
  return (
    <Stack gap="sm" role="group" aria-label="Where entries came from">
      <Text fw={550}>Where entries came from</Text>
      <ul className={classes.sources}>
        {sources.map(source => (
          <SourceItem key={source.id} source={source} />
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        A newer export adds only what is new. What you changed stays as you changed it.
      </Text>
    </Stack>
  )
}

function SourceItem({ source }: { source: HistorySource }) {
  const { id, name } = source
  const remove = useRemoveSource()
  const restore = useRestoreSource()
  const offerUndo = useOfferUndo()
  const choose = useChooseFiles()
  const { data: sheet = [] } = useHistorySheet(id)
  const [isAsking, setAsking] = useState(false)
  const open = sheet.flatMap(({ months }) => months).filter(({ answer }) => answer === null).length
  async function removeAll() {
    try {
      // Awaited: by the time of the reply this line may be gone, and callbacks of `mutate` with it.
      await remove.mutateAsync(id)
      offerUndo({
        message: `Removed what came from ${isolate(name)}.`,
        undo: () => restore.mutateAsync(id),
        undone: `What came from ${isolate(name)} is back.`,
      })
    } catch (error) {
      showError(error)
    }
  }
  return (
    <li className={classes.source}>
      <div>
        <Text fw={550}>
          <bdi>{name}</bdi>
        </Text>
        <Text size="sm" c="dimmed">
          {describeSource(source)}
        </Text>
      </div>
      <Group gap="xs">
        {sheet.length > 0 && (
          <Button
            variant="default"
            size="compact-md"
            aria-label={`Questions about ${name}`}
            onClick={() => setAsking(true)}
          >
            {open === 0 ? 'Your answers' : countWords(open, 'open question', 'open questions')}
          </Button>
        )}
        <Button
          variant="default"
          size="compact-md"
          aria-label={`Import again from ${name}`}
          onClick={() => choose({ what: 'files' })}
        >
          Import again
        </Button>
        <Button
          variant="default"
          size="compact-md"
          aria-label={`Remove everything that came from ${name}`}
          loading={remove.isPending}
          onClick={removeAll}
        >
          Remove all
        </Button>
      </Group>
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={`Questions about ${name}`} size="lg">
        <SheetQuestions questions={sheet} />
      </Modal>
    </li>
  )
}

function describeSource({ entries, firstDate, lastDate }: HistorySource): string {
  const count = countWords(entries, 'entry', 'entries')
  return firstDate === null || lastDate === null ? count : `${count}, ${formatDateRange(firstDate, lastDate)}`
}

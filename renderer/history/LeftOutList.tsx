import { Button, List, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Answers } from '../../shared/history/history.ts'
import type { ReadyHistory } from '../../shared/history-calls.ts'
import { isolate } from '../../shared/locale/bidi.ts'
import { capitalize } from '../../shared/locale/capitalize.ts'
import { countWords, formatNumber } from '../data/format.ts'
import { useJournalClient } from '../data/journal-client.ts'
import { showError, showMessage } from '../ui/components/messages.ts'

interface LeftOutListProps {
  preview: ReadyHistory
  files: string
  answers: Answers
}

/** Names of things without a place in a journal that are shown before "and more". */
const NAMED = 8

/** Records that stay out, by reason, with a way to save the list; and what a journal has no place for. */
export function LeftOutList({ preview: { leftOut, ignored }, files, answers }: LeftOutListProps) {
  const journal = useJournalClient()
  const save = useMutation({
    mutationFn: () => journal.saveHistoryLeftOut({ files, answers }),
    onSuccess: ({ path }) => path !== null && showMessage(`Saved as ${path}.`),
    onError: showError,
  })
  const total = leftOut.reduce((sum, { count }) => sum + count, 0)
  const named = ignored.toSorted((a, b) => b.count - a.count).slice(0, NAMED)
  const more = ignored.length - named.length
  return (
    <>
      {total > 0 && (
        <div>
          <Text>{countWords(total, 'record is', 'records are')} left out:</Text>
          <List size="sm">
            {leftOut.map(({ what, count }) => (
              <List.Item key={what}>
                {isolate(capitalize(what))}: {formatNumber(count)}
              </List.Item>
            ))}
          </List>
          <Button
            mt="xs"
            variant="default"
            size="compact-sm"
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            Save the list
          </Button>
        </div>
      )}
      {named.length > 0 && (
        <Text size="sm" c="dimmed">
          A journal of cramps has no place for: {named.map(describeIgnored).join(', ')}
          {more > 0 && `, and ${formatNumber(more)} more`}.
        </Text>
      )}
    </>
  )
}

const describeIgnored = ({ what, count }: ReadyHistory['ignored'][number]) =>
  `${isolate(what)} (${formatNumber(count)})`

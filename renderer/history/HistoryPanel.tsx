import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ChosenFiles } from '../../shared/archive/calls.ts'
import type { Answers } from '../../shared/history/history.ts'
import { useJournalClient } from '../data/journal-client.ts'
import { queryKeys } from '../data/queries.ts'
import { useJob, useStartedJob } from '../data/use-job.ts'
import { showMessage } from '../ui/components/messages.ts'
import { useOfferUndo } from '../ui/components/Undo.tsx'
import { describeDone, HistoryDone } from './HistoryDone.tsx'
import { HistoryPreviewPanel } from './HistoryPreviewPanel.tsx'
import { useUndoHistory } from './history-queries.ts'

/** Running step for the chosen files. */
export type HistoryWork = 'none' | 'reading' | 'importing'

interface HistoryPanelProps {
  chosen: ChosenFiles
  onWork: (work: HistoryWork) => void
  onClose: () => void
}

/** Reading, preview, import and its result, one after the other. */
export function HistoryPanel({ chosen, onWork, onClose }: HistoryPanelProps) {
  const journal = useJournalClient()
  const client = useQueryClient()
  const offerUndo = useOfferUndo()
  const undo = useUndoHistory()
  const { files } = chosen
  const [answers, setAnswers] = useState<Answers>({})
  const preview = useJob({
    queryKey: ['history-preview', files, answers],
    run: options => journal.previewHistory({ files, answers }, options),
    keepsPrevious: true,
    isVolatile: true,
  })
  // Counted before the import, so that the end can say what it has gained.
  const daysBefore = {
    queryKey: ['compared-days-before', files],
    queryFn: () => journal.listComparedDays({}),
    staleTime: Number.POSITIVE_INFINITY,
  }
  const { data: before = [] } = useQuery(daysBefore)
  const importing = useStartedJob(async (plan: string, options) => {
    await client.ensureQueryData(daysBefore).catch(() => [])
    const result = await journal.runHistory({ files, answers, plan }, options)
    // The safety copy is one of them.
    void client.invalidateQueries({ queryKey: queryKeys.backups })
    if (result.state === 'cancelled') {
      showMessage('The import was cancelled. Nothing was added to the journal.')
      onClose()
    }
    // Also for a dialog that a cramp has closed meanwhile.
    else
      offerUndo({
        message: describeDone(result),
        undo: async () => {
          await undo.mutateAsync(result.import)
          onClose()
        },
        undone: 'Your journal is as it was before the import.',
      })
    return result
  })
  const work = importing.isPending ? 'importing' : preview.isRunning ? 'reading' : 'none'
  useEffect(() => {
    onWork(work)
    return () => onWork('none')
  }, [work, onWork])

  if (importing.data?.state === 'done')
    return <HistoryDone stored={importing.data} before={before} onClose={onClose} />
  if (importing.isPending)
    return <Working what="Adding to your journal" {...importing} onCancel={importing.stop} />
  if (preview.isStopped || preview.output?.state === 'cancelled') return <Text>Nothing was read.</Text>
  if (preview.output === undefined)
    return preview.error === null ? (
      <Working what={`Reading ${nameFiles(chosen.names)}`} {...preview} onCancel={preview.stop} />
    ) : (
      <Refused message={preview.error.message} onClose={onClose} />
    )
  return (
    <HistoryPreviewPanel
      files={files}
      preview={preview.output}
      answers={answers}
      onAnswer={(id, answer) => setAnswers(given => ({ ...given, [id]: answer }))}
      isBusy={preview.isRunning}
      error={preview.error ?? importing.error}
      onLookAgain={() => {
        importing.reset()
        preview.runAgain()
      }}
      onImport={plan => importing.mutate(plan)}
      onClose={onClose}
    />
  )
}

const nameFiles = (names: readonly string[]) => (names.length === 1 ? names[0] : `${names.length} files`)

interface WorkingProps {
  what: string
  progress: { readonly done: number; readonly total: number } | null
  onCancel: () => void
}

function Working({ what, progress, onCancel }: WorkingProps) {
  const percent = progress === null || progress.total === 0 ? null : (100 * progress.done) / progress.total
  return (
    <Stack>
      <Text role="status">{what} …</Text>
      <Progress value={percent ?? 100} animated={percent === null} aria-label={what} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </Stack>
  )
}

function Refused({ message, onClose }: { message: string; onClose: () => void }) {
  return (
    <Stack>
      <Alert color="red" role="alert" title="This cannot be brought in">
        {message}
      </Alert>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
      </Group>
    </Stack>
  )
}

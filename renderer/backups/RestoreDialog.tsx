import {
  Alert,
  Button,
  Group,
  Loader,
  Modal,
  PasswordInput,
  Stack,
  Table,
  Text,
  VisuallyHidden,
} from '@mantine/core'
import { useIsMutating, useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { BackupPreview, BackupRef, Holding } from '../../shared/archive/backup.ts'
import { entryKinds, kindWords } from '../../shared/kinds/entry.ts'
import { countWords, formatDateRange, formatNumber } from '../data/format.ts'
import { useJournalClient } from '../data/journal-client.ts'
import { problemWords } from './backup-words.ts'
import { LOCKED_DIALOG } from './locked-dialog.ts'
import { restartPage } from './restart-page.ts'

export interface RestoreDialogProps {
  /** Null while the dialog is closed. */
  backup: BackupRef | null
  onClose: () => void
  /** Called after the backup has replaced the journal. Reloads the page by default; tests override it. */
  onRestored?: () => void
}

/** Confirmation of a restore: compares the backup with the present journal before it is replaced. */
export function RestoreDialog({ backup, onClose, onRestored = restartPage }: RestoreDialogProps) {
  const isRestoring = useIsMutating({ mutationKey: restoringKey }) > 0
  return (
    <Modal
      opened={backup !== null}
      onClose={onClose}
      title="Restore this backup?"
      size="lg"
      {...(isRestoring && LOCKED_DIALOG)}
    >
      {backup !== null && (
        <RestorePreview key={nameSource(backup)} backup={backup} onClose={onClose} onRestored={onRestored} />
      )}
    </Modal>
  )
}

const nameSource = (backup: BackupRef) =>
  backup.place === 'chosen' ? `chosen ${backup.file}` : `${backup.place} ${backup.name}`

const restoringKey = ['restore-backup']

interface RestorePreviewProps {
  backup: BackupRef
  onClose: () => void
  onRestored: () => void
}

function RestorePreview({ backup, onClose, onRestored }: RestorePreviewProps) {
  const journal = useJournalClient()
  const [passphrase, setPassphrase] = useState<string | null>(null)
  const { data: preview, error } = useQuery({
    queryKey: ['backup-preview', nameSource(backup), passphrase],
    // Unlocking and reading a large file takes long: closing the dialog cancels it.
    queryFn: ({ signal }) => journal.previewBackup({ backup, passphrase }, { signal }),
    retry: false,
    gcTime: 0,
    staleTime: 0,
  })
  const restore = useMutation({
    mutationKey: restoringKey,
    mutationFn: () => journal.restoreBackup({ backup, passphrase }),
    onSuccess: onRestored,
  })
  if (error) return <Alert color="red">{error.message}</Alert>
  if (preview === undefined) return <Loader aria-label="Reading the backup" />
  if (preview.state === 'locked')
    return <PassphraseQuestion message={preview.message} onAnswer={setPassphrase} />
  if (preview.state === 'refused')
    return (
      <Stack>
        <Alert color="red" role="alert" title="This file cannot be restored">
          {problemWords[preview.problem]} Your journal is as it was.
        </Alert>
        <Text size="sm" c="dimmed">
          For someone helping you: {preview.detail}
        </Text>
      </Stack>
    )
  return (
    <Stack>
      <HoldingTable preview={preview} />
      <Text>{describeLoss(preview)}</Text>
      {restore.error && (
        <Alert color="red" role="alert">
          {restore.error.message}
        </Alert>
      )}
      <Text role="status">
        {restore.isPending && 'Restoring. Unknot will start again with the backup in a moment.'}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" disabled={restore.isPending} onClick={onClose}>
          Cancel
        </Button>
        <Button loading={restore.isPending} onClick={() => restore.mutate()}>
          Restore
        </Button>
      </Group>
    </Stack>
  )
}

type SoundPreview = Extract<BackupPreview, { state: 'sound' }>

function describeLoss({ now, onlyNow }: SoundPreview): string {
  if (now === null || onlyNow === null)
    return 'The journal that cannot be opened is kept, next to the backups.'
  if (onlyNow === 0) return 'Nothing that is in the journal now is missing from this backup.'
  const many = countWords(onlyNow, 'entry is', 'entries are')
  return `${many} in the journal now but missing from the backup, or different there. A safety copy of the journal as it is now is made first, so you can come back to it.`
}

function HoldingTable({ preview: { backup, now } }: { preview: SoundPreview }) {
  const kinds = entryKinds.filter(kind => backup.counts[kind] > 0 || (now?.counts[kind] ?? 0) > 0)
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>
            <VisuallyHidden>Kind</VisuallyHidden>
          </Table.Th>
          <Table.Th ta="right">In the backup</Table.Th>
          {now !== null && <Table.Th ta="right">In the journal now</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {kinds.map(kind => (
          <Table.Tr key={kind}>
            <Table.Th fw={400}>{kindWords[kind]}</Table.Th>
            <Table.Td ta="right">{formatNumber(backup.counts[kind])}</Table.Td>
            {now !== null && <Table.Td ta="right">{formatNumber(now.counts[kind])}</Table.Td>}
          </Table.Tr>
        ))}
        <Table.Tr>
          <Table.Th fw={400}>From first to last</Table.Th>
          <Table.Td ta="right">{describeDates(backup)}</Table.Td>
          {now !== null && <Table.Td ta="right">{describeDates(now)}</Table.Td>}
        </Table.Tr>
      </Table.Tbody>
    </Table>
  )
}

const describeDates = ({ firstDate, lastDate }: Holding) =>
  firstDate === null || lastDate === null ? 'nothing' : formatDateRange(firstDate, lastDate)

export interface PassphraseQuestionProps {
  /** Error message of the previous attempt. */
  message: string | null
  onAnswer: (passphrase: string) => void
}

/** Passphrase prompt of an encrypted file. */
export function PassphraseQuestion({ message, onAnswer }: PassphraseQuestionProps) {
  const [typed, setTyped] = useState('')
  function answer(event: FormEvent) {
    event.preventDefault()
    if (typed !== '') onAnswer(typed)
  }
  return (
    <form onSubmit={answer}>
      <Stack>
        <PasswordInput
          label="Passphrase"
          description="This file is locked."
          value={typed}
          onChange={event => setTyped(event.currentTarget.value)}
          error={message}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button type="submit" disabled={typed === ''}>
            Unlock
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

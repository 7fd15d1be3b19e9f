import { Alert, Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useIsMutating, useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ERASE_WORD } from '../../../shared/archive/calls.ts'
import { useBackups } from '../../backups/backup-queries.ts'
import { LOCKED_DIALOG } from '../../backups/locked-dialog.ts'
import { clearPageStorage, restartPage } from '../../backups/restart-page.ts'
import { useJournalClient } from '../../data/journal-client.ts'

const erasingKey = ['erase-everything']

/** Deletion of the journal and all its backups. */
export function EraseEverything() {
  const [opened, dialog] = useDisclosure(false)
  const isErasing = useIsMutating({ mutationKey: erasingKey }) > 0
  return (
    <Stack gap="sm" role="group" aria-label="Erase everything">
      <Text fw={550}>Erase everything</Text>
      <Text size="sm">
        The journal and its backups, for good. Copies that you saved elsewhere stay there.
      </Text>
      <div>
        <Button variant="default" onClick={dialog.open}>
          Erase everything
        </Button>
      </div>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title="Erase everything?"
        {...(isErasing && LOCKED_DIALOG)}
      >
        <EraseForm onCancel={dialog.close} />
      </Modal>
    </Stack>
  )
}

function EraseForm({ onCancel }: { onCancel: () => void }) {
  const journal = useJournalClient()
  const { data } = useBackups()
  const [typed, setTyped] = useState('')
  const [alsoOwn, setAlsoOwn] = useState(false)
  const erase = useMutation({
    mutationKey: erasingKey,
    mutationFn: () => journal.eraseEverything({ confirmation: ERASE_WORD, ownFolder: alsoOwn }),
    onSuccess: () => {
      clearPageStorage()
      restartPage()
    },
  })
  const isConfirmed = typed.trim().toLowerCase() === ERASE_WORD
  function submit(event: FormEvent) {
    event.preventDefault()
    if (isConfirmed) erase.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>
          Every entry, the closet, your settings and all backups beside the journal are deleted. This cannot
          be undone, not even by Unknot. What you typed and never saved goes too; its last traces are removed
          the next time Unknot starts.
        </Text>
        {data?.ownFolder != null && (
          <Checkbox
            label="Also this journal’s backups in your folder"
            description={data.ownFolder.path}
            checked={alsoOwn}
            onChange={event => setAlsoOwn(event.currentTarget.checked)}
          />
        )}
        <TextInput
          label={`Type ${ERASE_WORD} to confirm`}
          value={typed}
          onChange={event => setTyped(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        {erase.error && (
          <Alert color="red" role="alert">
            {erase.error.message}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" disabled={erase.isPending} onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" color="red" disabled={!isConfirmed} loading={erase.isPending}>
            Erase everything
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

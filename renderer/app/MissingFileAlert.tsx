import { Alert, Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Status } from '../../shared/contract.ts'
import { useJournalClient } from '../data/journal-client.ts'
import { FilePath } from '../ui/components/FilePath.tsx'
import classes from './MissingFileAlert.module.css'

/** Alert on every screen while the journal's file is missing: nothing can be stored, and nothing is lost yet. */
export function MissingFileAlert({ journal }: { journal: Status['journal'] }) {
  const { saveOpenJournal } = useJournalClient()
  const save = useMutation({
    mutationFn: async () => (await saveOpenJournal({})).path,
  })
  if (journal.state === 'refused' || journal.inPlace) return null
  return (
    <Alert color="red" title="Your journal’s file is missing" className={classes.lost}>
      <Text size="sm">
        Someone, or another program, moved or deleted it while Unknot was open. Nothing new can be stored
        until it is back. Everything stored before can still be read here, and saved as a new file.
      </Text>
      <FilePath path={journal.path} />
      <Text size="sm" mt="xs">
        If you know where it went, move it back, together with the files next to it that end in -wal and -shm,
        and Unknot will carry on as before. If not, save it now, before you close Unknot. If you save it under
        the name above, it is your journal again at once.
      </Text>
      <Button mt="sm" loading={save.isPending} onClick={() => save.mutate()}>
        Save the journal as a file
      </Button>
      <div role="status">
        {save.isError && (
          <Text size="sm" mt="xs">
            {save.error.message}
          </Text>
        )}
        {save.data && save.data !== journal.path && (
          <Text size="sm" mt="xs">
            Saved as {save.data}. You can restore it later under Settings, from a file.
          </Text>
        )}
      </div>
    </Alert>
  )
}

import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { BackupRef } from '../../shared/archive/backup.ts'
import { RestoreDialog } from '../backups/RestoreDialog.tsx'
import { useJournalClient } from '../data/journal-client.ts'
import { BringFiles } from '../history/BringFiles.tsx'
import { showError } from '../ui/components/messages.ts'

/** Step of the first start that brings history along, restores a backup, or opens the demo. */
export function BringStep() {
  const journal = useJournalClient()
  const [restored, setRestored] = useState<BackupRef | null>(null)
  async function chooseFile() {
    const chosen = await journal.chooseBackupFile({}).catch(showError)
    if (chosen) setRestored(chosen)
  }
  return (
    <>
      <Text>Nothing to bring? Go on. All of this can be done later, in Settings.</Text>
      <BringFiles />
      <Stack gap="sm" role="group" aria-label="Backup">
        <Text fw={550}>From another computer</Text>
        <Text size="sm">A backup or an Unknot file brings the whole journal.</Text>
        <Group>
          <Button variant="light" onClick={() => void chooseFile()}>
            Restore a backup
          </Button>
        </Group>
      </Stack>
      <Stack gap="sm" role="group" aria-label="Demo">
        <Text fw={550}>Only look</Text>
        <Text size="sm">
          A demo journal opens in a window of its own. Its entries are made up, and yours are not touched.
        </Text>
        <Group>
          <Button variant="light" onClick={() => void journal.openDemo({}).catch(showError)}>
            Look at the demo
          </Button>
        </Group>
      </Stack>
      <RestoreDialog backup={restored} onClose={() => setRestored(null)} />
    </>
  )
}

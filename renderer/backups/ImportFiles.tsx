import { Button, Stack, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import type { ChosenFiles } from '../../shared/archive/calls.ts'
import { useJournalClient } from '../data/journal-client.ts'
import { showError } from '../ui/components/messages.ts'
import { ImportDialog } from './ImportDialog.tsx'

/** Import of files, by the button in Settings. */
export function ImportFiles() {
  const journal = useJournalClient()
  const [chosen, setChosen] = useState<ChosenFiles | null>(null)
  async function choose() {
    const answer = await journal.chooseImport({}).catch(showError)
    if (answer) setChosen(answer)
  }
  return (
    <Stack gap="sm" role="group" aria-label="Import">
      <Text fw={550}>Import</Text>
      <Text size="sm">
        A text (JSON) or tables (CSV) saved by Unknot, or made by you in the same format. You see what would
        change before anything does; what is already in the journal is recognised. You can also drop the files
        on this window.
      </Text>
      <div>
        <Button
          variant="light"
          leftSection={<IconUpload size={16} aria-hidden />}
          onClick={() => void choose()}
        >
          Choose files to import
        </Button>
      </div>
      <ImportDialog chosen={chosen} onClose={() => setChosen(null)} />
    </Stack>
  )
}

import { Button, Modal, Stack, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import type { ChosenFiles } from '../../shared/archive/calls.ts'
import { useJournalClient } from '../data/journal-client.ts'
import { showError } from '../ui/components/messages.ts'
import { ImportPreviewPanel, type ImportWork } from './ImportPreviewPanel.tsx'

/** Import of files: a preview first, then all of them in one transaction. */
export function ImportFiles() {
  const journal = useJournalClient()
  const [chosen, setChosen] = useState<ChosenFiles | null>(null)
  const [work, setWork] = useState<ImportWork>('none')
  function close() {
    if (work === 'importing') return
    setChosen(null)
  }
  async function choose() {
    const answer = await journal.chooseImport({}).catch(showError)
    if (answer) setChosen(answer)
  }
  return (
    <Stack gap="sm" role="group" aria-label="Import">
      <Text fw={550}>Import</Text>
      <Text size="sm">
        A text (JSON) or tables (CSV) saved by Unknot, or made by you in the same format. You see what would
        change before anything does; what is already in the journal is recognised.
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
      <Modal
        opened={chosen !== null}
        onClose={close}
        title={chosen === null ? 'Import' : `Import ${nameFiles(chosen.names)}`}
        size="lg"
        closeOnClickOutside={false}
        // While storing, the dialog closes only through Cancel, which stops the import and reports it.
        closeOnEscape={work !== 'importing'}
        withCloseButton={work !== 'importing'}
      >
        {chosen !== null && (
          <ImportPreviewPanel files={chosen.files} onWork={setWork} onClose={() => setChosen(null)} />
        )}
      </Modal>
    </Stack>
  )
}

const nameFiles = (names: readonly string[]) => (names.length === 1 ? names[0] : `${names.length} files`)

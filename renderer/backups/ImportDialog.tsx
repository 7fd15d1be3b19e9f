import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { ChosenFiles } from '../../shared/archive/calls.ts'
import { ImportPreviewPanel, type ImportWork } from './ImportPreviewPanel.tsx'

interface ImportDialogProps {
  /** Null while the dialog is closed. */
  chosen: ChosenFiles | null
  onClose: () => void
}

/** Import of the chosen files: a preview first, then all of them in one transaction. */
export function ImportDialog({ chosen, onClose }: ImportDialogProps) {
  const [work, setWork] = useState<ImportWork>('none')
  return (
    <Modal
      opened={chosen !== null}
      onClose={() => work !== 'importing' && onClose()}
      title={chosen === null ? 'Import' : `Import ${nameFiles(chosen.names)}`}
      size="lg"
      closeOnClickOutside={false}
      // While storing, the dialog closes only through Cancel, which stops the import and reports it.
      closeOnEscape={work !== 'importing'}
      withCloseButton={work !== 'importing'}
    >
      {chosen !== null && (
        <ImportPreviewPanel key={chosen.files} files={chosen.files} onWork={setWork} onClose={onClose} />
      )}
    </Modal>
  )
}

const nameFiles = (names: readonly string[]) => (names.length === 1 ? names[0] : `${names.length} files`)

import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { ChosenFiles } from '../../shared/archive/calls.ts'
import { HistoryPanel, type HistoryWork } from './HistoryPanel.tsx'

interface HistoryDialogProps {
  /** Null while the dialog is closed. */
  chosen: ChosenFiles | null
  onClose: () => void
}

/** History of another program, from the preview to the questions afterwards. */
export function HistoryDialog({ chosen, onClose }: HistoryDialogProps) {
  const [work, setWork] = useState<HistoryWork>('none')
  return (
    <Modal
      opened={chosen !== null}
      onClose={() => work !== 'importing' && onClose()}
      title="Bring your history along"
      size="xl"
      closeOnClickOutside={false}
      // While storing, the dialog closes only through Cancel, which stops the import and reports it.
      closeOnEscape={work !== 'importing'}
      withCloseButton={work !== 'importing'}
    >
      {chosen !== null && (
        <HistoryPanel key={chosen.files} chosen={chosen} onWork={setWork} onClose={onClose} />
      )}
    </Modal>
  )
}

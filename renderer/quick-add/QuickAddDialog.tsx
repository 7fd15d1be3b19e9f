import { Modal } from '@mantine/core'
import { QuickAdd } from './QuickAdd.tsx'

export interface QuickAddDialogProps {
  opened: boolean
  onClose: () => void
}

/** Closing loses nothing: the line is there again when it is opened the next time. */
export function QuickAddDialog({ opened, onClose }: QuickAddDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Quick add"
      size="lg"
      // Typing starts right after the shortcut, without waiting for a transition.
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <QuickAdd />
    </Modal>
  )
}

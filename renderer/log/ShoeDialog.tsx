import { Modal } from '@mantine/core'
import type { Shoe } from '../../shared/kinds/footwear.ts'
import { useGuardedClose } from './guarded-close.tsx'
import { nameForm, ShoeForm } from './ShoeForm.tsx'
import { useUnsavedForms } from './unsaved-forms.ts'

export interface ShoeDialogProps {
  opened: boolean
  /** The shoe to change; null for a new one. */
  shoe: Shoe | null
  onClose: () => void
  onSaved: (shoe: Shoe) => void
}

/** Dialog that adds a shoe to the closet or changes one. Asks before it discards what was typed. */
export function ShoeDialog({ opened, shoe, onClose, onSaved }: ShoeDialogProps) {
  const unsaved = useUnsavedForms()
  const { close, onDirtyChange, onKeyDown, question } = useGuardedClose(() => {
    // Reached with nothing typed, or after the person agreed to discard it.
    unsaved.forget(nameForm(shoe))
    onClose()
  })
  return (
    <>
      <Modal
        opened={opened}
        onClose={close}
        onKeyDown={onKeyDown}
        closeOnEscape={false}
        title={shoe ? `Change ${shoe.name}` : 'Add a shoe'}
      >
        <ShoeForm shoe={shoe} onCancel={close} onSaved={onSaved} onDirtyChange={onDirtyChange} />
      </Modal>
      {question}
    </>
  )
}

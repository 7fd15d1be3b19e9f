import { Button, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import type { OwnList } from '../../shared/kinds/list.ts'
import type { OwnThing } from '../../shared/kinds/own-thing.ts'
import { useGuardedClose } from './guarded-close.tsx'
import { ListThingForm, nameThingForm } from './ListThingForm.tsx'
import { listWords } from './own-thing-words.ts'
import { useUnsavedForms } from './unsaved-forms.ts'

export interface ListThingDialogProps {
  opened: boolean
  list: OwnList
  /** The thing to change; null for a new one. */
  thing: OwnThing | null
  onClose: () => void
  onSaved: (thing: OwnThing) => void
}

/** Dialog that adds an own thing to a list or changes one. Asks before it discards what was typed. */
export function ListThingDialog({ opened, list, thing, onClose, onSaved }: ListThingDialogProps) {
  const unsaved = useUnsavedForms()
  const { close, onDirtyChange, onKeyDown, question } = useGuardedClose(() => {
    // Reached with nothing typed, or after the person agreed to discard it.
    unsaved.forget(nameThingForm(list, thing))
    onClose()
  })
  return (
    <>
      <Modal
        opened={opened}
        onClose={close}
        onKeyDown={onKeyDown}
        closeOnEscape={false}
        title={thing === null ? `Add ${listWords[list].one}` : `Change ${thing.name}`}
      >
        <ListThingForm
          list={list}
          thing={thing}
          onCancel={close}
          onSaved={onSaved}
          onDirtyChange={onDirtyChange}
        />
      </Modal>
      {question}
    </>
  )
}

export interface AddToListProps {
  list: OwnList
  onAdded: (thing: OwnThing) => void
}

/** Button below a list that adds a thing of the person's own to it. */
export function AddToList({ list, onAdded }: AddToListProps) {
  const [isOpen, dialog] = useDisclosure(false)
  return (
    <>
      <Button
        mt={6}
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={dialog.open}
      >
        {listWords[list].another}
      </Button>
      <ListThingDialog
        opened={isOpen}
        list={list}
        thing={null}
        onClose={dialog.close}
        onSaved={thing => {
          dialog.close()
          onAdded(thing)
        }}
      />
    </>
  )
}

import { Button, Group, Modal, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type KeyboardEvent, type ReactNode, useCallback, useRef } from 'react'

export interface GuardedClose {
  /** Closes, or asks first when unsaved input would be lost. */
  readonly close: () => void
  readonly onDirtyChange: (isDirty: boolean) => void
  /** Key handler of the dialog's root; replaces Mantine's `closeOnEscape`. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  /** Confirmation dialog, rendered as a sibling of the guarded one. */
  readonly question: ReactNode
}

/** Close handlers of a dialog that ask for confirmation while its form has unsaved input. */
export function useGuardedClose(onClose: () => void): GuardedClose {
  const isDirty = useRef(false)
  const [isAsking, question] = useDisclosure(false)
  const onDirtyChange = useCallback((dirty: boolean) => {
    isDirty.current = dirty
  }, [])
  const close = () => (isDirty.current ? question.open() : onClose())
  const discard = () => {
    isDirty.current = false
    question.close()
    onClose()
  }
  return {
    close,
    onDirtyChange,
    onKeyDown: event => {
      if (event.key === 'Escape' && isMeantFor(event.currentTarget, event.target)) close()
    },
    question: <DiscardQuestion opened={isAsking} onKeep={question.close} onDiscard={discard} />,
  }
}

/**
 * True if Escape is for this dialog. React bubbles keys of dialogs and calendars in portals to here as well, and Escape
 * in an open list only closes the list, which Mantine marks on the field.
 */
function isMeantFor(dialog: HTMLElement, target: EventTarget): boolean {
  if (!(target instanceof Element) || !dialog.contains(target)) return false
  return target.getAttribute('data-mantine-stop-propagation') !== 'true'
}

interface DiscardQuestionProps {
  opened: boolean
  onKeep: () => void
  onDiscard: () => void
}

function DiscardQuestion({ opened, onKeep, onDiscard }: DiscardQuestionProps) {
  return (
    <Modal
      opened={opened}
      onClose={onKeep}
      title="Discard what you entered?"
      centered
      size="sm"
      zIndex={400}
      withCloseButton={false}
    >
      <Text size="sm">It has not been saved.</Text>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onDiscard}>
          Discard
        </Button>
        <Button data-autofocus onClick={onKeep}>
          Keep editing
        </Button>
      </Group>
    </Modal>
  )
}

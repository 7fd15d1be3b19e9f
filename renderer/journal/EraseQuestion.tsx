import { Button, Group, Modal, Text } from '@mantine/core'
import { useEraseEntries } from '../data/search-queries.ts'
import { showError, showMessage } from '../ui/components/messages.ts'
import { countEntries } from './count.ts'

export interface EraseQuestionProps {
  /** Ids to erase; null while the dialog is closed. */
  ids: readonly number[] | null
  /** True if these are all entries in the trash. */
  isAll: boolean
  onClose: () => void
  onErased: () => void
}

/** Asks before anything is deleted that cannot be brought back. */
export function EraseQuestion({ ids, isAll, onClose, onErased }: EraseQuestionProps) {
  const erase = useEraseEntries()
  const name = countEntries(ids?.length ?? 0)

  async function eraseAll() {
    if (ids === null) return
    try {
      await erase.mutateAsync(ids)
      onErased()
      showMessage(`Deleted ${name} for good.`)
    } catch (error) {
      showError(error)
    }
    onClose()
  }

  return (
    <Modal
      opened={ids !== null}
      onClose={onClose}
      title={isAll ? 'Empty the trash?' : `Delete ${name} for good?`}
      centered
      size="sm"
      withCloseButton={false}
    >
      <Text size="sm">
        {isAll && `There ${ids?.length === 1 ? 'is' : 'are'} ${name} in it. `}
        This cannot be undone. Backups that were made while {ids?.length === 1 ? 'it was' : 'they were'} in
        the journal keep {ids?.length === 1 ? 'it' : 'them'}.
      </Text>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" data-autofocus onClick={onClose}>
          Keep {ids?.length === 1 ? 'it' : 'them'}
        </Button>
        <Button loading={erase.isPending} onClick={eraseAll}>
          {isAll ? 'Empty the trash' : 'Delete for good'}
        </Button>
      </Group>
    </Modal>
  )
}

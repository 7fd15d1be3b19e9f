import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Shoe } from '../../shared/kinds/footwear.ts'
import { isolate } from '../../shared/locale/bidi.ts'
import { useMergeShoes, useRestoreShoe } from '../data/queries.ts'
import { showError } from '../ui/components/messages.ts'
import { useOfferUndo } from '../ui/components/Undo.tsx'

interface MergeShoesDialogProps {
  /** The shoe that goes; null while the dialog is closed. */
  shoe: Shoe | null
  shoes: readonly Shoe[]
  onClose: () => void
}

/** Dialog for one pair of shoes that is in the closet twice: its wearings go to the other one. */
export function MergeShoesDialog({ shoe, shoes, onClose }: MergeShoesDialogProps) {
  return (
    <Modal opened={shoe !== null} onClose={onClose} title={shoe ? `Merge ${isolate(shoe.name)}` : ''}>
      {shoe !== null && <MergeForm shoe={shoe} shoes={shoes} onClose={onClose} />}
    </Modal>
  )
}

function MergeForm({ shoe, shoes, onClose }: MergeShoesDialogProps & { shoe: Shoe }) {
  const merge = useMergeShoes()
  const restore = useRestoreShoe()
  const offerUndo = useOfferUndo()
  const [into, setInto] = useState<string | null>(null)
  const other = shoes.find(({ id }) => String(id) === into)

  async function store(target: Shoe) {
    try {
      const { entryIds } = await merge.mutateAsync({ id: shoe.id, into: target.id })
      onClose()
      offerUndo({
        message: `${shoe.name} is now part of ${target.name}.`,
        undo: () => restore.mutateAsync({ shoe, entryIds }),
        undone: `${shoe.name} is a shoe of its own again.`,
      })
    } catch (error) {
      showError(error)
    }
  }

  return (
    <Stack>
      <Text>
        For a shoe that is in the closet twice. The wearings of <bdi>{shoe.name}</bdi> go to the shoe that you
        choose, and <bdi>{shoe.name}</bdi> leaves the closet.
      </Text>
      <Select
        label="It is the same as"
        placeholder="Choose"
        data={shoes
          .filter(({ id }) => id !== shoe.id)
          .map(({ id, name }) => ({ value: String(id), label: name }))}
        value={into}
        onChange={setInto}
        data-autofocus
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          disabled={other === undefined}
          loading={merge.isPending}
          onClick={() => other && void store(other)}
        >
          Merge
        </Button>
      </Group>
    </Stack>
  )
}

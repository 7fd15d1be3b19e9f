import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { ShoeWear } from '../../shared/kinds/closet-calls.ts'
import { archSupports, type Shoe, shoeFits, shoeKinds } from '../../shared/kinds/footwear.ts'
import { formatDate, formatDuration, formatNumber } from '../data/format.ts'
import { useChangeShoe, useDeleteShoe, useRestoreShoe, useShoes, useShoeWear } from '../data/queries.ts'
import { ShoeDialog } from '../log/ShoeDialog.tsx'
import { showError } from '../ui/components/messages.ts'
import { useOfferUndo } from '../ui/components/Undo.tsx'
import { MergeShoesDialog } from './MergeShoesDialog.tsx'
import classes from './Settings.module.css'
import { SettingsSection } from './SettingsSection.tsx'

/** List of shoes with their wear. A shoe that was worn is put away; only one entered by mistake can be deleted. */
export function ClosetSection() {
  const { data: shoes = [] } = useShoes()
  const { data: wear } = useShoeWear()
  const change = useChangeShoe()
  const remove = useDeletion()
  const [opened, dialog] = useDisclosure(false)
  const [edited, setEdited] = useState<Shoe | null>(null)
  const [merged, setMerged] = useState<Shoe | null>(null)
  function open(shoe: Shoe | null) {
    setEdited(shoe)
    dialog.open()
  }
  return (
    <SettingsSection
      title="Closet"
      lead="The findings compare shoes by support and fit: without these, one shoe cannot be told from another."
    >
      {shoes.length === 0 && <Text c="dimmed">No shoes yet.</Text>}
      <ul className={classes.shoes}>
        {shoes.map(shoe => (
          <li key={shoe.id} className={classes.shoe}>
            <div className={shoe.retired ? classes.retired : undefined}>
              <Text fw={550}>
                <bdi>{shoe.name}</bdi>
              </Text>
              <Text size="sm" c="dimmed">
                {describeShoe(shoe)}
              </Text>
              {wear !== undefined && (
                <Text size="sm" c="dimmed">
                  {describeWear(wear.find(({ shoeId }) => shoeId === shoe.id))}
                </Text>
              )}
            </div>
            <Group gap="xs">
              <Button
                variant="default"
                size="compact-md"
                aria-label={`Change ${shoe.name}`}
                onClick={() => open(shoe)}
              >
                Change
              </Button>
              <Button
                variant="subtle"
                size="compact-md"
                aria-label={shoe.retired ? `Wear again: ${shoe.name}` : `Put away: ${shoe.name}`}
                onClick={() => change.mutate({ ...shoe, retired: !shoe.retired }, { onError: showError })}
              >
                {shoe.retired ? 'Wear again' : 'Put away'}
              </Button>
              {shoes.length > 1 && (
                <Button
                  variant="subtle"
                  size="compact-md"
                  aria-label={`Merge ${shoe.name}`}
                  onClick={() => setMerged(shoe)}
                >
                  Merge
                </Button>
              )}
              <Button
                variant="subtle"
                color="red"
                size="compact-md"
                aria-label={`Delete ${shoe.name}`}
                onClick={() => void remove(shoe)}
              >
                Delete
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      <div>
        <Button variant="light" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => open(null)}>
          Add a shoe
        </Button>
      </div>
      <ShoeDialog opened={opened} shoe={edited} onClose={dialog.close} onSaved={dialog.close} />
      <MergeShoesDialog shoe={merged} shoes={shoes} onClose={() => setMerged(null)} />
    </SettingsSection>
  )
}

/** Deletes a shoe and offers to bring it back. */
function useDeletion(): (shoe: Shoe) => Promise<void> {
  const deleteShoe = useDeleteShoe()
  const restore = useRestoreShoe()
  const offerUndo = useOfferUndo()
  return async shoe => {
    try {
      await deleteShoe.mutateAsync(shoe.id)
      offerUndo({
        message: `Deleted ${shoe.name}.`,
        undo: () => restore.mutateAsync({ shoe, entryIds: [] }),
        undone: `Brought back ${shoe.name}.`,
      })
    } catch (error) {
      showError(error)
    }
  }
}

/** @example 'Worn 34 h in 12 wearings, first on 3 Mar 2026' */
function describeWear(wear: ShoeWear | undefined): string {
  if (wear === undefined) return 'Not worn yet'
  const { wearings, withoutEnd, wornSeconds, firstWornOn } = wear
  const first = `first on ${formatDate(firstWornOn)}`
  const count = wearings === 1 ? 'one wearing' : `${formatNumber(wearings)} wearings`
  if (withoutEnd === wearings) return `Worn for an unknown time in ${count}, ${first}`
  const isAtLeast = withoutEnd === 0 ? '' : 'at least '
  return `Worn ${isAtLeast}${formatDuration(wornSeconds)} in ${count}, ${first}`
}

function describeShoe({ kind, archSupport, fit, retired }: Shoe): string {
  return [
    shoeKinds.words[kind],
    archSupport === null ? 'arch support not given' : archSupports.words[archSupport].toLowerCase(),
    fit === null ? 'fit not given' : shoeFits.words[fit].toLowerCase(),
    ...(retired ? ['put away'] : []),
  ].join(', ')
}

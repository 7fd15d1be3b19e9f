import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { archSupports, type Shoe, shoeFits, shoeKinds } from '../../shared/kinds/footwear.ts'
import { useChangeShoe, useShoes } from '../data/queries.ts'
import { ShoeDialog } from '../log/ShoeDialog.tsx'
import { showError } from '../ui/components/messages.ts'
import classes from './Settings.module.css'
import { SettingsSection } from './SettingsSection.tsx'

/** List of shoes. A shoe is retired instead of deleted, because entries refer to it, and can be brought back. */
export function ClosetSection() {
  const { data: shoes = [] } = useShoes()
  const change = useChangeShoe()
  const [opened, dialog] = useDisclosure(false)
  const [edited, setEdited] = useState<Shoe | null>(null)
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
    </SettingsSection>
  )
}

function describeShoe({ kind, archSupport, fit, retired }: Shoe): string {
  return [
    shoeKinds.words[kind],
    archSupport === null ? 'arch support not given' : archSupports.words[archSupport].toLowerCase(),
    fit === null ? 'fit not given' : shoeFits.words[fit].toLowerCase(),
    ...(retired ? ['put away'] : []),
  ].join(', ')
}

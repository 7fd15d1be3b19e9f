import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { blankFactor, type OwnFactor } from '../../shared/kinds/own-factor.ts'
import { formatDate } from '../data/format.ts'
import { useAddOwnFactor, useChangeOwnFactor, useOwnFactors } from '../data/queries.ts'
import { OwnFactorNameField } from '../log/OwnFactorNameField.tsx'
import { useArchiveOwnThing, useDeleteOwnThing } from '../log/use-own-things.ts'
import classes from './Settings.module.css'
import { SettingsSection } from './SettingsSection.tsx'

/** The person's own factors: add, rename, archive and delete. */
export function OwnThingsSection() {
  const { data: factors = [] } = useOwnFactors()
  const add = useAddOwnFactor()
  return (
    <SettingsSection
      title="My own things"
      lead="Anything else you want to follow, in your own words. It has a card on Today and is answered with yes or no."
    >
      {factors.length > 0 && (
        <ul className={classes.shoes}>
          {factors.map(factor => (
            <li key={factor.id} className={classes.shoe}>
              <OwnThing factor={factor} />
            </li>
          ))}
        </ul>
      )}
      <OwnFactorNameField
        label="Something else to follow"
        factor={null}
        action="Add"
        onStore={name => add.mutateAsync({ ...blankFactor, name })}
      />
    </SettingsSection>
  )
}

function OwnThing({ factor }: { factor: OwnFactor }) {
  const { name, archived, createdOn } = factor
  const change = useChangeOwnFactor()
  const archive = useArchiveOwnThing()
  const remove = useDeleteOwnThing()
  const [isRenaming, setIsRenaming] = useState(false)
  if (isRenaming)
    return (
      <OwnFactorNameField
        label={`New name for ${name}`}
        factor={factor}
        action="Rename"
        autoFocus
        onStore={async renamed => {
          await change.mutateAsync({ ...factor, name: renamed })
          setIsRenaming(false)
        }}
        onCancel={() => setIsRenaming(false)}
      />
    )
  return (
    <>
      <div className={archived ? classes.retired : undefined}>
        <Text fw={550}>
          <bdi>{name}</bdi>
        </Text>
        <Text size="sm" c="dimmed">
          Since {formatDate(createdOn, 'long')}
          {archived && ', archived: not asked about any more'}
        </Text>
      </div>
      <Group gap="xs">
        <Button
          variant="default"
          size="compact-md"
          aria-label={`Rename ${name}`}
          onClick={() => setIsRenaming(true)}
        >
          Rename
        </Button>
        <Button
          variant="subtle"
          size="compact-md"
          aria-label={archived ? `Follow again: ${name}` : `Archive ${name}`}
          onClick={() => void archive(factor)}
        >
          {archived ? 'Follow again' : 'Archive'}
        </Button>
        <Button
          variant="subtle"
          color="red"
          size="compact-md"
          aria-label={`Delete ${name}`}
          onClick={() => void remove(factor)}
        >
          Delete
        </Button>
      </Group>
    </>
  )
}

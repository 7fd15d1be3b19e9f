import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import {
  factorAnswers,
  factorDirections,
  factorWindows,
  findSameName,
  numberName,
  type OwnFactor,
} from '../../shared/kinds/own-factor.ts'
import { isolate } from '../../shared/locale/bidi.ts'
import { lowerFirst } from '../../shared/locale/lower-first.ts'
import { formatDate } from '../data/format.ts'
import { useAddOwnFactor, useChangeOwnFactor, useOwnFactors } from '../data/queries.ts'
import { OwnFactorNameField } from '../log/OwnFactorNameField.tsx'
import { OwnThingForm } from '../log/OwnThingForm.tsx'
import { useArchiveOwnThing, useDeleteOwnThing } from '../log/use-own-things.ts'
import { OwnListGroups } from './OwnListGroups.tsx'
import classes from './Settings.module.css'
import { SettingsSection } from './SettingsSection.tsx'

/** The person's own factors: add, rename, make a new one like it, archive and delete. */
export function OwnThingsSection() {
  const { data: factors = [] } = useOwnFactors()
  const add = useAddOwnFactor()
  return (
    <SettingsSection
      title="My own things"
      lead="Anything else you want to follow, in your own words. It has a place on Today, and the findings look at it too."
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
      <OwnThingForm
        label="Something else to follow"
        action="Add"
        onStore={factor => add.mutateAsync(factor)}
      />
      <OwnListGroups />
    </SettingsSection>
  )
}

type Editing = 'name' | 'copy' | null

function OwnThing({ factor }: { factor: OwnFactor }) {
  const { name, archived } = factor
  const archive = useArchiveOwnThing()
  const remove = useDeleteOwnThing()
  const [editing, setEditing] = useState<Editing>(null)
  if (editing === 'name') return <Rename factor={factor} onDone={() => setEditing(null)} />
  if (editing === 'copy') return <MakeCopy factor={factor} onDone={() => setEditing(null)} />
  return (
    <>
      <div className={archived ? classes.retired : undefined}>
        <Text fw={550}>
          <bdi>{name}</bdi>
        </Text>
        <Text size="sm" c="dimmed">
          {describeFactor(factor)}
        </Text>
      </div>
      <Group gap="xs">
        <Button
          variant="default"
          size="compact-md"
          aria-label={`Rename ${name}`}
          onClick={() => setEditing('name')}
        >
          Rename
        </Button>
        <Button
          variant="subtle"
          size="compact-md"
          aria-label={`New one like this: ${name}`}
          onClick={() => setEditing('copy')}
        >
          New one like this
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

interface EditingProps {
  factor: OwnFactor
  onDone: () => void
}

function Rename({ factor, onDone }: EditingProps) {
  const change = useChangeOwnFactor()
  return (
    <OwnFactorNameField
      label={`New name for ${factor.name}`}
      factor={factor}
      action="Rename"
      autoFocus
      onStore={async name => {
        await change.mutateAsync({ ...factor, name })
        onDone()
      }}
      onCancel={onDone}
    />
  )
}

/** A new factor with other answers, window or expectation; the old one is archived with its entries. */
function MakeCopy({ factor, onDone }: EditingProps) {
  const { data: factors = [] } = useOwnFactors()
  const add = useAddOwnFactor()
  const archive = useArchiveOwnThing()
  const { answer, unit, window, direction } = factor
  const name = numberName(factor.name, other => findSameName(factors, other) !== undefined)
  return (
    <OwnThingForm
      label="Name of the new one"
      description={`${isolate(factor.name)} is archived, and keeps its answers.`}
      action="Make it"
      isOpenAtFirst
      autoFocus
      initial={{ name, answer, unit, window, direction }}
      onStore={async made => {
        await add.mutateAsync(made)
        if (!factor.archived) await archive(factor)
        onDone()
      }}
      onCancel={onDone}
    />
  )
}

/** "An amount, each time, in ml; the next 12 hours; to keep cramps away; since 1 Nov 2026". */
function describeFactor({ answer, unit, window, direction, createdOn, archived }: OwnFactor): string {
  const parts = [
    unit === null ? factorAnswers.words[answer] : `${factorAnswers.words[answer]}, in ${isolate(unit)}`,
    lowerFirst(factorWindows.words[window]),
    ...(direction === null ? [] : [`expected to ${lowerFirst(factorDirections.words[direction])}`]),
    `since ${formatDate(createdOn, 'long')}`,
    ...(archived ? ['archived: not asked about any more'] : []),
  ]
  return parts.join('; ')
}

import { Button, Group, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { type OwnList, ownLists } from '../../shared/kinds/list.ts'
import type { OwnThing } from '../../shared/kinds/own-thing.ts'
import { useOwnThings } from '../data/queries.ts'
import { useUnits } from '../data/units.ts'
import { ListThingDialog } from '../log/ListThingDialog.tsx'
import { listFacts, listWords } from '../log/own-thing-words.ts'
import { useArchiveFromList, useDeleteFromList } from '../log/use-own-lists.ts'
import classes from './Settings.module.css'

/** The person's own drinks, activities, reliefs and symptoms: a group each, to add, change, archive and delete. */
export function OwnListGroups() {
  const { data: things = [] } = useOwnThings()
  /** The thing that is changed, or the list to which one is added; null while no dialog is open. */
  const [edited, setEdited] = useState<{ readonly list: OwnList; readonly thing: OwnThing | null } | null>(
    null,
  )
  return (
    <>
      {ownLists.map(list => (
        <div key={list}>
          <Title order={3} size="sm" mt="md">
            {listWords[list].title}
          </Title>
          <ul className={classes.shoes}>
            {things
              .filter(thing => thing.list === list)
              .toSorted((a, b) => Number(a.archived) - Number(b.archived) || a.name.localeCompare(b.name))
              .map(thing => (
                <li key={thing.id} className={classes.shoe}>
                  <ListedThing thing={thing} onEdit={() => setEdited({ list, thing })} />
                </li>
              ))}
          </ul>
          <Button
            mt="xs"
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setEdited({ list, thing: null })}
          >
            Add {listWords[list].one}
          </Button>
        </div>
      ))}
      {edited !== null && (
        <ListThingDialog
          opened
          list={edited.list}
          thing={edited.thing}
          onClose={() => setEdited(null)}
          onSaved={() => setEdited(null)}
        />
      )}
    </>
  )
}

function ListedThing({ thing, onEdit }: { thing: OwnThing; onEdit: () => void }) {
  const { name, archived } = thing
  const units = useUnits()
  const archive = useArchiveFromList()
  const remove = useDeleteFromList()
  const facts = [...listFacts(thing, units), ...(archived ? ['archived: not offered any more'] : [])]
  return (
    <>
      <div className={archived ? classes.retired : undefined}>
        <Text fw={550}>
          <bdi>{name}</bdi>
        </Text>
        {facts.length > 0 && (
          <Text size="sm" c="dimmed">
            {facts.join(', ')}
          </Text>
        )}
      </div>
      <Group gap="xs">
        <Button variant="default" size="compact-md" aria-label={`Change ${name}`} onClick={onEdit}>
          Change
        </Button>
        <Button
          variant="subtle"
          size="compact-md"
          aria-label={archived ? `Offer again: ${name}` : `Archive ${name}`}
          onClick={() => void archive(thing)}
        >
          {archived ? 'Offer again' : 'Archive'}
        </Button>
        <Button
          variant="subtle"
          color="red"
          size="compact-md"
          aria-label={`Delete ${name}`}
          onClick={() => void remove(thing)}
        >
          Delete
        </Button>
      </Group>
    </>
  )
}

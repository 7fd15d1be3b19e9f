import { Box, Button, Select, Text } from '@mantine/core'
import { type ReactNode, type Ref, useRef, useState } from 'react'
import { MAX_SUSPECTS, type Naming } from '../../shared/analysis/suspects.ts'
import { chooseMarked } from '../ui/fields/choose-marked.ts'
import classes from './SuspectList.module.css'
import { describeSince } from './suspect-words.ts'
import type { Suspects } from './use-suspects.ts'

interface SuspectListProps {
  suspects: Suspects
  /** Drawn before the days that count: the verdict. */
  renderState?: (naming: Naming) => ReactNode
}

/** The suspects, each with the days that count for it, and a field that names another. */
export function SuspectList({ suspects, renderState }: SuspectListProps) {
  const { current, keepingShare, getName, isPending, withdraw } = suspects
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      {current.length > 0 && (
        <ul className={classes.suspects} aria-label="Your suspects">
          {current.map(naming => {
            const name = getName(naming.exposure)
            return (
              <li key={naming.exposure} className={classes.suspect}>
                <div>
                  <Text fw={550}>{name}</Text>
                  {renderState?.(naming)}
                  <Text size="sm" c="dimmed">
                    {describeSince(naming)}
                  </Text>
                </div>
                <Button
                  variant="subtle"
                  size="compact-md"
                  aria-label={`Remove ${name}`}
                  disabled={isPending}
                  onClick={async () => {
                    await withdraw(naming.exposure)
                    // The button that had the focus is gone.
                    field.current?.focus()
                  }}
                >
                  Remove
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      <SuspectField suspects={suspects} field={field} />
      {keepingShare.length > 0 && (
        <Text size="sm" c="dimmed">
          Removed, but still counted among your suspects:{' '}
          {keepingShare.map(({ exposure }) => getName(exposure)).join('; ')}. Their numbers had been shown. If
          weak suspects could be dropped, the others would look stronger than they are.
        </Text>
      )}
    </>
  )
}

interface SuspectFieldProps {
  suspects: Suspects
  field: Ref<HTMLInputElement>
}

function SuspectField({ suspects: { choices, current, isPending, name }, field }: SuspectFieldProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const [searched, setSearched] = useState('')
  const named = new Set(current.map(({ exposure }) => exposure))
  const isFull = current.length >= MAX_SUSPECTS
  return (
    <Box onKeyDownCapture={chooseMarked}>
      <Select
        ref={field}
        label={current.length === 0 ? 'Name something you suspect' : 'Name something else'}
        description={
          isFull
            ? `${MAX_SUSPECTS} is the most. Remove one to name another.`
            : 'If its numbers have been shown already, only days after today count.'
        }
        placeholder="Type to search"
        data={choices.filter(({ value }) => !named.has(value))}
        value={null}
        onChange={async chosen => {
          if (chosen === null) return
          setProblem(await name(chosen))
          // The field has no value to go back to: what was typed would stay and filter the list.
          setSearched('')
        }}
        searchValue={searched}
        onSearchChange={setSearched}
        error={problem}
        readOnly={isFull || isPending}
        searchable
        selectFirstOptionOnChange
        nothingFoundMessage="Nothing in the list has this name."
        maw={420}
      />
    </Box>
  )
}

import { Button, Collapse, Stack } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'

export interface MoreProps {
  /** Label of the button; "More" or "Less" without one. */
  name?: string
  opened: boolean
  onToggle: () => void
  children: ReactNode
}

/** Collapsible part of a form for fields that are rarely filled in. */
export function More({ name, opened, onToggle, children }: MoreProps) {
  const id = useId()
  const Chevron = opened ? IconChevronUp : IconChevronDown
  return (
    <div>
      <Button
        variant="subtle"
        color="gray"
        px="xs"
        ml="-0.625rem"
        aria-expanded={opened}
        aria-controls={id}
        rightSection={<Chevron size={16} aria-hidden />}
        onClick={onToggle}
      >
        {name ?? (opened ? 'Less' : 'More')}
      </Button>
      <Collapse expanded={opened} id={id}>
        <Stack gap="md" pt="xs">
          {children}
        </Stack>
      </Collapse>
    </div>
  )
}

import { ActionIcon } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'

export interface RowAction {
  readonly word: string
  readonly Icon: Icon
  readonly run: () => void
}

export interface RowActionsProps {
  actions: readonly RowAction[]
  /** Name of the row's entry, for the accessible names of the buttons: "Delete water, 250 ml, 14:05". */
  name: string
  /** Puts the buttons into the tab order. */
  isStop?: boolean
}

/** Actions on an entry, as small buttons at the end of its row. */
export function RowActions({ actions, name, isStop = true }: RowActionsProps) {
  return actions.map(({ word, Icon, run }) => (
    <ActionIcon
      key={word}
      variant="subtle"
      color="gray"
      size="md"
      aria-label={`${word} ${name}`}
      title={word}
      tabIndex={isStop ? 0 : -1}
      onClick={run}
    >
      <Icon size={16} stroke={1.8} aria-hidden />
    </ActionIcon>
  ))
}

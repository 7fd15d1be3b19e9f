import { Button } from '@mantine/core'
import { IconTerminal2 } from '@tabler/icons-react'
import { useOpenQuickAdd } from './open.ts'

/** Opens the line for quick adding. */
export function QuickAddButton() {
  const open = useOpenQuickAdd()
  return (
    <Button
      variant="default"
      leftSection={<IconTerminal2 size={16} aria-hidden />}
      title="Type an entry as one line (Q)"
      onClick={open}
    >
      Quick add
    </Button>
  )
}

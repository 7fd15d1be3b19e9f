import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { type EntryKind, entryKinds, kindWords } from '../../shared/kinds/entry.ts'
import { ADD_PARAMETER } from '../data/paths.ts'
import { kindViews } from '../log/kind-views.ts'

/** Every kind of entry there is, also those without a card of their own. */
export function LogMenu({ onLog }: { onLog: (kind: EntryKind) => void }) {
  const [params, setParams] = useSearchParams()
  // State of its own, not the address: an address changes later, and the menu would give the focus back to its button after
  // the form has taken it.
  const [isOpen, setOpened] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  // A command of another screen asks for the menu through the address.
  const isAskedFor = params.has(ADD_PARAMETER)
  useEffect(() => {
    if (!isAskedFor) return
    // The menu of a button that is out of view is not shown.
    button.current?.scrollIntoView({ block: 'center' })
    setOpened(true)
    setParams({}, { replace: true })
  }, [isAskedFor, setParams])
  return (
    <Menu position="bottom-end" opened={isOpen} onChange={setOpened}>
      <Menu.Target>
        <Button
          ref={button}
          variant="default"
          size="compact-md"
          leftSection={<IconPlus size={14} aria-hidden />}
        >
          Add an entry
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {entryKinds.map(kind => {
          const { Icon: KindIcon } = kindViews[kind]
          return (
            <Menu.Item
              key={kind}
              leftSection={<KindIcon size={16} stroke={1.8} aria-hidden />}
              onClick={() => onLog(kind)}
            >
              {kindWords[kind]}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}

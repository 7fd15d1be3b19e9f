import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { type EntryKind, entryKinds, kindWords } from '../../shared/kinds/entry.ts'
import { ADD_PARAMETER } from '../data/paths.ts'
import { kindViews } from '../log/kind-views.ts'

/** Every kind of entry there is, also those without a card of their own. */
export function LogMenu({ onLog }: { onLog: (kind: EntryKind) => void }) {
  const [params, setParams] = useSearchParams()
  // In the address, so that a command of another screen can open it.
  const isOpen = params.has(ADD_PARAMETER)
  const button = useRef<HTMLButtonElement>(null)
  // The menu of a button that is out of view is not shown.
  useEffect(() => {
    if (isOpen) button.current?.scrollIntoView({ block: 'center' })
  }, [isOpen])
  const setOpened = (willOpen: boolean) =>
    setParams(willOpen ? { [ADD_PARAMETER]: '' } : {}, { replace: true })
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

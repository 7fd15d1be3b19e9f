import { Kbd, Modal, Switch, Table, Text } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { Fragment } from 'react'
import { formatKey, SINGLE_KEYS_STORAGE, shortcutNames, shortcuts } from '../ui/components/shortcuts.ts'

const places = [...new Set(shortcutNames.map(name => shortcuts[name].place))]

/** The list that `?` shows. */
export function ShortcutList({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [singleKeys, setSingleKeys] = useLocalStorage({ key: SINGLE_KEYS_STORAGE, defaultValue: true })
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard shortcuts" size="lg">
      {places.map(place => (
        <Fragment key={place}>
          <Text size="sm" c="dimmed" mt="xs">
            {place}
          </Text>
          <Table withRowBorders={false} verticalSpacing={4} horizontalSpacing={0}>
            <Table.Tbody>
              {shortcutNames
                .filter(name => shortcuts[name].place === place)
                .map(name => (
                  <Table.Tr key={name}>
                    <Table.Td>{shortcuts[name].does}</Table.Td>
                    <Table.Td ta="end" style={{ whiteSpace: 'nowrap' }}>
                      <Keys keys={shortcuts[name].keys} />
                    </Table.Td>
                  </Table.Tr>
                ))}
            </Table.Tbody>
          </Table>
        </Fragment>
      ))}
      <Switch
        mt="lg"
        label="Single-letter shortcuts"
        description="Turn them off if dictation or a hand resting on the keyboard sets them off."
        checked={singleKeys}
        onChange={event => setSingleKeys(event.currentTarget.checked)}
      />
    </Modal>
  )
}

function Keys({ keys }: { keys: readonly string[] }) {
  return keys.map((stroke, index) => (
    <Fragment key={stroke}>
      {index > 0 && (
        <Text span size="sm" c="dimmed" mx={8}>
          or
        </Text>
      )}
      {stroke.split(/[ +]/).map((key, position) => (
        <Fragment key={key}>
          {position > 0 && (stroke.includes('+') ? ' + ' : ' ')}
          <Kbd>{formatKey(key)}</Kbd>
        </Fragment>
      ))}
    </Fragment>
  ))
}

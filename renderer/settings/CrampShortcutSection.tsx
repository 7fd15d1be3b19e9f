import { Alert, Code, Select, Switch, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { type CrampShortcut, type CrampShortcutKeys, crampShortcutKeys } from '../../shared/cramp-shortcut.ts'
import { useJournalClient } from '../data/journal-client.ts'
import { queryKeys } from '../data/queries.ts'
import { showError } from '../ui/components/messages.ts'
import { formatStroke } from '../ui/components/shortcuts.ts'
import { SettingsSection } from './SettingsSection.tsx'

const [FIRST_KEYS] = crampShortcutKeys

const formatKeys = (keys: CrampShortcutKeys) =>
  formatStroke(keys.replace('CommandOrControl', 'mod').toLowerCase())

/** Keys that start the clock of a cramp from any program. They count once they have been pressed here. */
export function CrampShortcutSection() {
  const journal = useJournalClient()
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: queryKeys.crampShortcut,
    queryFn: () => journal.getCrampShortcut({}),
  })
  const change = useMutation({
    mutationFn: (keys: CrampShortcutKeys | null) => journal.setCrampShortcut({ keys }),
    onSuccess: set => client.setQueryData(queryKeys.crampShortcut, set),
    onError: showError,
  })
  // Nothing is left registered that was never seen to work.
  const withdraw = useEffectEvent(() => {
    if (data?.state === 'waiting') change.mutate(null)
  })
  useEffect(() => () => withdraw(), [])
  if (data === undefined) return null
  const { state, keys } = data
  return (
    <SettingsSection
      title="Cramp now from anywhere"
      lead="Keys that start the clock while another program is in front. Off unless you turn them on; Unknot must be running."
    >
      <Switch
        label="Use keys for “Cramp now”"
        checked={keys !== null}
        disabled={change.isPending}
        onChange={event => change.mutate(event.currentTarget.checked ? FIRST_KEYS : null)}
      />
      {keys !== null && (
        <>
          <Select
            label="Keys"
            data={crampShortcutKeys.map(one => ({ value: one, label: formatKeys(one) }))}
            value={keys}
            onChange={picked => change.mutate(crampShortcutKeys.find(one => one === picked) ?? FIRST_KEYS)}
            allowDeselect={false}
            maw={320}
          />
          <div role="status">
            <ShortcutState state={state} keys={formatKeys(keys)} />
          </div>
        </>
      )}
      <Text size="sm" c="dimmed">
        You can also give this command a key of its own, in the keyboard settings of your system. It works
        while Unknot is closed, too: <Code>{data.command}</Code>
      </Text>
    </SettingsSection>
  )
}

function ShortcutState({ state, keys }: { state: CrampShortcut['state']; keys: string }) {
  switch (state) {
    case 'waiting':
      return (
        <Alert title={`Press ${keys} now`}>
          This shows whether the keys arrive. If nothing changes here, your system does not pass them on: use
          the command below instead.
        </Alert>
      )
    case 'works':
      return <Alert title="The keys work">{keys} starts the clock, whatever program is in front.</Alert>
    case 'refused':
      return (
        <Alert color="orange" title="The keys were not given to Unknot">
          Another program may have them, or your system does not allow it. Choose other keys, or use the
          command below.
        </Alert>
      )
    case 'off':
      return null
  }
}

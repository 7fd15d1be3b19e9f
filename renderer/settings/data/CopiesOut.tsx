import {
  Alert,
  Button,
  Group,
  Input,
  PasswordInput,
  SegmentedControl,
  Stack,
  Switch,
  Text,
} from '@mantine/core'
import { IconDownload, IconTable } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { newPassphrase } from '../../../shared/archive/calls.ts'
import { useJournalClient } from '../../data/journal-client.ts'

const formats = [
  { value: 'journal', label: 'The journal’s file' },
  { value: 'json', label: 'Text (JSON)' },
] as const
type Format = (typeof formats)[number]['value']

/** Export of the journal: as one file, as text, or as tables. */
export function CopiesOut() {
  const journal = useJournalClient()
  const [format, setFormat] = useState<Format>('journal')
  const [isLocked, setLocked] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const [isTried, setTried] = useState(false)
  const save = useMutation({
    mutationFn: async (what: 'copy' | 'tables') => {
      const lock = { passphrase: isLocked ? passphrase : null }
      const { path } = await (what === 'tables'
        ? journal.saveTables(lock)
        : journal.saveCopy({ format, ...lock }))
      return path
    },
  })
  const tooShort = isLocked ? newPassphrase.safeParse(passphrase).error?.issues[0]?.message : undefined
  const differs = isLocked && passphrase !== repeated ? 'This is not the same passphrase.' : undefined
  function begin(what: 'copy' | 'tables') {
    setTried(true)
    if (tooShort === undefined && differs === undefined) save.mutate(what)
  }
  return (
    <Stack gap="sm" role="group" aria-label="Save a copy">
      <Text fw={550}>Save a copy</Text>
      <Input.Wrapper
        label="Kind of file"
        labelElement="div"
        description="The journal’s file is for moving to another computer, and holds the reports you made. The text is for other programs. Both hold all that you wrote down, the trash too."
      >
        <div>
          <SegmentedControl
            aria-label="Kind of file"
            mt={6}
            data={[...formats]}
            value={format}
            onChange={picked => setFormat(formats.find(({ value }) => value === picked)?.value ?? format)}
          />
        </div>
      </Input.Wrapper>
      <Switch
        label="Lock it with a passphrase"
        checked={isLocked}
        onChange={event => {
          setLocked(event.currentTarget.checked)
          setTried(false)
        }}
      />
      {isLocked && (
        <>
          <PasswordInput
            label="Passphrase"
            description="Nobody can open the copy without it, and it cannot be recovered if you forget it."
            value={passphrase}
            onChange={event => setPassphrase(event.currentTarget.value)}
            error={isTried && tooShort}
            maw={360}
          />
          <PasswordInput
            label="Passphrase once more"
            value={repeated}
            onChange={event => setRepeated(event.currentTarget.value)}
            error={isTried && differs}
            maw={360}
          />
        </>
      )}
      <Group gap="sm">
        <Button
          variant="light"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={save.isPending && save.variables === 'copy'}
          onClick={() => begin('copy')}
        >
          Save a copy
        </Button>
        <Button
          variant="default"
          leftSection={<IconTable size={16} aria-hidden />}
          loading={save.isPending && save.variables === 'tables'}
          onClick={() => begin('tables')}
        >
          Save tables (CSV)
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        Tables open in a spreadsheet, one for each kind of entry. They contain the same as the text, and can
        be imported again. When locked, they are all in one file, which only Unknot can open.
      </Text>
      <div role="status">{save.data && <Alert title="Saved">{save.data}</Alert>}</div>
      {save.error && (
        <Alert color="red" title="Not saved" role="alert">
          {save.error.message}
        </Alert>
      )}
    </Stack>
  )
}

import { Button, Group, Stack, Text } from '@mantine/core'
import { IconFolder, IconUpload } from '@tabler/icons-react'
import { useChooseFiles } from './use-choose-files.ts'

/** The one way in by buttons, in Settings and at the first start: what a file is, its content says. */
export function BringFiles() {
  const choose = useChooseFiles()
  return (
    <Stack gap="sm" role="group" aria-label="Bring your history along">
      <Text fw={550}>Bring your history along</Text>
      <Text size="sm">
        The export of a phone, a watch or another diary, any table (CSV), or what Unknot has saved. Choose the
        file as you got it, also a zip, or drop it on this window. You see what would come in before anything
        does.
      </Text>
      <Group gap="sm">
        <Button
          variant="light"
          leftSection={<IconUpload size={16} aria-hidden />}
          onClick={() => choose({ what: 'files' })}
        >
          Choose files
        </Button>
        <Button
          variant="default"
          leftSection={<IconFolder size={16} aria-hidden />}
          onClick={() => choose({ what: 'folder' })}
        >
          Choose a folder
        </Button>
      </Group>
    </Stack>
  )
}

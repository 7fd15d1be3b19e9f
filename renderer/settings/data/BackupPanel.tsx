import { Alert, Button, Group, Loader, Text } from '@mantine/core'
import { IconDatabaseExport, IconFolder, IconFolderOpen } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Backup, BackupRef } from '../../../shared/archive/backup.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { useBackupChange, useBackups } from '../../backups/backup-queries.ts'
import { describeSize, problemWords, reasonWords } from '../../backups/backup-words.ts'
import { RestoreDialog } from '../../backups/RestoreDialog.tsx'
import { countWords, formatDate, formatNumber, formatTime } from '../../data/format.ts'
import { useJournalClient } from '../../data/journal-client.ts'
import { FilePath } from '../../ui/components/FilePath.tsx'
import { showError } from '../../ui/components/messages.ts'
import classes from './BackupPanel.module.css'

const SHOWN_AT_FIRST = 5

/** List of all backups, newest first, each with a restore button. */
export function BackupPanel() {
  const journal = useJournalClient()
  const { data, error } = useBackups()
  const backUp = useBackupChange(() => journal.backUpNow({}))
  const [restored, setRestored] = useState<BackupRef | null>(null)
  const [isAllShown, setAllShown] = useState(false)
  async function chooseFile() {
    const chosen = await journal.chooseBackupFile({}).catch(showError)
    if (chosen) setRestored(chosen)
  }
  if (error) return <Alert color="red">{error.message}</Alert>
  if (data === undefined) return <Loader aria-label="Reading the backups" />
  const { backups, problem } = data
  const shown = isAllShown ? backups : backups.slice(0, SHOWN_AT_FIRST)
  return (
    <>
      {problem !== null && (
        <Alert color="orange" role="alert">
          {problem}
        </Alert>
      )}
      {backups.length === 0 && (
        <Text c="dimmed">No backup yet. The first is made soon after the first entry.</Text>
      )}
      <ul className={classes.backups} aria-label="Backups">
        {shown.map(backup => (
          <BackupItem
            key={`${backup.place} ${backup.name}`}
            backup={backup}
            onRestore={() => setRestored({ place: backup.place, name: backup.name })}
          />
        ))}
      </ul>
      <Group gap="sm">
        <Button
          variant="light"
          leftSection={<IconDatabaseExport size={16} aria-hidden />}
          loading={backUp.isPending}
          onClick={() => backUp.mutate(undefined, { onError: showError })}
        >
          Back up now
        </Button>
        <Button variant="default" onClick={() => void chooseFile()}>
          Restore from a file
        </Button>
        {backups.length > SHOWN_AT_FIRST && (
          <Button variant="subtle" onClick={() => setAllShown(!isAllShown)}>
            {isAllShown ? 'Show fewer' : `Show all ${formatNumber(backups.length)}`}
          </Button>
        )}
      </Group>
      <BackupFolders standardFolder={data.standardFolder} ownFolder={data.ownFolder} />
      <RestoreDialog backup={restored} onClose={() => setRestored(null)} />
    </>
  )
}

function BackupItem({ backup, onRestore }: { backup: Backup; onRestore: () => void }) {
  const when = `${formatDate(calendarDate(backup))}, ${formatTime(backup)}`
  const { entryCount, problem } = backup
  return (
    <li className={classes.backup}>
      <div>
        <Text fw={550}>{when}</Text>
        <Text size="sm" c="dimmed">
          {[
            reasonWords[backup.reason],
            ...(entryCount === null ? [] : [countWords(entryCount, 'entry', 'entries')]),
            describeSize(backup.sizeBytes),
            ...(backup.place === 'own' ? ['in your folder'] : []),
            ...(backup.isOurs ? [] : ['from another computer or installation']),
          ].join(', ')}
        </Text>
        {problem !== null && (
          <Text size="sm" c="var(--mantine-color-error)">
            {problemWords[problem]}
          </Text>
        )}
      </div>
      {problem === null && (
        <Button variant="default" size="compact-md" aria-label={`Restore ${when}`} onClick={onRestore}>
          Restore
        </Button>
      )}
    </li>
  )
}

interface BackupFoldersProps {
  standardFolder: string
  ownFolder: { path: string; problem: string | null } | null
}

function BackupFolders({ standardFolder, ownFolder }: BackupFoldersProps) {
  const journal = useJournalClient()
  const choose = useBackupChange(() => journal.chooseBackupFolder({}))
  const forget = useBackupChange(() => journal.forgetBackupFolder({}))
  const open = useMutation({ mutationFn: () => journal.openDataFolder({}), onError: showError })
  return (
    <div>
      <Text size="sm">
        Backups are kept next to the journal. A copy on another disk is safe even if this one is lost. Old
        automatic backups make room for new ones; those you made yourself stay until you remove their files.
      </Text>
      <FilePath path={standardFolder} />
      {ownFolder !== null && <FilePath path={ownFolder.path} />}
      {ownFolder?.problem != null && (
        <Alert color="orange" mt="xs" role="alert">
          {ownFolder.problem} Backups are still made next to the journal. The newest is copied to your folder
          as soon as it can be reached.
        </Alert>
      )}
      <Group gap="sm" mt="sm">
        <Button
          variant="default"
          leftSection={<IconFolderOpen size={16} aria-hidden />}
          loading={open.isPending}
          onClick={() => open.mutate()}
        >
          Open data folder
        </Button>
        <Button
          variant="default"
          leftSection={<IconFolder size={16} aria-hidden />}
          loading={choose.isPending}
          onClick={() => choose.mutate(undefined, { onError: showError })}
        >
          {ownFolder === null ? 'Also copy to a folder' : 'Choose another folder'}
        </Button>
        {ownFolder !== null && (
          <Button
            variant="subtle"
            loading={forget.isPending}
            onClick={() => forget.mutate(undefined, { onError: showError })}
          >
            Stop copying there
          </Button>
        )}
      </Group>
    </div>
  )
}

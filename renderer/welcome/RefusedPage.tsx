import { Button, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { BackupRef } from '../../shared/archive/backup.ts'
import type { Status } from '../../shared/contract.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { useBackups } from '../backups/backup-queries.ts'
import { RestoreDialog } from '../backups/RestoreDialog.tsx'
import { restartPage } from '../backups/restart-page.ts'
import { formatDate, formatTime } from '../data/format.ts'
import { useJournalClient } from '../data/journal-client.ts'
import { FilePath } from '../ui/components/FilePath.tsx'
import { showError } from '../ui/components/messages.ts'
import classes from './Page.module.css'
import { Page } from './Page.tsx'
import { refusalTexts } from './refusals.ts'

type RefusedJournal = Extract<Status['journal'], { state: 'refused' }>

/** Replaces all screens when the journal could not be opened. */
export function RefusedPage({ journal }: { journal: RefusedJournal }) {
  const { title, happened, next } = refusalTexts[journal.reason]
  return (
    <Page>
      <Title order={1}>{title}</Title>
      <dl>
        <div className={classes.section}>
          <dt className={classes.term}>What happened</dt>
          <dd>{happened}</dd>
        </div>
        <div className={classes.section}>
          <dt className={classes.term}>Where it is</dt>
          <dd>
            <FilePath path={journal.path} />
          </dd>
        </div>
        <div className={classes.section}>
          <dt className={classes.term}>What was kept</dt>
          <dd>Everything. Unknot has not changed, moved or deleted anything there.</dd>
        </div>
        <div className={classes.section}>
          <dt className={classes.term}>What to do next</dt>
          <dd>{next}</dd>
        </div>
        {journal.reason !== 'not-a-file' && <WayBack isMissing={journal.reason === 'missing'} />}
        <div className={classes.section}>
          <dt className={classes.term}>For someone helping you</dt>
          <dd>
            <FilePath path={journal.detail} />
          </dd>
        </div>
      </dl>
    </Page>
  )
}

/** Unless a folder is in the way, a backup can take the journal's place at once. */
function WayBack({ isMissing }: { isMissing: boolean }) {
  const journal = useJournalClient()
  const { data } = useBackups()
  const [restored, setRestored] = useState<BackupRef | null>(null)
  const newest = data?.backups.find(({ problem }) => problem === null)
  async function beginAnew() {
    try {
      await journal.beginAnew({})
      restartPage()
    } catch (error) {
      showError(error)
    }
  }
  async function chooseFile() {
    const chosen = await journal.chooseBackupFile({}).catch(showError)
    if (chosen) setRestored(chosen)
  }
  return (
    <div className={classes.section}>
      <dt className={classes.term}>Getting your journal back</dt>
      <dd>
        <Text>
          {newest === undefined
            ? 'There is no backup next to the journal. If you have a copy elsewhere, you can restore from that instead.'
            : `The newest good backup is from ${formatDate(calendarDate(newest))}, ${formatTime(newest)}.${isMissing ? '' : ' The file that cannot be opened will be kept next to the backups.'}`}
        </Text>
        <Group gap="sm" mt="sm">
          {newest !== undefined && (
            <Button onClick={() => setRestored({ place: newest.place, name: newest.name })}>
              Restore the newest backup
            </Button>
          )}
          <Button variant="default" onClick={() => void chooseFile()}>
            Restore from a file
          </Button>
          {isMissing && (
            <Button variant="default" onClick={() => void beginAnew()}>
              Begin a new journal
            </Button>
          )}
        </Group>
        <RestoreDialog backup={restored} onClose={() => setRestored(null)} />
      </dd>
    </div>
  )
}

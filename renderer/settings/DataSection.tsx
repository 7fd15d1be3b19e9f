import { Stack } from '@mantine/core'
import { BringFiles } from '../history/BringFiles.tsx'
import { SourceList } from '../history/SourceList.tsx'
import { BackupPanel } from './data/BackupPanel.tsx'
import { CopiesOut } from './data/CopiesOut.tsx'
import { EraseEverything } from './data/EraseEverything.tsx'
import { SettingsSection } from './SettingsSection.tsx'

/** Backup, export, import and erasure of the whole journal. */
export function DataSection() {
  return (
    <>
      <SettingsSection
        title="Backups"
        lead="Made every day, and before anything that changes the whole journal. Like the journal itself they are not locked: only an encrypted disk protects them."
      >
        <BackupPanel />
      </SettingsSection>
      <SettingsSection
        part="copies"
        title="Your data"
        lead="It is yours: take all of it with you, bring it back, or erase it."
      >
        <Stack gap="xl">
          <CopiesOut />
          <BringFiles />
          <SourceList />
          <EraseEverything />
        </Stack>
      </SettingsSection>
    </>
  )
}

import { Stack } from '@mantine/core'
import { BackupList } from './data/BackupList.tsx'
import { CopiesOut } from './data/CopiesOut.tsx'
import { EraseEverything } from './data/EraseEverything.tsx'
import { ImportFiles } from './data/ImportFiles.tsx'
import { Section } from './Section.tsx'

/** What the person can do with the journal as a whole. */
export function DataSection() {
  return (
    <>
      <Section
        title="Backups"
        lead="Made every day, and before anything that changes the whole journal. Like the journal itself they are not locked: only an encrypted disk protects them."
      >
        <BackupList />
      </Section>
      <Section title="Your data" lead="It is yours: take all of it with you, bring it back, or erase it.">
        <Stack gap="xl">
          <CopiesOut />
          <ImportFiles />
          <EraseEverything />
        </Stack>
      </Section>
    </>
  )
}

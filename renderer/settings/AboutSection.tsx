import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { type About, OLD_AFTER_DAYS } from '../../shared/about.ts'
import { purpose } from '../../shared/advice/purpose.ts'
import { threatsTitle } from '../../shared/privacy/threats.ts'
import { addDays } from '../../shared/time/calendar-date.ts'
import { getToday, useNow } from '../data/clock.ts'
import { formatDate } from '../data/format.ts'
import { useJournalClient } from '../data/journal-client.ts'
import { LICENCES_PATH, PURPOSE_PATH, SOURCES_PATH, THREATS_PATH } from '../data/paths.ts'
import { queryKeys, useDayStart, useStatus } from '../data/queries.ts'
import { SettingsSection } from './SettingsSection.tsx'

/** Version, purpose, and links to the pages with details. */
export function AboutSection() {
  const journal = useJournalClient()
  const { data: status } = useStatus()
  const { data: about } = useQuery({
    queryKey: queryKeys.about,
    queryFn: () => journal.getAbout({}),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <SettingsSection
      part="about"
      title="About Unknot"
      lead={status === undefined ? '' : `Version ${status.version}. MIT licence.`}
    >
      <Text>
        {purpose.what} {purpose.limits} {purpose.notAssessed}
      </Text>
      {about !== undefined && <Build about={about} />}
      <div>
        <Anchor component={Link} to={PURPOSE_PATH} underline="always">
          What Unknot is for
        </Anchor>
        {' · '}
        <Anchor component={Link} to={SOURCES_PATH} underline="always">
          Where each claim comes from
        </Anchor>
        {' · '}
        <Anchor component={Link} to={THREATS_PATH}>
          {threatsTitle}
        </Anchor>
        {' · '}
        <Anchor component={Link} to={LICENCES_PATH} underline="always">
          Licences
        </Anchor>
      </div>
    </SettingsSection>
  )
}

/** Age of the program and what it is made of. No line of it comes from the network. */
function Build({ about: { builtOn, electron, chromium, node, sqlite } }: { about: About }) {
  const today = getToday(useNow(), useDayStart())
  const date = formatDate(builtOn, 'full')
  return (
    <>
      <Text size="sm">
        Built on {date}, with Electron {electron}, Chromium {chromium}, Node {node} and SQLite {sqlite}.
      </Text>
      <Text size="sm" c="dimmed">
        Unknot never goes online, so it cannot tell you about new versions. You get them where you got this
        one.
      </Text>
      {addDays(builtOn, OLD_AFTER_DAYS) < today && (
        <Text size="sm" role="note">
          This version is more than six months old. There may be a newer one.
        </Text>
      )}
    </>
  )
}

import { Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import { purpose } from '../../shared/advice/purpose.ts'
import { threatsTitle } from '../../shared/privacy/threats.ts'
import { PURPOSE_PATH, SOURCES_PATH, THREATS_PATH } from '../data/paths.ts'
import { useStatus } from '../data/queries.ts'
import { SettingsSection } from './SettingsSection.tsx'

/** Version, purpose, and links to the pages with details. */
export function AboutSection() {
  const { data: status } = useStatus()
  return (
    <SettingsSection
      title="About Unknot"
      lead={status === undefined ? '' : `Version ${status.version}. MIT licence.`}
    >
      <Text>
        {purpose.what} {purpose.limits} {purpose.notAssessed}
      </Text>
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
      </div>
    </SettingsSection>
  )
}

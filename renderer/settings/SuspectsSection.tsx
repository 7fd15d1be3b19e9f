import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { MAX_SUSPECTS } from '../../shared/analysis/suspects.ts'
import { METHOD_PATH } from '../data/paths.ts'
import { SuspectList } from '../suspects/SuspectList.tsx'
import { useSuspects } from '../suspects/use-suspects.ts'
import { SettingsSection } from './SettingsSection.tsx'

/** Suspects: naming and removing them, and the days that count for each. */
export function SuspectsSection() {
  const suspects = useSuspects()
  return (
    <SettingsSection
      title="What you suspect"
      lead={`Name up to ${MAX_SUSPECTS} things. They are judged among themselves, so a real link shows sooner than among everything else.`}
    >
      {suspects !== null && <SuspectList suspects={suspects} />}
      <Anchor component={Link} to={METHOD_PATH} size="sm" underline="always">
        How this is worked out
      </Anchor>
    </SettingsSection>
  )
}

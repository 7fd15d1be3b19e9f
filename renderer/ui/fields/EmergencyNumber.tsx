import { Button, Text } from '@mantine/core'
import { suggestRegion } from '../../../shared/advice/warning-signs/whom-to-call.ts'
import { regions } from '../../../shared/kinds/profile.ts'
import { getSystemRegion } from '../../data/conventions.ts'
import type { StoredProfile } from '../components/use-stored-profile.ts'
import { Choice } from './Choice.tsx'

/**
 * Choice of the region whose emergency number is shown. The system's region is only proposed and must be confirmed: on a
 * computer that was set up abroad it would give a number that does not answer.
 */
export function EmergencyNumber({ profile, change }: Pick<StoredProfile, 'profile' | 'change'>) {
  const proposed = suggestRegion(getSystemRegion().locale)
  const isConfirmed = profile.region !== null
  return (
    <div>
      <Choice
        label="Region"
        description="It decides which emergency number a warning sign names."
        words={regions.ids}
        labels={regions.words}
        value={profile.region ?? proposed}
        onChange={region => change({ region })}
        optional={isConfirmed}
      />
      {!isConfirmed && proposed !== null && (
        <>
          <Text size="sm" mt={6} mb={6} role="status">
            Not confirmed yet. Until you confirm it, no number is taken from it.
          </Text>
          <Button variant="light" size="compact-md" onClick={() => change({ region: proposed })}>
            Confirm {regions.words[proposed]}
          </Button>
        </>
      )}
    </div>
  )
}

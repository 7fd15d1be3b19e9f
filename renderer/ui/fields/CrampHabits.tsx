import { muscles } from '../../../shared/kinds/muscles.ts'
import { crampTimes } from '../../../shared/kinds/profile.ts'
import type { StoredProfile } from '../components/use-stored-profile.ts'
import { Ticks } from './Ticks.tsx'

/** Places and times of the person's cramps. The places are offered first on Today. */
export function CrampHabits({ profile, change }: Pick<StoredProfile, 'profile' | 'change'>) {
  return (
    <>
      <Ticks
        label="Where do you get cramps?"
        words={muscles.ids}
        labels={muscles.words}
        value={profile.crampMuscles}
        onChange={crampMuscles => change({ crampMuscles })}
        isRoomy
      />
      <Ticks
        label="When do they come?"
        words={crampTimes.ids}
        labels={crampTimes.words}
        value={profile.crampTimes}
        onChange={times => change({ crampTimes: times })}
        isRoomy
      />
    </>
  )
}

import { Chip, Input } from '@mantine/core'
import { muscles } from '../../shared/kinds/muscles.ts'
import { crampTimes } from '../../shared/kinds/profile.ts'
import type { StoredProfile } from '../ui/components/use-stored-profile.ts'
import classes from './FirstStart.module.css'

/** Where the cramps are and when they come. The places are offered first on Today. */
export function TroubleStep({ profile, change }: StoredProfile) {
  return (
    <>
      <Input.Wrapper label="Where do you get cramps?" labelElement="div">
        <Chip.Group
          multiple
          value={profile.crampMuscles}
          onChange={picked => change({ crampMuscles: muscles.ids.filter(muscle => picked.includes(muscle)) })}
        >
          <div className={classes.chips}>
            {muscles.ids.map(muscle => (
              <Chip key={muscle} value={muscle} variant="light">
                {muscles.words[muscle]}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      </Input.Wrapper>
      <Input.Wrapper label="When do they come?" labelElement="div">
        <Chip.Group
          multiple
          value={profile.crampTimes}
          onChange={picked => change({ crampTimes: crampTimes.ids.filter(time => picked.includes(time)) })}
        >
          <div className={classes.chips}>
            {crampTimes.ids.map(time => (
              <Chip key={time} value={time} variant="light">
                {crampTimes.words[time]}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      </Input.Wrapper>
    </>
  )
}

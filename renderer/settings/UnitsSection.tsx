import { Input, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { regions, temperatureUnits, volumeUnits } from '../../shared/journal/profile.ts'
import { regionWords, temperatureUnitWords, volumeUnitWords } from '../../shared/journal/words.ts'
import { Choice } from '../log/Choice.tsx'
import { Section } from './Section.tsx'
import classes from './Settings.module.css'
import type { StoredProfile } from './use-stored-profile.ts'

const schemes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'Same as the system' },
] as const

/** Where the person is, and how things are shown to them. */
export function UnitsSection({ profile, change }: StoredProfile) {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Section
      title="Region and display"
      lead="The region decides which emergency number a warning sign names."
    >
      <div className={classes.pair}>
        <Choice
          label="Region"
          words={regions}
          labels={regionWords}
          value={profile.region}
          onChange={region => change({ region })}
          optional
        />
        <Choice
          label="Volumes in"
          words={volumeUnits}
          labels={volumeUnitWords}
          value={profile.volumeUnit}
          onChange={volumeUnit => volumeUnit !== null && change({ volumeUnit })}
        />
        <Choice
          label="Temperatures in"
          words={temperatureUnits}
          labels={temperatureUnitWords}
          value={profile.temperatureUnit}
          onChange={temperatureUnit => temperatureUnit !== null && change({ temperatureUnit })}
        />
      </div>
      <Input.Wrapper label="Appearance" labelElement="div">
        <div>
          <SegmentedControl
            aria-label="Appearance"
            mt={6}
            data={[...schemes]}
            value={colorScheme}
            onChange={picked => {
              const scheme = schemes.find(({ value }) => value === picked)
              if (scheme) setColorScheme(scheme.value)
            }}
          />
        </div>
      </Input.Wrapper>
    </Section>
  )
}

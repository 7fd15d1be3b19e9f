import { Chip, Input, Select } from '@mantine/core'
import { trackedKinds } from '../../shared/kinds/check-in.ts'
import { addDays } from '../../shared/time/calendar-date.ts'
import { momentAtOffset } from '../../shared/time/time-zone.ts'
import { formatDate, formatTime } from '../data/format.ts'
import { trackedWords } from '../log/tracked-words.ts'
import type { StoredProfile } from '../ui/components/use-stored-profile.ts'
import classes from './Settings.module.css'
import { SettingsSection } from './SettingsSection.tsx'

/** Arbitrary Monday, from which the weekday names are formatted in the person's language. */
const MONDAY = '2026-11-16'
const clockOf = (minutes: number) => `${String(minutes / 60).padStart(2, '0')}:00`
const weekdays = [0, 1, 2, 3, 4, 5, 6]
/** Possible day starts in minutes: every hour from midnight to noon. */
const dayStarts = Array.from({ length: 13 }, (_, hour) => hour * 60)

/** Settings of the day: its start, the week's first day, and the tracked kinds. */
export function DaysSection({ profile, change }: StoredProfile) {
  return (
    <SettingsSection
      title="Your days"
      lead="Choose what you want to follow. Days off are compared with days off."
    >
      <Input.Wrapper label="Days without work" labelElement="div">
        <Chip.Group
          multiple
          value={profile.offWeekdays.map(String)}
          onChange={picked => change({ offWeekdays: weekdays.filter(day => picked.includes(String(day))) })}
        >
          <div className={classes.chips}>
            {weekdays.map(day => (
              <Chip key={day} value={String(day)} variant="light">
                {formatDate(addDays(MONDAY, day), 'weekday')}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      </Input.Wrapper>
      <Select
        label="A day on Today starts at"
        description="What happens before then is shown, and counted, with the day before: a drink at one in the morning belongs to the evening. “That is everything” keeps the hours it was said for."
        data={dayStarts.map(minutes => ({
          value: String(minutes),
          label: formatTime(momentAtOffset(MONDAY, clockOf(minutes), 0)),
        }))}
        value={String(profile.dayStartMinutes)}
        onChange={minutes => minutes !== null && change({ dayStartMinutes: Number(minutes) })}
        allowDeselect={false}
        maw={320}
      />
      <Input.Wrapper label="What you track" labelElement="div">
        <Chip.Group
          multiple
          value={profile.trackedKinds}
          onChange={picked => change({ trackedKinds: trackedKinds.filter(kind => picked.includes(kind)) })}
        >
          <div className={classes.chips}>
            {trackedKinds.map(kind => (
              <Chip key={kind} value={kind} variant="light">
                {trackedWords[kind]}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      </Input.Wrapper>
    </SettingsSection>
  )
}

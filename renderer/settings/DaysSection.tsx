import { Select } from '@mantine/core'
import { trackedKinds } from '../../shared/kinds/check-in.ts'
import { recordOf } from '../../shared/kinds/record.ts'
import { addDays } from '../../shared/time/calendar-date.ts'
import { momentAtOffset } from '../../shared/time/time-zone.ts'
import { formatDate, formatTime } from '../data/format.ts'
import { trackedWords } from '../data/tracked-words.ts'
import type { StoredProfile } from '../ui/components/use-stored-profile.ts'
import { CrampHabits } from '../ui/fields/CrampHabits.tsx'
import { Ticks } from '../ui/fields/Ticks.tsx'
import { SettingsSection } from './SettingsSection.tsx'

/** Arbitrary Monday, from which the weekday names are formatted in the person's language. */
const MONDAY = '2026-11-16'
const clockOf = (minutes: number) => `${String(minutes / 60).padStart(2, '0')}:00`
/** Weekdays from Monday as `0` to Sunday as `6`. */
const weekdays = ['0', '1', '2', '3', '4', '5', '6']
/** Possible day starts in minutes: every hour from midnight to noon. */
const dayStarts = Array.from({ length: 13 }, (_, hour) => hour * 60)

/** Settings of the day: days off, its start, the kinds followed, and the usual cramps. */
export function DaysSection({ profile, change }: StoredProfile) {
  return (
    <SettingsSection
      title="Your days"
      lead="Choose what you want to follow. Days off are compared with days off."
    >
      <Ticks
        label="Days without work"
        words={weekdays}
        labels={recordOf<Record<string, string>>(
          weekdays.map(day => [day, formatDate(addDays(MONDAY, Number(day)), 'weekday')]),
        )}
        value={profile.offWeekdays.map(String)}
        onChange={days => change({ offWeekdays: days.map(Number) })}
        isRoomy
      />
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
      <Ticks
        label="What you follow"
        words={trackedKinds}
        labels={trackedWords}
        value={profile.trackedKinds}
        onChange={kinds => change({ trackedKinds: kinds })}
        isRoomy
      />
      <CrampHabits profile={profile} change={change} />
    </SettingsSection>
  )
}

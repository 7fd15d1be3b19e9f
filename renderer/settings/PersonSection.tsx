import { Checkbox, Text } from '@mantine/core'
import { conditions } from '../../shared/kinds/conditions.ts'
import { findProfileProblems, findUnlikelyProfile, sexes } from '../../shared/kinds/profile.ts'
import type { CalendarDate } from '../../shared/time/calendar-date.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { useNow } from '../data/clock.ts'
import type { StoredProfile } from '../ui/components/use-stored-profile.ts'
import { Choice } from '../ui/fields/Choice.tsx'
import { DateInput } from '../ui/fields/DateInput.tsx'
import { getUnread } from '../ui/fields/unread.ts'
import classes from './Settings.module.css'
import { SettingsSection } from './SettingsSection.tsx'
import { NumberSetting, TextSetting, UnlessStored, useTyped } from './TypedField.tsx'

/** Personal data, all of it optional. */
export function PersonSection({ profile, change, findProblem }: StoredProfile) {
  return (
    <SettingsSection
      title="About you"
      lead="All of this is optional. It stays on this computer, and appears on the report where it is relevant."
    >
      <div className={classes.pair}>
        <TextSetting
          label="Name on the report"
          stored={profile.name}
          findProblem={name => findProblem('name', name)}
          onStore={name => change({ name: name.trim() })}
        />
        <BirthSetting stored={profile.dateOfBirth} onStore={dateOfBirth => change({ dateOfBirth })} />
      </div>
      <div className={classes.pair}>
        <Choice
          label="Sex"
          words={sexes.ids}
          labels={sexes.words}
          value={profile.sex}
          onChange={sex => change({ sex })}
          optional
        />
        <NumberSetting
          label="Height"
          unit="cm"
          unitName="centimetres"
          stored={profile.heightCm}
          findProblem={heightCm => findProblem('heightCm', heightCm)}
          onStore={heightCm => change({ heightCm })}
        />
        <NumberSetting
          label="Weight"
          unit="kg"
          unitName="kilograms"
          stored={profile.weightKg}
          findProblem={weightKg => findProblem('weightKg', weightKg)}
          onStore={weightKg => change({ weightKg })}
        />
      </div>
      {findUnlikelyProfile(profile).map(({ question }) => (
        <Text key={question} size="sm" role="status">
          {question}
        </Text>
      ))}
    </SettingsSection>
  )
}

interface BirthSettingProps {
  stored: CalendarDate | null
  onStore: (dateOfBirth: CalendarDate | null) => Promise<boolean>
}

/** Date of birth, stored when the field is left and the date is valid. Invalid input stays in the field. */
function BirthSetting({ stored, onStore }: BirthSettingProps) {
  const today = calendarDate(useNow())
  const label = 'Date of birth'
  const findProblem = (value: string) =>
    findProfileProblems({ dateOfBirth: value === '' ? null : value }, today)[0]?.message
  const typed = useTyped({
    label,
    stored: stored ?? '',
    findProblem: value => (getUnread(value) === null ? findProblem(value) : UNREAD),
    onStore: value => onStore(value === '' ? null : value),
  })
  return (
    <UnlessStored isWaiting={typed.isWaiting}>
      <DateInput
        label={label}
        placeholder="No answer"
        isBirthday
        maxDate={today}
        isPossible={date => findProblem(date) === undefined}
        value={typed.value}
        onChange={typed.type}
        onLeave={typed.leave}
        error={typed.problem === UNREAD ? undefined : typed.problem}
      />
    </UnlessStored>
  )
}

/** Marks unread text, for which the input shows its own message. */
const UNREAD = 'unread'

/** Diagnosed conditions, some of which change the tips and warning signs. */
export function ConditionsSection({ profile, change, findProblem }: StoredProfile) {
  return (
    <SettingsSection
      title="Health"
      lead="What a doctor has told you. Some of it changes which tips and which warning signs are shown; no conclusions are drawn from it."
    >
      <Checkbox.Group
        label="Conditions"
        value={profile.conditions}
        onChange={picked =>
          change({
            conditions: conditions.ids.filter(condition => picked.includes(condition)),
            // Cleared with the condition: the hidden week would otherwise still count as a pregnancy.
            pregnancyWeek: picked.includes('pregnant') ? profile.pregnancyWeek : null,
          })
        }
      >
        <div className={classes.options}>
          {conditions.ids.map(condition => (
            <Checkbox key={condition} value={condition} label={conditions.words[condition]} />
          ))}
        </div>
      </Checkbox.Group>
      {profile.conditions.includes('pregnant') && (
        <NumberSetting
          label="Week of pregnancy"
          unit=""
          unitName="weeks"
          stored={profile.pregnancyWeek}
          findProblem={pregnancyWeek => findProblem('pregnancyWeek', pregnancyWeek)}
          onStore={pregnancyWeek => change({ pregnancyWeek })}
        />
      )}
    </SettingsSection>
  )
}

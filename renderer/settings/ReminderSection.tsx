import { Button, Select, Switch, Text } from '@mantine/core'
import { IconCalendarPlus } from '@tabler/icons-react'
import { PROPOSED_REMINDER_HOUR, reminderHours, writeReminder } from '../../shared/kinds/reminder.ts'
import { formatHour } from '../data/format-hour.ts'
import { useSaveReminderCalendar } from '../data/queries.ts'
import { showError, showMessage } from '../ui/components/messages.ts'
import type { StoredProfile } from '../ui/components/use-stored-profile.ts'
import { SettingsSection } from './SettingsSection.tsx'

/** Settings of the daily reminder, and the calendar file that needs no running program. */
export function ReminderSection({ profile, change }: StoredProfile) {
  const saveCalendar = useSaveReminderCalendar()
  const { reminderHour } = profile
  const hour = reminderHour ?? PROPOSED_REMINDER_HOUR

  async function save() {
    try {
      const { path } = await saveCalendar.mutateAsync(hour)
      if (path !== null) showMessage(`Saved ${path}. Open it to add the reminder to your calendar.`)
    } catch (error) {
      showError(error)
    }
  }

  return (
    <SettingsSection
      title="Reminder"
      lead={`Off unless you turn it on. The night stays quiet, from ${formatHour(22)} to ${formatHour(7)}.`}
    >
      <Switch
        label="Remind me once a day"
        description={`Works while Unknot is running, and only when something is left to answer. It says “${writeReminder(2, true)}”, and nothing about your health.`}
        checked={reminderHour !== null}
        onChange={event =>
          change({
            reminderHour: event.currentTarget.checked ? PROPOSED_REMINDER_HOUR : null,
            reminderAsked: true,
          })
        }
      />
      {reminderHour !== null && (
        <Select
          label="Time of the reminder"
          data={reminderHours.map(one => ({ value: String(one), label: formatHour(one) }))}
          value={String(hour)}
          onChange={picked => picked !== null && change({ reminderHour: Number(picked) })}
          allowDeselect={false}
          maw={320}
        />
      )}
      <div>
        <Text size="sm" fw={500}>
          While Unknot is closed
        </Text>
        <Text size="sm" c="dimmed" mb={6}>
          A calendar file puts a daily reminder at {formatHour(hour)} into the calendar of your computer or
          phone. It comes every day, whatever you have answered.
        </Text>
        <Button
          variant="default"
          leftSection={<IconCalendarPlus size={16} aria-hidden />}
          loading={saveCalendar.isPending}
          onClick={save}
        >
          Save a calendar file
        </Button>
      </div>
    </SettingsSection>
  )
}

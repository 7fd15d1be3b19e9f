import { Button, Text } from '@mantine/core'
import { PROPOSED_REMINDER_HOUR } from '../../shared/kinds/reminder.ts'
import { formatHour } from '../data/format-hour.ts'
import { useChangeProfile, useNowState, useProfile } from '../data/queries.ts'
import { showError, showMessage } from '../ui/components/messages.ts'
import classes from './ReminderQuestion.module.css'

/** The one question about a daily reminder, at the end of the first week. Either answer ends it for good. */
export function ReminderQuestion() {
  const { data: now } = useNowState()
  const { data: profile } = useProfile()
  const changeProfile = useChangeProfile()
  if (now?.asksAboutReminder !== true || profile === undefined) return null
  const hour = formatHour(PROPOSED_REMINDER_HOUR)

  async function answer(reminderHour: number | null) {
    if (profile === undefined) return
    try {
      await changeProfile.mutateAsync({ ...profile, reminderHour, reminderAsked: true })
      showMessage(
        reminderHour === null
          ? 'No reminder. You can turn one on in Settings.'
          : `Reminder at ${hour}. You can change it in Settings.`,
      )
    } catch (error) {
      showError(error)
    }
  }

  return (
    <aside className={classes.question} aria-label="Reminder">
      <Text size="sm">
        Shall Unknot remind you once a day, at {hour}, when something is left to answer? It works while Unknot
        is running.
      </Text>
      <div className={classes.answers}>
        <Button
          variant="default"
          size="compact-sm"
          disabled={changeProfile.isPending}
          onClick={() => answer(PROPOSED_REMINDER_HOUR)}
        >
          Remind me
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          disabled={changeProfile.isPending}
          onClick={() => answer(null)}
        >
          No reminder
        </Button>
      </div>
    </aside>
  )
}

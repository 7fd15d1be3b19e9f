/**
 * Timer of the daily reminder. It compares wall clocks each minute and when the computer wakes, so that neither sleep nor a
 * change of the clocks moves the hour.
 */
import { getDayToFinish } from '../../shared/kinds/finish-day.ts'
import { isReminderDue, writeReminder } from '../../shared/kinds/reminder.ts'
import type { CalendarDate } from '../../shared/time/calendar-date.ts'
import type { Clock } from '../../shared/time/clock.ts'
import { calendarDate, journalDay, MS_PER_MINUTE } from '../../shared/time/moment.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'
import type { BusyRetry } from '../store/busy-retry.ts'
import type { JournalStore } from '../store/journal-store.ts'
import { readDayQuestions } from './entries/day-questions.ts'

export interface ReminderDeps {
  /** Undefined while the journal is refused. */
  readonly getStore: () => JournalStore | undefined
  readonly clock: Clock
  readonly busyRetry: BusyRetry
  /** Shows a notification of the system. @param date the day that a click on it finishes */
  readonly notify: (text: string, date: CalendarDate) => void
  /** Logs a check that failed; the next minute tries again. */
  readonly report?: (error: unknown) => void
}

export interface Reminder {
  /** Checks now and each minute. Until it is called, `check` does nothing. */
  start(): void
  /** Checks now. To be called when the computer has woken. */
  check(): Promise<void>
  stop(): void
}

export function createReminder({
  getStore,
  clock,
  busyRetry,
  notify,
  report = console.error,
}: ReminderDeps): Reminder {
  let interval: NodeJS.Timeout | undefined

  async function check(): Promise<void> {
    if (interval === undefined) return
    try {
      await busyRetry.run(remind)
    } catch (error) {
      report(error)
    }
  }

  function remind(): void {
    const store = getStore()
    if (store === undefined) return
    const now = momentOfInstant(clock.now(), clock.timeZone())
    const profile = store.profile.get()
    if (!isReminderDue(now, profile, store.profile.getRemindedOn())) return
    // A running cramp postpones the reminder: the next minute checks again.
    if (store.crampState.getOngoingId() !== undefined) return
    const { date } = getDayToFinish(now, profile.dayStartMinutes)
    const { questions, factors } = readDayQuestions(store, date, now)
    const left = questions.length + factors.length
    if (left === 0) return
    // Stored first: a crash then loses a reminder and never repeats one.
    store.writeDerived(() => store.profile.setRemindedOn(calendarDate(now)))
    notify(writeReminder(left, date === journalDay(now, profile.dayStartMinutes)), date)
  }

  return {
    start: () => {
      interval = setInterval(check, MS_PER_MINUTE)
      interval.unref()
      void check()
    },
    check,
    stop: () => {
      clearInterval(interval)
      interval = undefined
    },
  }
}

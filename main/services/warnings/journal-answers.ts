/** Answers of the symptom check that the journal already holds, so that they are not asked again. */
import { countYears } from '../../../shared/advice/warning-signs/facts.ts'
import { type JournalAnswers, takeFromJournal } from '../../../shared/advice/warning-signs/journal-answers.ts'
import {
  HISTORY_DAYS,
  RECENT_DAYS,
  summarizeRecentWeeks,
} from '../../../shared/advice/warning-signs/recent-weeks.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { calendarDate, crampDay, type Moment, MS_PER_DAY, wallClockMs } from '../../../shared/time/moment.ts'
import type { JournalStore } from '../../store/journal-store.ts'

type Read = Pick<JournalStore, 'entries' | 'checkIns' | 'profile'>

export function getJournalAnswers({ entries, checkIns, profile }: Read, now: Moment): JournalAnswers {
  const wallNow = wallClockMs(now)
  const load = <Kind extends 'cramp' | 'night' | 'day'>(kind: Kind, days: number) =>
    // A day more at either end: clocks of other zones were up to a day apart.
    entries.listOfKind(kind, wallNow - (days + 1) * MS_PER_DAY, wallNow + MS_PER_DAY)
  const { dateOfBirth } = profile.get()
  const recent = summarizeRecentWeeks({
    // The place is a question of the check: what depends on it is asked there.
    subject: { ...now, sites: [] },
    cramps: load('cramp', HISTORY_DAYS),
    nights: load('night', RECENT_DAYS),
    days: load('day', RECENT_DAYS),
    medication: [],
    crampFreeDays: checkIns
      .list(addDays(crampDay(now), -HISTORY_DAYS), crampDay(now))
      .filter(({ kind }) => kind === 'cramp')
      .map(({ date }) => date),
  })
  return takeFromJournal(recent, dateOfBirth === null ? null : countYears(dateOfBirth, calendarDate(now)))
}

import type { BrowserWindow, Dialog } from 'electron'
import type { Handlers } from '../../../shared/contract.ts'
import { writeReminderCalendar } from '../../../shared/kinds/reminder.ts'
import { findUsualEntry } from '../../../shared/kinds/usual-entry.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { calendarDate, journalDayBounds } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { saveFile } from '../../files/ask-for-path.ts'
import { readDayQuestions } from '../../services/entries/day-questions.ts'
import type { Services } from '../../services/services.ts'

type FinishDayCalls = Pick<Handlers, 'getDayQuestions' | 'setCheckIns' | 'saveReminderCalendar'>

export interface FinishDayDeps {
  readonly dialog: Pick<Dialog, 'showSaveDialog'>
  readonly getMainWindow: () => BrowserWindow | null
}

/** Calls about finishing a day, and about being reminded of it. */
export function createFinishDayHandlers(
  { store, clock, entryService }: Services,
  { dialog, getMainWindow }: FinishDayDeps,
): FinishDayCalls {
  return {
    getDayQuestions: ({ date }) => {
      const now = momentOfInstant(clock.now(), clock.timeZone())
      const { questions, factors, entries } = readDayQuestions(store, date, now)
      const { dayStartMinutes } = store.profile.get()
      const retired = new Set(store.shoes.list().flatMap(shoe => (shoe.retired ? [shoe.id] : [])))
      const repeatable = entries.filter(entry => entry.kind !== 'footwear' || !retired.has(entry.shoeId))
      const facts = { date, now: now.at, entries: repeatable, dayStartMinutes, timeZone: clock.timeZone() }
      return {
        questions: questions.map(({ doubts, ...question }) => ({
          ...question,
          doubts: doubts.map(doubt => doubt.question),
          // With entries there is nothing to repeat: only the number of them is open.
          usual: question.entryCount > 0 ? null : findUsualEntry(question.kind, facts),
        })),
        factors: [...factors],
        usualAmounts: store.usuals.listAmounts(journalDayBounds(date, dayStartMinutes).toWallMs),
      }
    },
    setCheckIns: ({ checkIns, complete }) => {
      entryService.setCheckIns(checkIns, complete)
      return {}
    },
    saveReminderCalendar: async ({ hour }) => {
      const now = momentOfInstant(clock.now(), clock.timeZone())
      return {
        path: await saveFile(dialog, getMainWindow(), {
          defaultPath: 'Unknot reminder.ics',
          filters: [{ name: 'Calendar', extensions: ['ics'] }],
          data: writeReminderCalendar(hour, addDays(calendarDate(now), 1), now),
        }),
      }
    },
  }
}
